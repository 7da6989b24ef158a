#include "app/MainWindow.h"

#include <QButtonGroup>
#include <QCloseEvent>
#include <QGuiApplication>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QScreen>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "app/AboutDialog.h"
#include "ui/AppearanceMenus.h"
#include "ui/Language.h"
#include "ui/Metrics.h"
#include "ui/RailButton.h"
#include "ui/Toast.h"
#include "ui/UiSettings.h"

using namespace Qt::StringLiterals;

namespace rialto {

namespace {

constexpr int logoSize = 36;
constexpr QSize firstSize(1280, 800);

} // namespace

MainWindow::MainWindow(Theme &theme, Language &language, UiSettings &settings, QWidget *parent)
    : QMainWindow(parent),
      m_theme(theme),
      m_language(language),
      m_settings(settings),
      m_rail(new QWidget),
      m_group(new QButtonGroup(this)),
      m_pages(new QStackedWidget),
      m_whole(new QStackedWidget),
      m_frame(new QWidget),
      m_toast(new Toast(theme, *this))
{
    auto *columns = new QHBoxLayout(m_frame);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(0);
    buildRail();
    columns->addWidget(m_rail);
    columns->addWidget(m_pages, 1);
    m_whole->addWidget(m_frame);
    setCentralWidget(m_whole);
    setMinimumSize(metrics::railNarrow + 560, metrics::windowMinHeight);
    resize(firstSize.boundedTo(QGuiApplication::primaryScreen()->availableSize()));
    restoreGeometry(m_settings.windowGeometry());
    connect(&theme, &Theme::changed, this, &MainWindow::paintLogo);
    paintLogo();
    retranslate();
}

MainWindow::~MainWindow() = default;

void MainWindow::buildRail()
{
    m_rail->setObjectName(u"rail"_s);
    m_rail->setAutoFillBackground(false);
    m_rail->installEventFilter(this);
    auto *logo = new QLabel;
    logo->setAlignment(Qt::AlignHCenter);
    m_logo = logo;
    m_settingsButton = new RailButton(m_theme, u"settings"_s);
    m_avatar = new Avatar(m_theme, metrics::avatarRail);
    m_avatar->setCursor(Qt::PointingHandCursor);
    m_avatar->installEventFilter(this);
    auto *column = new QVBoxLayout(m_rail);
    column->setContentsMargins(4, 14, 4, 12);
    column->setSpacing(4);
    column->addWidget(m_logo);
    column->addSpacing(15);
    m_railItems = new QVBoxLayout;
    m_railItems->setSpacing(4);
    column->addLayout(m_railItems);
    column->addStretch();
    column->addWidget(m_settingsButton, 0, Qt::AlignHCenter);
    column->addSpacing(4);
    column->addWidget(m_avatar, 0, Qt::AlignHCenter);
    m_group->setExclusive(true);
    connect(m_settingsButton, &RailButton::clicked, this, &MainWindow::openMenu);
}

void MainWindow::addPage(FramePage *page)
{
    auto *button = new RailButton(m_theme, page->iconName());
    button->setCheckable(true);
    button->setText(page->title());
    button->setBadgeCalls(page->badgeCalls());
    button->setBadge(page->badgeCount());
    m_group->addButton(button, m_pages->count());
    m_railItems->addWidget(button, 0, Qt::AlignHCenter);
    setTabOrder(button, m_settingsButton);
    fitRail();
    m_pages->addWidget(page);
    connect(page, &FramePage::badgeChanged, button, [page, button] { button->setBadge(page->badgeCount()); });
    connect(button, &RailButton::clicked, this, [this, page] { showPage(page->pageId()); });
}

void MainWindow::clearPages()
{
    while (m_pages->count() > 0) {
        delete m_group->button(m_pages->count() - 1);
        delete m_pages->widget(m_pages->count() - 1);
    }
}

void MainWindow::addAlone(QWidget *page)
{
    m_whole->addWidget(page);
}

void MainWindow::showAlone(QWidget *page)
{
    m_whole->setCurrentWidget(page);
}

void MainWindow::restorePage()
{
    m_whole->setCurrentWidget(m_frame);
    if (m_pages->count() == 0)
        return;
    const auto *first = qobject_cast<FramePage *>(m_pages->widget(0));
    showPage(first->pageId());
    showPage(m_settings.lastPage());
}

void MainWindow::showPage(const QString &pageId)
{
    for (int i = 0; i < m_pages->count(); ++i) {
        const auto *page = qobject_cast<FramePage *>(m_pages->widget(i));
        if (page->pageId() != pageId)
            continue;
        m_pages->setCurrentIndex(i);
        m_group->button(i)->setChecked(true);
        m_settings.setLastPage(pageId);
        m_pages->currentWidget()->setFocus(Qt::OtherFocusReason);
    }
}

FramePage *MainWindow::currentPage() const
{
    return qobject_cast<FramePage *>(m_pages->currentWidget());
}

void MainWindow::setPerson(qint64 id, const QString &name)
{
    m_personName = name;
    m_avatar->showPerson(id, name);
    retranslate();
}

void MainWindow::setPresence(Presence presence, const QString &words)
{
    m_avatar->setPresence(presence);
    const QString both = u"%1 · %2"_s.arg(m_personName, words);
    m_avatar->setToolTip(both.toHtmlEscaped());
    m_avatar->setAccessibleName(both);
}

void MainWindow::say(const QString &text, const QString &icon)
{
    m_toast->say(text, icon);
}

void MainWindow::retranslate()
{
    setWindowTitle(m_personName.isEmpty() ? u"Rialto"_s : tr("%1 – Rialto").arg(m_personName));
    m_settingsButton->setAccessibleName(tr("Menu"));
    m_settingsButton->setToolTip(tr("Menu"));
    for (int i = 0; i < m_pages->count(); ++i)
        m_group->button(i)->setText(qobject_cast<FramePage *>(m_pages->widget(i))->title());
}

void MainWindow::openMenu()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillThemeMenu(*menu->addMenu(m_theme.icon(u"sun-moon"_s, &Colors::textMuted), tr("Theme")), m_theme, m_settings);
    fillLanguageMenu(*menu->addMenu(m_theme.icon(u"languages"_s, &Colors::textMuted), tr("Language")), m_language,
                     m_settings);
    fillNotificationMenu(*menu->addMenu(m_theme.icon(u"bell"_s, &Colors::textMuted), tr("Notifications")));
    menu->addSeparator();
    menu->addAction(m_theme.icon(u"user"_s, &Colors::textMuted), tr("Profile and presence…"), this,
                    &MainWindow::profileRequested);
    menu->addAction(m_theme.icon(u"info"_s, &Colors::textMuted), tr("About Rialto"), this, &MainWindow::showAbout);
    menu->addAction(m_theme.icon(u"log-out"_s, &Colors::textMuted), tr("Sign out…"), this,
                    &MainWindow::signOutRequested);
    const QPoint corner = m_settingsButton->mapToGlobal(QPoint(m_settingsButton->width(), m_settingsButton->height()));
    menu->popup(corner - QPoint(0, menu->sizeHint().height()));
}

