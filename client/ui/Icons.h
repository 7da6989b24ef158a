#pragma once

#include <QCache>
#include <QColor>
#include <QPixmap>

namespace rialto {

/// Renders the line icons of resources/icons in any size and colour, and remembers what it rendered.
/// Lives on: GUI thread.
class Icons
{
public:
    Icons();

    /// `size` in device independent pixels. An unknown name gives an empty pixmap.
    QPixmap pixmap(const QString &name, int size, const QColor &color, qreal devicePixelRatio) const;
    /// The bridge of Rialto in the colours of the theme.
    QPixmap logo(int size, const QColor &arch, const QColor &water, qreal devicePixelRatio) const;

private:
    mutable QCache<QString, QPixmap> m_cache;
};

} // namespace rialto
