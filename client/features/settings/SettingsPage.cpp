#include "features/settings/SettingsPage.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QScrollArea>
#include <QSlider>

#include "ui/Button.h"
#include "ui/ComboBox.h"
#include "ui/ElidedLabel.h"
#include "ui/EmptyState.h"
#include "ui/Language.h"
#include "ui/Metrics.h"
#include "ui/Shortcuts.h"
#include "ui/Surface.h"

using namespace Qt::StringLiterals;

namespace rialto {

namespace {

constexpr int narrowestList = 200;
constexpr int listWidth = 272;
constexpr int smallPage = 720;
constexpr int listRow = 40;
constexpr int iconSize = 18;
constexpr int widestCard = 656;

} // namespace

SettingsPage::SettingsPage(const SettingsContext &context, QWidget *parent)
    : FramePage(parent),
      m_context(context),
      m_theme(context.theme),
      m_title(new ElidedLabel(context.theme)),
      m_heading(new QLabel),
      m_search(new QLineEdit),
      m_list(new QListWidget),
      m_area(new QScrollArea),
      m_column(new QVBoxLayout),
      m_nothing(new EmptyState(context.theme, u"search"_s)),
      m_textSize(new QSlider(Qt::Horizontal)),
      m_percent(new QLabel),
      m_language(new ComboBox(context.theme))
{
    build();
    addAppearance();
    addLanguage();
    addWriting();
    addNotifications();
    addAccount();
    addKeyboard();
    addAbout();
    m_column->addStretch(1);
    m_list->setCurrentRow(0);
    connect(m_search, &QLineEdit::textChanged, this, &SettingsPage::showSections);
    connect(m_list, &QListWidget::currentRowChanged, this, [this] {
        // What had the focus is hidden now; Qt would give it to whatever comes next in the window.
        if (m_area->isAncestorOf(QApplication::focusWidget()))
            m_list->setFocus(Qt::MouseFocusReason);
        m_search->clear();
        showSections();
    });
    // The section that is open anyway is a way back from what was found.
    connect(m_list, &QListWidget::itemClicked, m_search, &QLineEdit::clear);
    connect(&m_theme, &Theme::changed, this, &SettingsPage::fitList);
    connect(&m_theme, &Theme::changed, this, &SettingsPage::showTextSize);
    addShortcut(Shortcut::FindSetting, this, [this] {
        m_search->setFocus(Qt::ShortcutFocusReason);
        m_search->selectAll();
    });
    fitList();
    showTextSize();
    retranslate();
}

QString SettingsPage::pageId() const
{
    return u"settings"_s;
}

QString SettingsPage::iconName() const
{
    return u"settings"_s;
}

QString SettingsPage::title() const
{
    return tr("Settings");
}

void SettingsPage::build()
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(buildList());
    row->addWidget(buildSections(), 1);
}

QWidget *SettingsPage::buildList()
{
    auto *pane = new Surface(m_theme, &Colors::panel, Qt::RightEdge);
    m_theme.dress(*m_title, TextStyle::Title);
    m_theme.fixHeight(*m_title, metrics::header);
    m_search->setProperty("kind", u"search"_s);
    m_search->setClearButtonEnabled(true);
    m_search->addAction(m_theme.icon(u"search"_s, &Colors::textMuted), QLineEdit::LeadingPosition);
    m_search->installEventFilter(this);
    m_list->setProperty("kind", u"sections"_s);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setFocusPolicy(Qt::TabFocus);
    m_list->setIconSize(QSize(iconSize, iconSize));
    auto *column = new QVBoxLayout(pane);
    column->setContentsMargins(12, 0, 12, 8);
    column->setSpacing(0);
    auto *titleRow = new QHBoxLayout;
    titleRow->setContentsMargins(4, 0, 0, 0);
    titleRow->addWidget(m_title);
    column->addLayout(titleRow);
    column->addWidget(m_search);
    column->addSpacing(8);
    column->addWidget(m_list, 1);
    m_listPane = pane;
    return pane;
}

