#include "app/DemoPictures.h"

#include <QBuffer>
#include <QImage>
#include <QPainter>
#include <QPainterPath>

// Painted with shapes alone: letters would need the fonts of a desktop.
namespace rialto::demo {
namespace {

constexpr QSize kPhoto(1024, 704);
constexpr int kAvatarSide = 400;
constexpr int kJpegQuality = 88;

QByteArray jpegOf(const QImage &image)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "jpeg", kJpegQuality);
    return bytes;
}

QLinearGradient fade(qreal top, qreal bottom, const QColor &from, const QColor &to)
{
    QLinearGradient gradient(0, top, 0, bottom);
    gradient.setColorAt(0, from);
    gradient.setColorAt(1, to);
    return gradient;
}

/// A lamp that hangs from above and throws its light; `size` is the width of its shade.
void paintLamp(QPainter &painter, QPointF top, qreal cord, qreal size)
{
    const QPointF shade = top + QPointF(0, cord);
    painter.setPen(QPen(QColor("#3a3230"), size / 30));
    painter.drawLine(top, shade);
    painter.setPen(Qt::NoPen);
    QRadialGradient glow(shade + QPointF(0, size * 0.5), size * 1.4);
    glow.setColorAt(0, QColor(255, 226, 150, 150));
    glow.setColorAt(1, QColor(255, 226, 150, 0));
    painter.setBrush(glow);
    painter.drawEllipse(shade + QPointF(0, size * 0.5), size * 1.4, size * 1.4);
    painter.setBrush(QColor("#fff3cf"));
    painter.drawEllipse(shade + QPointF(0, size * 0.46), size * 0.16, size * 0.16);
    QPainterPath bell(shade);
    bell.cubicTo(shade + QPointF(size * 0.3, 0), shade + QPointF(size * 0.4, size * 0.2),
                 shade + QPointF(size * 0.5, size * 0.45));
    bell.lineTo(shade + QPointF(-size * 0.5, size * 0.45));
    bell.cubicTo(shade + QPointF(-size * 0.4, size * 0.2), shade + QPointF(-size * 0.3, 0), shade);
    painter.setBrush(QColor("#e0a845"));
    painter.drawPath(bell);
}

/// A boat on the water line at `middle`; `size` is its length.
void paintBoat(QPainter &painter, QPointF middle, qreal size)
{
    painter.setPen(Qt::NoPen);
    const auto at = [&](qreal x, qreal y) { return middle + QPointF(x, y) * size; };
    painter.setBrush(QColor("#fbf6ea"));
    painter.drawPolygon(QPolygonF{at(0.02, -0.85), at(0.02, -0.12), at(0.42, -0.12)});
    painter.setBrush(QColor("#e9dcc0"));
    painter.drawPolygon(QPolygonF{at(-0.03, -0.7), at(-0.03, -0.12), at(-0.34, -0.12)});
    painter.setBrush(QColor("#7a3b2c"));
    painter.drawPolygon(QPolygonF{at(-0.5, -0.06), at(0.5, -0.06), at(0.36, 0.12), at(-0.36, 0.12)});
}

void paintHills(QPainter &painter, qreal side)
{
    painter.setPen(Qt::NoPen);
    painter.fillRect(QRectF(0, 0, side, side), fade(0, side, "#ffd9a0", "#f58f7c"));
    painter.setBrush(QColor("#fff4d6"));
    painter.drawEllipse(QPointF(side * 0.64, side * 0.36), side * 0.13, side * 0.13);
    const auto hill = [&](const char *colour, qreal top, qreal middle) {
        QPainterPath path(QPointF(0, side));
        path.lineTo(0, side * (top + 0.14));
        path.cubicTo(side * (middle - 0.2), side * top, side * (middle + 0.1), side * top, side, side * (top + 0.2));
        path.lineTo(side, side);
        painter.setBrush(QColor(colour));
        painter.drawPath(path);
    };
    hill("#8f5a78", 0.46, 0.35);
    hill("#5b4270", 0.6, 0.7);
    hill("#33305a", 0.76, 0.4);
}

