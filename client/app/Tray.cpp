#include "app/Tray.h"

#include <QEvent>
#include <QPainter>

#include "ui/Theme.h"

namespace rialto {

namespace {

constexpr int pictureSize = 64;
constexpr int dotSize = 24;

} // namespace

Tray::Tray(const Theme &theme, QObject *parent)
    : QObject(parent), m_theme(theme), m_open(m_menu.addAction(QString())), m_quit(m_menu.addAction(QString()))
{
    connect(m_open, &QAction::triggered, this, &Tray::activated);
    connect(m_quit, &QAction::triggered, this, &Tray::quitRequested);
    connect(&m_icon, &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
        if (reason != QSystemTrayIcon::Context)
            Q_EMIT activated();
    });
    m_icon.setContextMenu(&m_menu);
    m_menu.installEventFilter(this);
    retranslate();
    connect(&theme, &Theme::changed, this, &Tray::paint);
    m_icon.setVisible(QSystemTrayIcon::isSystemTrayAvailable());
}

void Tray::setUnread(int count)
{
    if (std::exchange(m_unread, count) != count)
        paint();
}

bool Tray::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    return QObject::eventFilter(watched, event);
}

void Tray::retranslate()
{
    m_open->setText(tr("Open Rialto"));
    m_quit->setText(tr("Quit Rialto"));
    paint();
}

void Tray::paint()
{
    QPixmap picture = m_theme.logo(pictureSize, 1);
    if (m_unread > 0) {
        QPainter painter(&picture);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.colors().warm);
        painter.drawEllipse(pictureSize - dotSize, 0, dotSize, dotSize);
    }
    m_icon.setIcon(picture);
    m_icon.setToolTip(m_unread > 0 ? tr("Rialto: %n unread", nullptr, m_unread) : QStringLiteral("Rialto"));
}

} // namespace rialto