/// In a small window the list leaves the room to what it leads to.
void SettingsPage::resizeEvent(QResizeEvent *event)
{
    FramePage::resizeEvent(event);
    const bool isSmall = width() < smallPage;
    m_listPane->setFixedWidth(isSmall ? narrowestList : listWidth);
    const int side = isSmall ? 12 : 32;
    m_column->setContentsMargins(side, 24, side, 24);
}

QWidget *SettingsPage::buildSections()
{
    auto *ground = new Surface(m_theme, &Colors::canvas);
    auto *header = new Surface(m_theme, &Colors::panel, Qt::BottomEdge);
    m_theme.fixHeight(*header, metrics::header);
    m_theme.dress(*m_heading, TextStyle::Title);
    auto *headerRow = new QHBoxLayout(header);
    headerRow->setContentsMargins(metrics::pagePadding, 0, metrics::pagePadding, 0);
    headerRow->addWidget(m_heading);
    auto *all = new QWidget;
    all->setMaximumWidth(widestCard + 64);
    m_column->setSpacing(0);
    all->setLayout(m_column);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setWidgetResizable(true);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setFocusPolicy(Qt::NoFocus);
    m_area->setWidget(all);
    // The ground below shows through.
    m_area->viewport()->setAutoFillBackground(false);
    all->setAutoFillBackground(false);
    auto *column = new QVBoxLayout(ground);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(header);
    column->addWidget(m_area, 1);
    column->addWidget(m_nothing, 1);
    return ground;
}

/// While one searches, what is found in all sections; else the section that is open.
void SettingsPage::showSections()
{
    const QStringList query = m_search->text().toCaseFolded().split(u' ', Qt::SkipEmptyParts);
    const bool searches = !query.isEmpty();
    bool anything = false;
    for (qsizetype i = 0; i < m_sections.size(); ++i) {
        const Section &section = m_sections.at(i);
        bool any = false;
        for (SettingRow *row : section.card->rows()) {
            const bool shown = searches ? row->matches(query, section.name()) : i == m_list->currentRow();
            row->setVisible(shown);
            any = any || shown;
        }
        section.heading->setVisible(searches);
        section.box->setVisible(any);
        section.card->update();
        anything = anything || any;
    }
    m_area->setVisible(anything);
    m_nothing->setVisible(!anything);
    const int current = m_list->currentRow();
    m_heading->setText(searches ? tr("Found") : current >= 0 ? m_sections.at(current).name() : QString());
}

void SettingsPage::fitList()
{
    for (int i = 0; i < m_list->count(); ++i)
        m_list->item(i)->setSizeHint(QSize(0, m_theme.grown(listRow)));
}

void SettingsPage::retranslate()
{
    m_title->setFullText(title());
    m_search->setPlaceholderText(tr("Search settings"));
    m_search->setAccessibleName(tr("Search settings"));
    m_list->setAccessibleName(tr("Sections of the settings"));
    m_nothing->setWords(tr("No setting is called that"), tr("Try fewer or other words."));
    for (const auto &translate : m_retranslations)
        translate();
    for (int i = 0; i < m_list->count(); ++i) {
        const Section &section = m_sections.at(i);
        m_list->item(i)->setText(section.name());
        section.heading->setText(section.name());
        for (SettingRow *row : section.card->rows())
            row->retranslate();
    }
    showTextSize();
    showSections();
}

void SettingsPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    FramePage::changeEvent(event);
}

void SettingsPage::showEvent(QShowEvent *event)
{
    for (const auto &refresh : m_refreshes)
        refresh();
    FramePage::showEvent(event);
}

void SettingsPage::focusInEvent(QFocusEvent *event)
{
    FramePage::focusInEvent(event);
    m_search->setFocus(Qt::OtherFocusReason);
}

/// In the search field Down goes to the sections and Esc gives them all back.
bool SettingsPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Down)
            m_list->setFocus(Qt::TabFocusReason);
        else if (key == Qt::Key_Escape)
            m_search->clear();
        else
            return FramePage::eventFilter(watched, event);
        return true;
    }
    return FramePage::eventFilter(watched, event);
}

} // namespace rialto
