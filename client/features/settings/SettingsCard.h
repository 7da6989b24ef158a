#pragma once

#include <QLabel>
#include <QVBoxLayout>
#include <functional>

#include "ui/Theme.h"

namespace rialto {

/// What stands on one line of the settings.
struct SettingWords
{
    QString title;
    QString hint;
    QString others = {}; ///< Words that one may search for as well; they are not shown.
};

/// One setting: what it is called, what it does, and the control that changes it.
class SettingRow final : public QWidget
{
    Q_OBJECT
public:
    /// Where there is too little room beside the words, the control stands below them.
    enum class Place { Beside, Below };

    /// Takes `control` over; null where there is only something to read. `words` is asked anew in every language.
    SettingRow(const Theme &theme, QWidget *control, Place place, std::function<SettingWords()> words);

    void retranslate();
    /// Whether every word of `query`, in lower case, begins one of its words.
    bool matches(const QStringList &query, const QString &section) const;
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void arrange(Place place);
    void fit();

    const Theme &m_theme;
    const Place m_place;
    QBoxLayout *m_layout;
    QLabel *m_title;
    QLabel *m_hint;
    QWidget *m_control;
    std::function<SettingWords()> m_words;
    QString m_searched;
};

/// The settings of one section in a frame, with a line between two of them.
class SettingsCard final : public QWidget
{
    Q_OBJECT
public:
    explicit SettingsCard(const Theme &theme, QWidget *parent = nullptr);

    void add(SettingRow *row);
    const QList<SettingRow *> &rows() const { return m_rows; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    QVBoxLayout *m_column;
    QList<SettingRow *> m_rows;
};

} // namespace rialto
