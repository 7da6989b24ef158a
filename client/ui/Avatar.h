#pragma once

#include <QWidget>

#include "ui/Theme.h"

namespace rialto {

enum class Presence { None, Online, Away, DoNotDisturb, Offline, Unknown };

/// The same id always gets the same of the eight tints, on every machine.
size_t colorIndex(qint64 id);
/// Up to two letters for a person: "Олена Коваленко" is "ОК", "jane" is "J".
QString initials(const QString &name);
/// An arch, round above and nearly square at the foot: the shape of rooms and servers.
QPainterPath archPath(const QRectF &rect);

void paintPerson(QPainter &painter, const QRectF &rect, const Theme &theme, qint64 id, const QString &name);
/// A selected tile is solid accent.
void paintRoomTile(QPainter &painter, const QRectF &rect, const Theme &theme, qint64 id, const QString &icon,
                   bool selected);
/// The dot at the lower right of a person; `ring` is the colour of what lies beneath.
void paintPresence(QPainter &painter, const QRectF &avatar, const Theme &theme, Presence presence, const QColor &ring);

/// A person's circle or a room's arch as a widget.
class Avatar final : public QWidget
{
    Q_OBJECT
public:
    Avatar(const Theme &theme, int size, QWidget *parent = nullptr);

    void showPerson(qint64 id, const QString &name);
    void showRoom(qint64 id, const QString &icon);
    void setPresence(Presence presence);
    /// The colour of what lies beneath, around the presence; that of the rail unless set.
    void setRing(ColorRole ring);
    QSize sizeHint() const override { return {m_size, m_size}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    int m_size;
    qint64 m_id = 0;
    QString m_name;
    QString m_icon;
    Presence m_presence = Presence::None;
    ColorRole m_ring = &Colors::rail;
};

} // namespace rialto
