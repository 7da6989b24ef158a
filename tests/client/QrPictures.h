#pragma once

#include <QPainter>

#include "ui/QrCode.h"

namespace rialto {

using namespace Qt::StringLiterals;

inline const QString qrLink = u"rialto://192.168.1.20:3000"_s;

/// A code alone.
inline QImage codeOf(const QString &text, int pixelsOfModule = 5)
{
    const QImage code = qrCodeOf(text);
    return code.scaled(code.size() * pixelsOfModule);
}

/// A picture with a code somewhere on it, `side` pixels large and turned.
inline QImage ground(QSize size, const QColor &color, int side, qreal degrees = 0)
{
    QImage picture(size, QImage::Format_RGB32);
    picture.fill(color);
    QPainter painter(&picture);
    painter.translate(size.width() * 0.6, size.height() * 0.6);
    painter.rotate(degrees);
    painter.drawImage(QRect(-side / 2, -side / 2, side, side), codeOf(qrLink));
    return picture;
}

} // namespace rialto
