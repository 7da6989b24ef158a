#include "ui/PictureForm.h"

#include <QImageReader>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace rialto {

namespace {

QSize readSize(QSize size, const PictureForm &form)
{
    if (form.shape == PictureForm::Whole)
        return size.scaled(form.bound, Qt::KeepAspectRatio).expandedTo({1, 1}).boundedTo(size);
    const int shorter = qMin(size.width(), size.height());
    const int side = form.bound.width();
    return shorter > side ? size.scaled(side, side, Qt::KeepAspectRatioByExpanding) : size;
}

QImage middleOf(const QImage &image)
{
    const int side = qMin(image.width(), image.height());
    return image.copy((image.width() - side) / 2, (image.height() - side) / 2, side, side);
}

} // namespace

QImage circleOf(const QImage &square, int side)
{
    const QImage fitting = square.scaled(side, side, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    QImage circle(side, side, QImage::Format_ARGB32_Premultiplied);
    circle.fill(Qt::transparent);
    QPainter painter(&circle);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QBrush(fitting));
    painter.drawEllipse(QRectF(0, 0, side, side));
    painter.end();
    return circle;
}

QString PictureForm::key() const
{
    return u"#%1-%2x%3"_s.arg(shape).arg(bound.width()).arg(bound.height());
}

QImage readPicture(const QString &path, const PictureForm &form)
{
    QImageReader reader(path);
    reader.setDecideFormatFromContent(true);
    if (!QList<QByteArray>{"png", "jpeg", "jpg", "gif", "webp"}.contains(reader.format()))
        return {};
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    if (size.isValid() && readSize(size, form) != size)
        reader.setScaledSize(readSize(size, form));
    const QImage image = reader.read();
    if (image.isNull() || form.shape == PictureForm::Whole)
        return image;
    const QImage square = middleOf(image);
    return form.shape == PictureForm::Round ? circleOf(square, form.bound.width()) : square;
}

} // namespace rialto