void MainWindow::fillNotificationMenu(QMenu &menu)
{
    QAction *sound = menu.addAction(tr("With a sound"));
    sound->setCheckable(true);
    sound->setChecked(m_settings.hasNotificationSound());
    connect(sound, &QAction::toggled, this, [this](bool on) { m_settings.setNotificationSound(on); });
    QAction *text = menu.addAction(tr("Show what was written"));
    text->setCheckable(true);
    text->setChecked(m_settings.showsNotificationText());
    connect(text, &QAction::toggled, this, [this](bool on) { m_settings.setShowsNotificationText(on); });
}

void MainWindow::showAbout()
{
    AboutDialog(m_theme, this).exec();
}

void MainWindow::paintLogo()
{
    static_cast<QLabel *>(m_logo)->setPixmap(m_theme.logo(logoSize, devicePixelRatioF()));
    m_rail->update();
}

void MainWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QMainWindow::changeEvent(event);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_settings.setWindowGeometry(saveGeometry());
    QMainWindow::closeEvent(event);
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    fitRail();
}

void MainWindow::fitRail()
{
    const bool narrow = width() < metrics::narrowWindow;
    for (QAbstractButton *button : m_group->buttons())
        static_cast<RailButton *>(button)->setNarrow(narrow);
    m_settingsButton->setNarrow(narrow);
    m_rail->setFixedWidth(narrow ? metrics::railNarrow : metrics::rail);
}

/// The rail is a plain widget; its ground and edge are painted here.
bool MainWindow::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_avatar && event->type() == QEvent::MouseButtonRelease)
        Q_EMIT profileRequested();
    if (watched == m_rail && event->type() == QEvent::Paint) {
        QPainter painter(m_rail);
        painter.fillRect(m_rail->rect(), m_theme.colors().rail);
        painter.fillRect(QRect(m_rail->width() - 1, 0, 1, m_rail->height()), m_theme.colors().separator);
    }
    return QMainWindow::eventFilter(watched, event);
}

} // namespace rialto
