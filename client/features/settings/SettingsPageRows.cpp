// The settings there are, section by section.
#include <QButtonGroup>
#include <QClipboard>
#include <QGuiApplication>
#include <QListWidget>
#include <QSlider>
#include <QSysInfo>
#include <QSystemTrayIcon>

#include "features/settings/SettingsPage.h"
#include "features/settings/ThemeTile.h"
#include "ui/Button.h"
#include "ui/ComboBox.h"
#include "ui/Language.h"
#include "ui/ShortcutSheet.h"
#include "ui/Spelling.h"
#include "ui/Switch.h"
#include "ui/UiSettings.h"

using namespace Qt::StringLiterals;

namespace rialto {

namespace {

constexpr int gapBelow = 16;
constexpr int sliderWidth = 140;
constexpr int leastChoice = 150;

/// What one copies into a report.
QString diagnostics(const QString &server)
{
    QStringList lines{u"Rialto "_s + QStringLiteral(RIALTO_VERSION)};
    if (!server.isEmpty())
        lines.append(SettingsPage::tr("Server %1").arg(server));
    lines.append(u"Qt "_s + QString::fromLatin1(qVersion()));
    lines.append(QSysInfo::prettyProductName() + u", "_s + QSysInfo::currentCpuArchitecture());
    lines.append(QGuiApplication::platformName());
    return lines.join(u'\n');
}

} // namespace

void SettingsPage::addSection(const QString &icon, std::function<QString()> name)
{
    auto *heading = new QLabel;
    heading->setTextFormat(Qt::PlainText);
    m_theme.dress(*heading, TextStyle::SenderName);
    auto *card = new SettingsCard(m_theme);
    auto *box = new QWidget;
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, gapBelow);
    column->setSpacing(8);
    column->addWidget(heading);
    column->addWidget(card);
    m_column->addWidget(box);
    new QListWidgetItem(m_theme.icon(icon, &Colors::textMuted), {}, m_list);
    m_sections.append({std::move(name), box, heading, card});
}

void SettingsPage::addRow(QWidget *control, std::function<SettingWords()> words, SettingRow::Place place)
{
    m_sections.last().card->add(new SettingRow(m_theme, control, place, std::move(words)));
}

void SettingsPage::addSwitch(std::function<bool()> read, std::function<void(bool)> store,
                             std::function<SettingWords()> words)
{
    auto *control = new Switch(m_theme);
    m_refreshes.append([control, read = std::move(read)] { control->setChecked(read()); });
    m_refreshes.last()();
    connect(control, &QCheckBox::toggled, this, std::move(store));
    addRow(control, std::move(words));
}

Button &SettingsPage::addButton(std::function<QString()> name, std::function<SettingWords()> words, ButtonKind kind)
{
    auto *button = new Button(m_theme, kind, {});
    m_retranslations.append([button, name = std::move(name)] { button->setText(name()); });
    addRow(button, std::move(words));
    return *button;
}

void SettingsPage::addAppearance()
{
    addSection(u"sun-moon"_s, [] { return tr("Appearance"); });
    addRow(
        buildThemes(),
        [] {
            return SettingWords{tr("Theme"), {}, tr("light dark colours system night")};
        },
        SettingRow::Place::Below);
    addRow(buildTextSize(), [] {
        return SettingWords{tr("Text size"),
                            tr("%1 enlarges it anywhere, %2 reduces it, %3 takes it back.")
                                .arg(shortcutText(Shortcut::EnlargeText), shortcutText(Shortcut::ReduceText),
                                     shortcutText(Shortcut::ResetText)),
                            tr("font zoom large small letters")};
    });
}

QWidget *SettingsPage::buildThemes()
{
    auto *choices = new ThemeTiles;
    auto *group = new QButtonGroup(choices);
    for (const ThemeChoice choice : {ThemeChoice::Light, ThemeChoice::Dark, ThemeChoice::System}) {
        auto *tile = new ThemeTile(m_theme, choice);
        tile->setChecked(m_theme.choice() == choice);
        group->addButton(tile);
        choices->add(tile);
        m_themes.append(tile);
        connect(tile, &QRadioButton::toggled, this, [this, choice](bool on) {
            if (!on)
                return;
            m_context.settings.setTheme(choice);
            m_context.theme.setChoice(choice);
        });
    }
    m_retranslations.append([this] {
        for (ThemeTile *tile : std::as_const(m_themes)) {
            tile->setText(tile->choice() == ThemeChoice::Light  ? tr("Light")
                          : tile->choice() == ThemeChoice::Dark ? tr("Dark")
                                                                : tr("As the system"));
        }
    });
    return choices;
}

