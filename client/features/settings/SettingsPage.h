#pragma once

#include <QLabel>

#include "features/settings/SettingsCard.h"
#include "features/settings/SettingsContext.h"
#include "ui/Button.h"
#include "ui/FramePage.h"

class QComboBox;
class QLineEdit;
class QListWidget;
class QScrollArea;
class QSlider;

namespace rialto {

class ElidedLabel;
class EmptyState;
class ThemeTile;

/// Everything one can set, by sections and to be searched. What is changed acts at once; there is nothing to confirm.
class SettingsPage final : public FramePage
{
    Q_OBJECT
public:
    explicit SettingsPage(const SettingsContext &context, QWidget *parent = nullptr);

    QString pageId() const override;
    QString iconName() const override;
    QString title() const override;
    bool standsAtFoot() const override { return true; }

protected:
    void changeEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Section
    {
        std::function<QString()> name;
        QWidget *box; ///< Around the heading and the card.
        QLabel *heading;
        SettingsCard *card;
    };

    void build();
    QWidget *buildList();
    QWidget *buildSections();
    void addSection(const QString &icon, std::function<QString()> name);
    void addRow(QWidget *control, std::function<SettingWords()> words,
                SettingRow::Place place = SettingRow::Place::Beside);
    void addSwitch(std::function<bool()> read, std::function<void(bool)> store, std::function<SettingWords()> words);
    void addSound();
    void addTray();
    /// A setting that is a button; `name` is what stands on it.
    Button &addButton(std::function<QString()> name, std::function<SettingWords()> words,
                      ButtonKind kind = ButtonKind::Secondary);
    void addAppearance();
    void addLanguage();
    void addWriting();
    void addNotifications();
    void addAccount();
    void addKeyboard();
    void addAbout();
    QWidget *buildThemes();
    QWidget *buildTextSize();
    void chooseLanguage(int index);
    void showTextSize();
    void showSections();
    void fitList();
    void retranslate();

    const SettingsContext m_context;
    const Theme &m_theme;
    QList<Section> m_sections;
    QList<std::function<void()>> m_retranslations;
    QList<std::function<void()>> m_refreshes; ///< What a page of another account may have changed meanwhile.
    QWidget *m_listPane = nullptr;
    ElidedLabel *m_title;
    QLabel *m_heading;
    QLineEdit *m_search;
    QListWidget *m_list;
    QScrollArea *m_area;
    QVBoxLayout *m_column;
    EmptyState *m_nothing;
    QList<ThemeTile *> m_themes;
    QSlider *m_textSize;
    QLabel *m_percent;
    QComboBox *m_language;
};

} // namespace rialto
