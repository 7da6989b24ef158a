#include "ui/Icons.h"

#include <QFile>
#include <QPainter>
#include <QSvgRenderer>

using namespace Qt::StringLiterals;

namespace rialto {

namespace {

constexpr int cachedPixmaps = 600;
constexpr qreal paintedStroke = 1.5;
constexpr qreal thickestStroke = 2.6;
constexpr qreal viewBox = 24;

QByteArray readResource(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QPixmap render(const QByteArray &svg, int size, qreal devicePixelRatio)
{
    QPixmap pixmap(QSize(size, size) * devicePixelRatio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    QSvgRenderer(svg).render(&painter);
    painter.end();
    pixmap.setDevicePixelRatio(devicePixelRatio);
    return pixmap;
}

} // namespace

Icons::Icons() : m_cache(cachedPixmaps) {}

QPixmap Icons::pixmap(const QString &name, int size, const QColor &color, qreal devicePixelRatio) const
{
    const QString key = u"%1/%2/%3/%4"_s.arg(name).arg(size).arg(color.rgba()).arg(devicePixelRatio);
    if (const QPixmap *known = m_cache.object(key))
        return *known;
    QByteArray svg = readResource(u":/icons/%1.svg"_s.arg(name));
    if (svg.isEmpty())
        return {};
    // The set is drawn with a stroke of 2 in a box of 24; painted, every size shows the same fine line.
    const qreal stroke = qMin(paintedStroke * viewBox / size, thickestStroke);
    svg.replace("stroke-width=\"2\"", "stroke-width=\"" + QByteArray::number(stroke) + '"');
    svg.replace("currentColor", color.name().toLatin1());
    auto *pixmap = new QPixmap(render(svg, size, devicePixelRatio));
    m_cache.insert(key, pixmap);
    return *pixmap;
}

QPixmap Icons::logo(int size, const QColor &arch, const QColor &water, qreal devicePixelRatio) const
{
    QByteArray svg = readResource(u":/logo.svg"_s);
    svg.replace("#0C6A73", arch.name().toLatin1());
    svg.replace("#A94216", water.name().toLatin1());
    return render(svg, size, devicePixelRatio);
}

} // namespace rialto