void paintSea(QPainter &painter, const QRectF &area)
{
    const qreal shore = area.height() * 0.62;
    painter.setPen(Qt::NoPen);
    painter.fillRect(area, fade(0, shore, "#23395b", "#f2b880"));
    painter.setBrush(QColor("#ffe9bf"));
    painter.drawEllipse(QPointF(area.width() * 0.3, shore * 0.86), shore * 0.1, shore * 0.1);
    painter.fillRect(QRectF(0, shore, area.width(), area.height() - shore),
                     fade(shore, area.height(), "#d59b74", "#1d3250"));
    painter.setBrush(QColor(255, 236, 200, 90));
    for (int i = 0; i < 9; ++i)
        painter.drawRoundedRect(QRectF(area.width() * (0.3 - 0.012 * i) - 30, shore + 12 + i * area.height() * 0.038,
                                       60 + area.width() * 0.024 * i, 5),
                                2.5, 2.5);
    paintBoat(painter, QPointF(area.width() * 0.6, area.height() * 0.74), area.height() * 0.46);
}

void paintCup(QPainter &painter, qreal side)
{
    painter.setPen(Qt::NoPen);
    painter.fillRect(QRectF(0, 0, side, side), fade(0, side, "#cfe8e2", "#7fb8b0"));
    painter.setPen(QPen(QColor("#fdfaf3"), side * 0.05));
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(QPointF(side * 0.69, side * 0.58), side * 0.1, side * 0.1);
    painter.setPen(QPen(QColor(255, 255, 255, 170), side * 0.025, Qt::SolidLine, Qt::RoundCap));
    for (const qreal x : {0.4, 0.5, 0.6}) {
        QPainterPath steam(QPointF(side * x, side * 0.38));
        steam.cubicTo(side * (x + 0.06), side * 0.32, side * (x - 0.06), side * 0.27, side * x, side * 0.2);
        painter.drawPath(steam);
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor("#fdfaf3"));
    painter.drawRoundedRect(QRectF(side * 0.3, side * 0.42, side * 0.4, side * 0.36), side * 0.1, side * 0.1);
    painter.setBrush(QColor("#5a3a2a"));
    painter.drawEllipse(QPointF(side * 0.5, side * 0.455), side * 0.17, side * 0.035);
}

