#include "ui/QrPicture.h"

#include <QPainter>

#include "ui/Metrics.h"
#include "ui/QrCode.h"

namespace rialto {

namespace {

constexpr int side = 240;
constexpr int pixelsOfModule = 8;

} // namespace

QrPicture::QrPicture(const QString &text, QWidget *parent) : QWidget(parent), m_code(qrCodeOf(text))
{
    setFixedSize(sizeHint());
}

QSize QrPicture::sizeHint() const
{
    return {side, side};
}

QImage QrPicture::image() const
{
    return m_code.scaled(m_code.size() * pixelsOfModule);
}

void QrPicture::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Qt::white);
    painter.drawRoundedRect(rect(), metrics::radiusCard, metrics::radiusCard);
    if (m_code.isNull())
        return;
    // In pixels of the screen, which are not those of the window where it enlarges by a fraction.
    const qreal ratio = devicePixelRatioF();
    const QSize pixels = (QSizeF(size()) * ratio).toSize();
    const QSize code = m_code.size() * qMax(1, pixels.width() / m_code.width());
    const QPoint corner((pixels.width() - code.width()) / 2, (pixels.height() - code.height()) / 2);
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.scale(1 / ratio, 1 / ratio);
    painter.drawImage(QRect(corner, code), m_code);
}

} // namespace rialto
