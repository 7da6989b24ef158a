#pragma once

#include <QImage>
#include <QPointer>
#include <QWidget>
#include <optional>

#include "ui/AvatarPictures.h"
#include "ui/Theme.h"

namespace rialto {

enum class Presence { None, Online, Away, DoNotDisturb, Offline, Unknown };

/// The same id always gets the same of the eight tints, on every machine.
size_t colorIndex(qint64 id);
/// Up to two letters for a person: "Олена Коваленко" is "ОК", "jane" is "J".
QString initials(const QString &name);
/// An arch, round above and nearly square at the foot: the shape of rooms and servers.
QPainterPath archPath(const QRectF &rect);

/// The letters of a name in a circle of the person's tint.
void paintInitials(QPainter &painter, const QRectF &rect, const Theme &theme, qint64 id, const QString &name);
/// The person's picture; the letters for who has none, and until it is there.
void paintPerson(QPainter &painter, const QRectF &rect, const Theme &theme, AvatarPictures &pictures, qint64 id,
                 const QString &name);
/// A selected tile is solid accent.
void paintRoomTile(QPainter &painter, const QRectF &rect, const Theme &theme, qint64 id, const QString &icon,
                   bool selected);
/// The dot at the lower right of a person. Its ring has the colour of a pane whatever lies beneath: on a selection or
/// the rail some of the dots would hardly be seen.
void paintPresence(QPainter &painter, const QRectF &avatar, const Theme &theme, Presence presence);

/// A person's circle or a room's arch as a widget.
class Avatar final : public QWidget
{
    Q_OBJECT
public:
    Avatar(const Theme &theme, int size, QWidget *parent = nullptr);

    void showPerson(qint64 id, const QString &name);
    void showRoom(qint64 id, const QString &icon);
    /// Where people's pictures come from; without, and for null, their letters are shown.
    void setPictures(AvatarPictures *pictures);
    /// Shows this square in place of the person's picture, or the letters when it is null; none ends that.
    void setPreview(const std::optional<QImage> &square);
    void setPresence(Presence presence);
    /// Grows with the text, as beside a line of it; otherwise `size` stays.
    void growWithText();
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintPicture(QPainter &painter, const QRectF &area) const;
    void repaintPerson(UserId person);
    void fit();

    const Theme &m_theme;
    QPointer<AvatarPictures> m_pictures;
    std::optional<QImage> m_preview;
    int m_size;
    bool m_grows = false;
    qint64 m_id = 0;
    QString m_name;
    QString m_icon;
    Presence m_presence = Presence::None;
};

} // namespace rialto