void paintLeaf(QPainter &painter, qreal side)
{
    painter.setPen(Qt::NoPen);
    painter.fillRect(QRectF(0, 0, side, side), fade(0, side, "#f3ead2", "#dfcfa2"));
    QPainterPath leaf(QPointF(side * 0.26, side * 0.76));
    leaf.cubicTo(side * 0.2, side * 0.36, side * 0.46, side * 0.2, side * 0.78, side * 0.2);
    leaf.cubicTo(side * 0.8, side * 0.54, side * 0.62, side * 0.8, side * 0.26, side * 0.76);
    painter.setBrush(fade(side * 0.2, side * 0.8, "#6fa65a", "#2f6b4a"));
    painter.drawPath(leaf);
    painter.setPen(QPen(QColor("#e4f0cf"), side * 0.018, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(QPointF(side * 0.22, side * 0.82), QPointF(side * 0.68, side * 0.3));
    for (const qreal t : {0.25, 0.45, 0.65}) {
        const QPointF from(side * (0.26 + 0.42 * t), side * (0.78 - 0.48 * t));
        painter.drawLine(from, from + QPointF(side * 0.15, side * 0.01));
        painter.drawLine(from, from + QPointF(-side * 0.01, -side * 0.14));
    }
}

void paintPlanet(QPainter &painter, qreal side)
{
    painter.setPen(Qt::NoPen);
    painter.fillRect(QRectF(0, 0, side, side), fade(0, side, "#1c1f45", "#4b2f6b"));
    painter.setBrush(QColor("#e8e6ff"));
    for (int i = 0; i < 26; ++i)
        painter.drawEllipse(QPointF((i * 137 + 31) % 400, (i * 89 + 53) % 400) * (side / 400), 1.5 + i % 3,
                            1.5 + i % 3);
    painter.translate(side / 2, side / 2);
    painter.rotate(-20);
    painter.setBrush(fade(-side * 0.2, side * 0.2, "#ffb067", "#d94f70"));
    painter.drawEllipse(QPointF(), side * 0.2, side * 0.2);
    painter.setPen(QPen(QColor("#ffe2b8"), side * 0.022));
    painter.setBrush(Qt::NoBrush);
    painter.drawArc(QRectF(-side * 0.34, -side * 0.09, side * 0.68, side * 0.18), 150 * 16, 240 * 16);
}

void paintBox(QPainter &painter, const QRectF &box, const QColor &colour)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(fade(box.top(), box.bottom(), colour, colour.darker(125)));
    painter.drawRoundedRect(box, 3, 3);
    painter.setBrush(QColor(255, 255, 255, 120));
    painter.drawRect(QRectF(box.center().x() - 5, box.top(), 10, box.height()));
    painter.setBrush(QColor(255, 255, 255, 190));
    painter.drawRect(QRectF(box.left() + 8, box.bottom() - 24, qMin(34.0, box.width() / 3), 14));
}

/// Shelves with boxes, and gaps where some were taken.
void paintShelves(QPainter &painter)
{
    static constexpr const char *colours[] = {"#c89a62", "#b27f4a", "#d8b483", "#8fa7a0", "#c46f55"};
    painter.fillRect(QRect(QPoint(), kPhoto), fade(0, kPhoto.height(), "#e9e3d6", "#c9bfae"));
    for (int level = 0; level < 3; ++level) {
        const qreal board = 230 + level * 210;
        qreal x = 70;
        for (int i = 0; x < kPhoto.width() - 190; ++i) {
            const int kind = (level * 5 + i * 3) % 5;
            const qreal width = 90 + kind * 22;
            const qreal height = 80 + (kind * 37 + level * 11) % 70;
            if ((level + i) % 6 != 4)
                paintBox(painter, QRectF(x, board - height, width, height), colours[kind]);
            x += width + 14;
        }
        painter.fillRect(QRectF(40, board, kPhoto.width() - 80, 18), QColor("#5c6668"));
    }
    for (const int post : {40, kPhoto.width() - 56})
        painter.fillRect(QRectF(post, 40, 16, kPhoto.height() - 40), QColor("#47504f"));
}

void paintShowcase(QPainter &painter)
{
    painter.fillRect(QRect(QPoint(), kPhoto), fade(0, kPhoto.height(), "#2b3a42", "#141d22"));
    for (int i = 0; i < 3; ++i)
        paintLamp(painter, QPointF(230 + i * 280, 0), 150 + (i % 2) * 90, 170);
    painter.setPen(Qt::NoPen);
    painter.setBrush(fade(590, 704, "#8a5a35", "#5d3a21"));
    painter.drawRect(QRectF(0, 600, kPhoto.width(), 104));
    painter.setBrush(QColor("#6c3f5e"));
    painter.drawRoundedRect(QRectF(180, 510, 70, 92), 26, 26);
    painter.setBrush(QColor("#d8d2c4"));
    painter.drawRoundedRect(QRectF(470, 540, 84, 62), 18, 18);
    painter.setBrush(QColor("#4f7f78"));
    painter.drawEllipse(QPointF(790, 560), 56, 42);
}

void paintMotif(QPainter &painter, Motif motif)
{
    const qreal side = kAvatarSide;
    switch (motif) {
    case Motif::Hills:
        return paintHills(painter, side);
    case Motif::Sea:
        return paintSea(painter, QRectF(0, 0, side, side));
    case Motif::Leaf:
        return paintLeaf(painter, side);
    case Motif::Cup:
        return paintCup(painter, side);
    case Motif::Planet:
        return paintPlanet(painter, side);
    case Motif::Lamp:
        painter.fillRect(QRectF(0, 0, side, side), fade(0, side, "#1f4f63", "#123040"));
        return paintLamp(painter, QPointF(side / 2, 0), side * 0.2, side * 0.78);
    }
}

} // namespace

QByteArray avatarOf(Motif motif)
{
    QImage image(kAvatarSide, kAvatarSide, QImage::Format_RGB32);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    paintMotif(painter, motif);
    painter.end();
    return jpegOf(image);
}

QByteArray photoOf(Scene scene)
{
    QImage image(kPhoto, QImage::Format_RGB32);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    if (scene == Scene::Shelves)
        paintShelves(painter);
    else if (scene == Scene::Showcase)
        paintShowcase(painter);
    else
        paintSea(painter, QRectF(QPointF(), QSizeF(kPhoto)));
    painter.end();
    return jpegOf(image);
}

} // namespace rialto::demo