QWidget *SettingsPage::buildTextSize()
{
    auto *choice = new QWidget;
    auto *row = new QHBoxLayout(choice);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    m_textSize->setRange(0, int(textSizes.size()) - 1);
    m_textSize->setPageStep(1);
    m_textSize->setFixedWidth(sliderWidth);
    m_theme.dress(*m_percent, TextStyle::Body);
    row->addWidget(m_textSize);
    row->addWidget(m_percent);
    choice->setFocusProxy(m_textSize);
    connect(m_textSize, &QSlider::valueChanged, this, [this](int step) {
        m_context.theme.setTextSize(textSizes[size_t(step)]);
        m_context.settings.setTextSize(m_theme.textSize());
    });
    return choice;
}

void SettingsPage::showTextSize()
{
    const QSignalBlocker quiet(m_textSize);
    m_textSize->setValue(int(std::find(textSizes.begin(), textSizes.end(), m_theme.textSize()) - textSizes.begin()));
    const QString percent = tr("%1 %").arg(m_theme.textSize());
    m_percent->setText(percent);
    m_percent->setFixedWidth(QFontMetrics(m_theme.font(TextStyle::Body)).horizontalAdvance(tr("%1 %").arg(200)) + 2);
    m_textSize->setAccessibleName(tr("Text size"));
    m_textSize->setAccessibleDescription(percent);
}

void SettingsPage::addLanguage()
{
    addSection(u"languages"_s, [] { return tr("Language"); });
    m_language->setMinimumWidth(leastChoice);
    m_language->addItem(QString(), QString());
    for (const QString &code : Language::codes())
        m_language->addItem(Language::nameOf(code), code);
    m_refreshes.append([this] { m_language->setCurrentIndex(m_language->findData(m_context.language.choice())); });
    m_refreshes.last()();
    m_retranslations.append([this] { m_language->setItemText(0, tr("As the system")); });
    connect(m_language, &QComboBox::activated, this, &SettingsPage::chooseLanguage);
    addRow(m_language, [] {
        return SettingWords{tr("Interface language"), tr("Changes at once, in every window."),
                            u"english русский українська"_s};
    });
}

void SettingsPage::addWriting()
{
    addSection(u"pencil"_s, [] { return tr("Writing"); });
    Spelling &spelling = m_context.spelling;
    addSwitch([&spelling] { return spelling.isOn(); }, [&spelling](bool on) { spelling.setOn(on); },
              [&spelling] {
                  const QString languages = spelling.languages().join(u", "_s);
                  return SettingWords{tr("Check the spelling"),
                                      languages.isEmpty() ? tr("This computer has no dictionaries; packages with names "
                                                               "such as hunspell-en-us bring them.")
                                                          : languages,
                                      tr("mistakes typos dictionary")};
              });
    UiSettings &settings = m_context.settings;
    addSwitch([&settings] { return settings.enterSends(); },
              [&settings](bool on) {
                  settings.setEnterSends(on);
                  setEnterSends(on);
              },
              [] {
                  return SettingWords{tr("Enter sends the message"),
                                      tr("With it Shift+Enter begins a new line; without it Ctrl+Enter sends."),
                                      tr("return key new line break")};
              });
}

void SettingsPage::chooseLanguage(int index)
{
    const QString code = m_language->itemData(index).toString();
    m_context.settings.setLanguage(code);
    m_context.language.set(code);
}

void SettingsPage::addTray()
{
    if (!QSystemTrayIcon::isSystemTrayAvailable())
        return;
    UiSettings &settings = m_context.settings;
    addSwitch([&settings] { return settings.staysInTray(); }, [&settings](bool on) { settings.setStaysInTray(on); },
              [] {
                  return SettingWords{tr("Stay in the tray"),
                                      tr("Closing the window leaves Rialto running, so that news is told of. %1 quits.")
                                          .arg(shortcutText(Shortcut::Quit)),
                                      tr("close quit background window")};
              });
}

/// Sounds that themes of desktops have; which one is heard is the desktop's matter.
void SettingsPage::addSound()
{
    auto *choice = new ComboBox(m_theme);
    choice->setMinimumWidth(leastChoice);
    for (const QString &name : {QString(), u"message-new-instant"_s, u"message-new-email"_s, u"bell"_s,
                                u"dialog-information"_s, u"complete"_s})
        choice->addItem(QString(), name);
    m_retranslations.append([choice] {
        const QStringList words{tr("None"), tr("New message"), tr("New mail"),
                                tr("Bell"), tr("Information"), tr("Done")};
        for (int i = 0; i < choice->count(); ++i)
            choice->setItemText(i, words.at(i));
    });
    m_refreshes.append(
        [this, choice] { choice->setCurrentIndex(qMax(0, choice->findData(m_context.settings.notificationSound()))); });
    m_refreshes.last()();
    connect(choice, &QComboBox::activated, this,
            [this, choice] { m_context.settings.setNotificationSound(choice->currentData().toString()); });
    addRow(choice, [] {
        return SettingWords{tr("Sound"), tr("Played with each notification of the desktop."), tr("quiet silent noise")};
    });
}

