#pragma once

#include <QAbstractListModel>
#include <QFrame>

#include "features/chat/EmojiList.h"

class QLineEdit;
class QListView;

namespace rialto {

class Theme;
class UiSettings;

/// The emoji that match what is typed; without a word those used last, then all.
class EmojiModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    explicit EmojiModel(UiSettings &settings, QObject *parent = nullptr);

    void setQuery(const QString &query);
    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    UiSettings &m_settings;
    QList<EmojiEntry> m_entries;
};

/// A grid of emoji with a field to search in, as a popup beside what opened it. Deletes itself when closed.
class EmojiPicker final : public QFrame
{
    Q_OBJECT
public:
    EmojiPicker(const Theme &theme, UiSettings &settings, QWidget *parent);

    /// Shows itself above `anchor` (global), on the screen as a whole.
    void popUpAt(const QRect &anchor);

Q_SIGNALS:
    void chosen(const QString &emoji);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void choose(const QModelIndex &index);

    UiSettings &m_settings;
    EmojiModel *m_model;
    QLineEdit *m_search;
    QListView *m_grid;
};

} // namespace rialto
