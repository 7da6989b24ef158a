#pragma once

#include <QAbstractListModel>
#include <QFrame>

#include "features/chat/EmojiList.h"

class QLineEdit;
class QListView;

namespace rialto {

class Theme;
class UiSettings;
class IconButton;

/// The emoji that match what is typed; without a word those used last, then all.
class EmojiModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role { EmojiRole = Qt::UserRole }; ///< As it is written; what is displayed may be arranged for drawing.

    /// `cell` is the side of one's square in pixels.
    EmojiModel(UiSettings &settings, int cell, QObject *parent = nullptr);

    void setQuery(const QString &query);
    /// Where a group of EmojiList begins; -1 while something is searched for.
    int rowOfGroup(qsizetype group) const;
    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    UiSettings &m_settings;
    const int m_cell;
    QList<EmojiEntry> m_entries;
    qsizetype m_recent = 0; ///< How many of those used last stand first.
    bool m_isSearch = false;
};

/// A grid of emoji with a field to search in and a button for each group, as a popup beside what opened it. Deletes
/// itself when closed.
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
    void buildGrid(const Theme &theme);
    QLayout *buildGroups(const Theme &theme);
    void goToGroup(qsizetype group);
    void showGroup();
    void choose(const QModelIndex &index);

    UiSettings &m_settings;
    EmojiModel *m_model;
    QLineEdit *m_search;
    QListView *m_grid;
    QList<IconButton *> m_groups; ///< As in EmojiList::groups().
};

} // namespace rialto
