#include "app/MainWindow.h"

#include <QCloseEvent>
#include <QGuiApplication>
#include <QScreen>
#include <QStackedWidget>

#include "app/AccountFrame.h"
#include "ui/Metrics.h"
#include "ui/Toast.h"
#include "ui/UiSettings.h"

using namespace Qt::StringLiterals;

namespace rialto {

namespace {

constexpr QSize firstSize(1280, 800);
constexpr int restsAfterMs = 1000;

} // namespace

MainWindow::MainWindow(const Theme &theme, UiSettings &settings, QWidget *parent)
    : QMainWindow(parent), m_settings(settings), m_views(new QStackedWidget), m_toast(new Toast(theme, *this))
{
    setCentralWidget(m_views);
    setAnimated(false); // Nothing docks here; the animations would be made at every layout all the same.
    setMinimumSize(metrics::windowMinWidth, metrics::windowMinHeight);
    resize(firstSize.boundedTo(QGuiApplication::primaryScreen()->availableSize()));
    restoreGeometry(m_settings.windowGeometry());
    m_moved.setSingleShot(true);
    m_moved.setInterval(restsAfterMs);
    connect(&m_moved, &QTimer::timeout, this, &MainWindow::rememberPlace);
    retranslate();
}

MainWindow::~MainWindow() = default;

void MainWindow::addView(QWidget *view)
{
    m_views->addWidget(view);
}

void MainWindow::showView(QWidget *view)
{
    m_views->setCurrentWidget(view);
}

AccountFrame *MainWindow::frame() const
{
    return qobject_cast<AccountFrame *>(m_views->currentWidget());
}

void MainWindow::showPage(const QString &pageId)
{
    if (frame())
        frame()->showPage(pageId);
}

FramePage *MainWindow::currentPage() const
{
    return frame() ? frame()->currentPage() : nullptr;
}

void MainWindow::setPerson(const QString &name)
{
    m_personName = name;
    retranslate();
}

void MainWindow::say(const QString &text, const QString &icon, const ToastActions &actions)
{
    m_toast->say(text, icon, actions);
}

void MainWindow::retranslate()
{
    setWindowTitle(m_personName.isEmpty() ? u"Rialto"_s : tr("%1 — Rialto").arg(m_personName));
}

void MainWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QMainWindow::changeEvent(event);
}

/// Not only on closing: a session of the desktop may end without asking.
void MainWindow::rememberPlace()
{
    m_moved.stop();
    m_settings.setWindowGeometry(saveGeometry());
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    if (isVisible())
        m_moved.start();
}

void MainWindow::moveEvent(QMoveEvent *event)
{
    QMainWindow::moveEvent(event);
    if (isVisible())
        m_moved.start();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    rememberPlace();
    // A desktop that ends its session closes all windows and waits for those that refuse.
    if (m_hasTray && m_settings.staysInTray() && !qGuiApp->isSavingSession()) {
        event->ignore();
        hide();
        return;
    }
    QMainWindow::closeEvent(event);
    Q_EMIT closed();
}

} // namespace rialto
