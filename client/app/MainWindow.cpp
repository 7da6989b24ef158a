#include "app/MainWindow.h"

#include <QButtonGroup>
#include <QCloseEvent>
#include <QGuiApplication>
#include <QLabel>
#include <QPainter>
#include <QScreen>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "ui/Metrics.h"
#include "ui/Mirror.h"
#include "ui/RailButton.h"
#include "ui/Toast.h"
#include "ui/UiSettings.h"

using namespace Qt::StringLiterals;

namespace rialto {

namespace {

constexpr int logoSize = 36;
constexpr QSize firstSize(1280, 800);

} // namespace

MainWindow::MainWindow(const Theme &theme, UiSettings &settings, QWidget *parent)
    : QMainWindow(parent),
      m_theme(theme),
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
    connect(&theme, &Theme::changed, this, &MainWindow::fitRail);
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
    m_footItems = new QVBoxLayout;
    m_footItems->setSpacing(4);
    column->addLayout(m_footItems);
    column->addSpacing(4);
    column->addWidget(m_avatar, 0, Qt::AlignHCenter);
    m_group->setExclusive(true);
}

void MainWindow::addPage(FramePage *page)
{
    auto *button = new RailButton(m_theme, page->iconName());
    button->setCheckable(true);
    button->setBadgeCalls(page->badgeCalls());
    button->setBadge(page->badgeCount());
    m_group->addButton(button, m_pages->count());
    (page->standsAtFoot() ? m_footItems : m_railItems)->addWidget(button, 0, Qt::AlignHCenter);
    if (QAbstractButton *above = m_group->button(m_pages->count() - 1))
        setTabOrder(above, button);
    m_pages->addWidget(page);
    nameButtons();
    fitRail();
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
        if (!page->standsAtFoot())
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
    nameButtons();
}

void MainWindow::nameButtons()
{
    for (int i = 0; i < m_pages->count(); ++i) {
        const auto *page = qobject_cast<FramePage *>(m_pages->widget(i));
        QAbstractButton *button = m_group->button(i);
        button->setAccessibleName(page->title());
        if (page->standsAtFoot())
            button->setToolTip(page->title());
        else
            button->setText(page->title());
    }
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
    m_rail->setFixedWidth(narrow ? metrics::railNarrow : m_theme.grown(metrics::rail));
}

/// The rail is a plain widget; its ground and edge are painted here.
bool MainWindow::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_avatar && event->type() == QEvent::MouseButtonRelease)
        Q_EMIT profileRequested();
    if (watched == m_rail && event->type() == QEvent::Paint) {
        QPainter painter(m_rail);
        painter.fillRect(m_rail->rect(), m_theme.colors().rail);
        const QRect edge(m_rail->width() - 1, 0, 1, m_rail->height());
        painter.fillRect(Mirror(layoutDirection(), m_rail->rect())(edge), m_theme.colors().separator);
    }
    return QMainWindow::eventFilter(watched, event);
}

} // namespace rialto
