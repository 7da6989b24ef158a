#include "ui/Avatar.h"

#include <QPainter>
#include <QPainterPath>

using namespace Qt::StringLiterals;

namespace rialto {

namespace {

constexpr qreal initialsShare = 0.4;

/// The first letter of a word, whole even when it takes two UTF-16 units.
QString firstLetter(const QString &word)
{
    const bool pair = word.size() > 1 && word.at(0).isHighSurrogate();
    return word.left(pair ? 2 : 1).toUpper();
}

} // namespace

size_t colorIndex(qint64 id)
{
    // Fibonacci hashing (Knuth, volume 3, 6.4): neighbours get different tints.
    return size_t((quint64(id) * 0x9E3779B97F4A7C15ULL) >> 61);
}

QString initials(const QString &name)
{
    const QStringList words = name.split(u' ', Qt::SkipEmptyParts);
    if (words.isEmpty())
        return {};
    return words.size() == 1 ? firstLetter(words.first()) : firstLetter(words.first()) + firstLetter(words.last());
}

QPainterPath archPath(const QRectF &rect)
{
    const qreal top = rect.width() / 2;
    const qreal foot = rect.width() * 0.2;
    QPainterPath path(QPointF(rect.left(), rect.top() + top));
    path.arcTo(rect.left(), rect.top(), 2 * top, 2 * top, 180, -180);
    path.lineTo(rect.right(), rect.bottom() - foot);
    path.arcTo(rect.right() - 2 * foot, rect.bottom() - 2 * foot, 2 * foot, 2 * foot, 0, -90);
    path.lineTo(rect.left() + foot, rect.bottom());
    path.arcTo(rect.left(), rect.bottom() - 2 * foot, 2 * foot, 2 * foot, 270, -90);
    path.closeSubpath();
    return path;
}

void paintInitials(QPainter &painter, const QRectF &rect, const Theme &theme, qint64 id, const QString &name)
{
    const size_t tint = colorIndex(id);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.colors().avatarBackground[tint]);
    painter.drawEllipse(rect);
    QFont font = theme.font(TextStyle::RowUnread);
    font.setPixelSize(qMax(8, int(rect.width() * initialsShare)));
    painter.setFont(font);
    painter.setPen(theme.colors().avatarText[tint]);
    painter.drawText(rect, Qt::AlignCenter, initials(name));
}

void paintPerson(QPainter &painter, const QRectF &rect, const Theme &theme, AvatarPictures &pictures, qint64 id,
                 const QString &name)
{
    const int pixels = qRound(rect.width() * painter.device()->devicePixelRatioF());
    const QImage picture = pictures.find(UserId{id}, pixels);
    if (picture.isNull())
        paintInitials(painter, rect, theme, id, name);
    else
        painter.drawImage(rect, picture);
}

void paintRoomTile(QPainter &painter, const QRectF &rect, const Theme &theme, qint64 id, const QString &icon,
                   bool selected)
{
    const size_t tint = colorIndex(id);
    const Colors &colors = theme.colors();
    painter.setPen(Qt::NoPen);
    painter.setBrush(selected ? colors.accent : colors.avatarBackground[tint]);
    painter.drawPath(archPath(rect));
    const int size = qRound(rect.width() * 0.5);
    const QColor color = selected ? colors.accentText : colors.avatarText[tint];
    const QPixmap picture = theme.pixmap(icon, size, color, painter.device()->devicePixelRatioF());
    painter.drawPixmap(QPointF(rect.center().x() - size / 2.0, rect.center().y() - size / 2.0 + 1).toPoint(), picture);
}

void paintPresence(QPainter &painter, const QRectF &avatar, const Theme &theme, Presence presence)
{
    if (presence == Presence::None)
        return;
    constexpr qreal dot = 10;
    constexpr qreal border = 2;
    const QRectF rect(avatar.right() - dot + 1, avatar.bottom() - dot + 1, dot, dot);
    const Colors &colors = theme.colors();
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors.panel);
    painter.drawEllipse(rect.adjusted(-border, -border, border, border));
    if (presence == Presence::Online || presence == Presence::DoNotDisturb) {
        painter.setBrush(presence == Presence::Online ? colors.presenceOnline : colors.presenceBusy);
        painter.drawEllipse(rect);
        if (presence == Presence::DoNotDisturb)
            painter.fillRect(QRectF(rect.left() + 2, rect.center().y() - 1, dot - 4, 2), colors.panel);
        return;
    }
    painter.setPen(QPen(presence == Presence::Away ? colors.presenceAway : colors.presenceOffline, border));
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(rect.adjusted(1, 1, -1, -1));
}

Avatar::Avatar(const Theme &theme, int size, QWidget *parent) : QWidget(parent), m_theme(theme), m_size(size)
{
    connect(&theme, &Theme::changed, this, &Avatar::fit);
    fit();
}

void Avatar::growWithText()
{
    m_grows = true;
    fit();
}

QSize Avatar::sizeHint() const
{
    const QSize size(m_size, m_size);
    return m_grows ? m_theme.grown(size) : size;
}

void Avatar::fit()
{
    setFixedSize(sizeHint());
    update();
}

void Avatar::showPerson(qint64 id, const QString &name)
{
    if (id == m_id && name == m_name && m_icon.isEmpty())
        return;
    m_id = id;
    m_name = name;
    m_icon.clear();
    update();
}

void Avatar::showRoom(qint64 id, const QString &icon)
{
    m_id = id;
    m_icon = icon;
    update();
}

void Avatar::setPictures(AvatarPictures *pictures)
{
    if (m_pictures)
        m_pictures->disconnect(this);
    m_pictures = pictures;
    if (m_pictures)
        connect(m_pictures, &AvatarPictures::changed, this, &Avatar::repaintPerson);
    update();
}

void Avatar::repaintPerson(UserId person)
{
    if (m_icon.isEmpty() && (!person.isValid() || person.value == m_id))
        update();
}

void Avatar::setPreview(const std::optional<QImage> &square)
{
    m_preview = square;
    update();
}

void Avatar::setPresence(Presence presence)
{
    if (std::exchange(m_presence, presence) != presence)
        update();
}

void Avatar::paintPicture(QPainter &painter, const QRectF &area) const
{
    if (m_preview && !m_preview->isNull())
        painter.drawImage(area, circleOf(*m_preview, qRound(area.width() * devicePixelRatioF())));
    else if (m_pictures && !m_preview)
        paintPerson(painter, area, m_theme, *m_pictures, m_id, m_name);
    else
        paintInitials(painter, area, m_theme, m_id, m_name);
}

void Avatar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF area = rect();
    if (m_icon.isEmpty())
        paintPicture(painter, area);
    else
        paintRoomTile(painter, area, m_theme, m_id, m_icon, false);
    paintPresence(painter, area.adjusted(0, 0, -2, -2), m_theme, m_presence);
}

} // namespace rialto
