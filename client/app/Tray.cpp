#include "app/Tray.h"

#include <QPainter>

#include "ui/Theme.h"

namespace rialto {

namespace {

constexpr int pictureSize = 64;
constexpr int dotSize = 24;

} // namespace

Tray::Tray(const Theme &theme, QObject *parent) : QObject(parent), m_theme(theme)
{
    connect(&m_icon, &QSystemTrayIcon::activated, this, &Tray::activated);
    connect(&theme, &Theme::changed, this, &Tray::paint);
    paint();
    m_icon.setVisible(QSystemTrayIcon::isSystemTrayAvailable());
}

void Tray::setUnread(int count)
{
    if (std::exchange(m_unread, count) != count)
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