void SettingsPage::addNotifications()
{
    addSection(u"bell"_s, [] { return tr("Notifications"); });
    addSound();
    UiSettings &settings = m_context.settings;
    addSwitch([&settings] { return settings.showsNotificationText(); },
              [&settings](bool on) { settings.setShowsNotificationText(on); },
              [] {
                  return SettingWords{tr("Show what was written"), tr("Others may read it over your shoulder."),
                                      tr("quote text preview privacy")};
              });
    Button &quiet = addButton([] { return tr("Choose times…"); },
                              [] {
                                  return SettingWords{tr("Do not disturb"), tr("Now, or every day between two times."),
                                                      tr("quiet hours schedule presence")};
                              });
    connect(&quiet, &Button::clicked, this, [this] { m_context.showProfile(); });
    addTray();
}

void SettingsPage::addAccount()
{
    addSection(u"user"_s, [] { return tr("Account"); });
    Button &profile = addButton(
        [] { return tr("Edit…"); },
        [] {
            return SettingWords{tr("Profile"), tr("The name that others see, and your status."), tr("presence")};
        });
    connect(&profile, &Button::clicked, this, [this] { m_context.showProfile(); });
    Button &password = addButton(
        [] { return tr("Change…"); },
        [] {
            return SettingWords{tr("Password"), tr("All other devices must sign in again afterwards."), tr("security")};
        });
    connect(&password, &Button::clicked, this, [this] { m_context.changePassword(this); });
    Button &devices =
        addButton([] { return tr("Show…"); },
                  [] {
                      return SettingWords{tr("Devices"), tr("Where you are signed in, and how to end it from here."),
                                          tr("sessions security sign out")};
                  });
    connect(&devices, &Button::clicked, this, [this] { m_context.showDevices(this); });
    Button &another = addButton(
        [] { return tr("Add…"); },
        [] {
            return SettingWords{
                tr("Another account"),
                tr("On this or another server; %1 switch between them.").arg(shortcutText(Shortcut::SwitchAccount)),
                tr("several servers switch")};
        });
    connect(&another, &Button::clicked, this, [this] { m_context.addAccount(); });
    Button &leave = addButton([] { return tr("Sign out…"); },
                              [] {
                                  return SettingWords{
                                      tr("Sign out"),
                                      tr("Rialto's data is removed from this computer; the server keeps everything."),
                                      tr("leave exit log out")};
                              },
                              ButtonKind::Danger);
    connect(&leave, &Button::clicked, this, [this] { m_context.signOut(); });
}

void SettingsPage::addKeyboard()
{
    addSection(u"keyboard"_s, [] { return tr("Keyboard"); });
    Button &sheet =
        addButton([] { return tr("Show"); },
                  [] {
                      return SettingWords{tr("Shortcuts"),
                                          tr("%1 shows them anywhere.").arg(shortcutText(Shortcut::ShortcutSheet)),
                                          tr("keys hotkeys")};
                  });
    connect(&sheet, &Button::clicked, this, [this] { ShortcutSheet(m_theme, this).exec(); });
}

void SettingsPage::addAbout()
{
    addSection(u"info"_s, [] { return tr("About"); });
    Button &copy =
        addButton([] { return tr("Copy details"); },
                  [this] {
                      return SettingWords{tr("Version"), diagnostics(m_context.serverVersion()), u"rialto qt server"_s};
                  });
    m_refreshes.append([row = m_sections.last().card->rows().last()] { row->retranslate(); });
    connect(&copy, &Button::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(diagnostics(m_context.serverVersion())); });
    addRow(nullptr, [] {
        return SettingWords{
            tr("Licences"),
            tr("Rialto is free software under the GNU General Public License, version 3. Qt is used "
               "under the LGPL and GPL; the icons are from Lucide under the ISC licence, the names of emoji from "
               "Unicode under the Unicode licence; Markdown is read by md4c under the MIT licence, QR codes are made "
               "and read by ZXing-C++ under the Apache licence, version 2.0, and spelling is checked by Hunspell under "
               "the LGPL.")};
    });
}

} // namespace rialto
