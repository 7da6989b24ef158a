#include "features/chat/AttachmentBlock.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>
#include <QPainterPath>

#include "ui/LinePainter.h"
#include "ui/Metrics.h"
#include "ui/Mirror.h"
#include "ui/PictureStore.h"
#include "ui/Theme.h"

using namespace Qt::StringLiterals;

namespace rialto {

namespace {

constexpr qreal tallest = 320;
constexpr qreal widest = 420;
constexpr qreal gap = 4;
constexpr int fileHeight = 48;
constexpr qreal fileIcon = 40;
constexpr qreal narrowestFile = 220;
constexpr qreal radius = 8;
constexpr int glyph = 20;

// As large as it is, smaller where it would not fit; a sliver is widened so that one can see and hit it.
QSizeF pictureSize(const Attachment &picture, qreal maxWidth)
{
    const QSizeF bound(qMin(maxWidth, widest), tallest);
    QSizeF size(picture.width, picture.height);
    if (size.width() > bound.width() || size.height() > bound.height())
        size.scale(bound, Qt::KeepAspectRatio);
    return {qBound(80.0, std::round(size.width()), bound.width()), qBound(48.0, std::round(size.height()), tallest)};
}

/// One picture alone, or squares in two columns; returns where they end.
qreal layoutPictures(AttachmentBlock &block, const QList<int> &indexes, const TimelineEntry &row, qreal maxWidth)
{
    if (indexes.size() == 1) {
        const QSizeF size = pictureSize(row.message.attachments.at(indexes.first()), maxWidth);
        block.boxes.append({indexes.first(), {QPointF(), size}, true});
        return size.height();
    }
    const qreal side = std::floor((qMin(maxWidth, widest) - gap) / 2);
    qreal bottom = 0;
    for (qsizetype i = 0; i < indexes.size(); ++i) {
        const auto [line, column] = std::div(i, qsizetype(2));
        const QPointF corner(qreal(column) * (side + gap), qreal(line) * (side * 0.75 + gap));
        const bool isWide = column == 0 && i == indexes.size() - 1;
        block.boxes.append({indexes.at(i), {corner, QSizeF(isWide ? 2 * side + gap : side, side * 0.75)}, true});
        bottom = block.boxes.last().rect.bottom();
    }
    return bottom;
}

void paintBar(QPainter &painter, const QRectF &line, double share, const QColor &ground, const QColor &ink)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawRoundedRect(line, line.height() / 2, line.height() / 2);
    painter.setBrush(ink);
    painter.drawRoundedRect(QRectF(line.topLeft(), QSizeF(line.width() * share, line.height())), line.height() / 2,
                            line.height() / 2);
}

double shareOf(const FileTransfer &transfer)
{
    return qBound(0.0, double(transfer.done) / double(qMax<qint64>(1, transfer.total)), 1.0);
}

/// What a click does: take back, go on, or get the file.
QString glyphOf(const FileTransfer &transfer)
{
    if (!transfer.problem.isEmpty())
        return u"rotate-ccw"_s;
    return transfer.isOnItsWay() ? u"x"_s : u"file"_s;
}

void paintFile(QPainter &painter, const Theme &theme, const TimelineEntry &row, int index, const QRectF &rect)
{
    const Colors &c = theme.colors();
    const Mirror at(painter.layoutDirection(), rect);
    const QRectF square = at(QRectF(rect.left(), rect.top() + (rect.height() - fileIcon) / 2, fileIcon, fileIcon));
    paintFileSign(painter, theme, square, glyphOf(transferOf(row, index)));
    const qreal half = rect.height() / 2;
    const QRectF name = at(rect.adjusted(fileIcon + 12, 4, 0, -half));
    LinePainter lines(painter, theme);
    lines.text(name, row.message.attachments.at(index).name,
               {theme.font(TextStyle::BodyStrong), c.text, Qt::AlignLeft, Qt::ElideMiddle});
    lines.text(name.translated(0, name.height()), attachmentWords(row, index),
               {theme.font(TextStyle::Small), row.own ? c.bubbleOwnMuted : c.textMuted});
}

} // namespace

void paintFilled(QPainter &painter, const Theme &theme, const QRectF &rect, const QImage &image)
{
    QPainterPath path;
    path.addRoundedRect(rect, radius, radius);
    painter.save();
    painter.setClipPath(path, Qt::IntersectClip);
    painter.fillRect(rect, theme.colors().separator);
    if (!image.isNull()) {
        // Filled, not squeezed: what does not fit is cut off evenly.
        const QSizeF shown = QSizeF(image.size()).scaled(rect.size(), Qt::KeepAspectRatioByExpanding);
        QRectF target(QPointF(), shown);
        target.moveCenter(rect.center());
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.drawImage(target, image);
    }
    painter.restore();
}

void paintFileSign(QPainter &painter, const Theme &theme, const QRectF &square, const QString &icon)
{
    const Colors &c = theme.colors();
    painter.setPen(Qt::NoPen);
    painter.setBrush(c.accent);
    painter.drawRoundedRect(square, radius, radius);
    const QPointF corner(square.center().x() - glyph / 2.0, square.center().y() - glyph / 2.0);
    painter.drawPixmap(corner.toPoint(),
                       theme.pixmap(icon, glyph, c.accentText, painter.device()->devicePixelRatioF()));
}

int AttachmentBlock::boxAt(QPointF point) const
{
    for (const Box &box : boxes) {
        if (box.rect.contains(point))
            return box.index;
    }
    return -1;
}

QString sizeWords(qint64 bytes)
{
    // Qt has one form of the word for all numbers.
    if (bytes < 1024)
        return QCoreApplication::translate("Timeline", "%n byte(s)", nullptr, int(bytes));
    return QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeTraditionalFormat);
}

FileTransfer transferOf(const TimelineEntry &row, int index)
{
    return row.uploadTotal > 0 ? FileTransfer{row.uploadSent, row.uploadTotal, {}} : row.downloads.value(index);
}

QString attachmentWords(const TimelineEntry &row, int index)
{
    const FileTransfer transfer = transferOf(row, index);
    if (!transfer.problem.isEmpty())
        return QCoreApplication::translate("Timeline", "Not saved. %1", "why").arg(transfer.problem);
    if (!transfer.isOnItsWay())
        return sizeWords(row.message.attachments.at(index).size);
    return QCoreApplication::translate("Timeline", "%1 of %2", "bytes of a file")
        .arg(sizeWords(transfer.done), sizeWords(transfer.total));
}

PictureReader attachedPictures(PictureStore &pictures)
{
    return [&pictures](const TimelineEntry &row, int index) {
        const Attachment &attachment = row.message.attachments.at(index);
        if (!attachment.fileId.isValid())
            return pictures.local(row.localFiles.value(index));
        return attachment.hasThumbnail ? pictures.thumbnail(attachment.fileId) : QImage();
    };
}

AttachmentBlock layoutAttachments(const Theme &theme, const TimelineEntry &row, qreal maxWidth)
{
    AttachmentBlock block;
    QList<int> pictures;
    QList<int> files;
    for (int i = 0; i < row.message.attachments.size() && !row.message.deletedAt; ++i)
        (row.message.attachments.at(i).isPicture() ? pictures : files).append(i);
    qreal y = pictures.isEmpty() ? 0 : layoutPictures(block, pictures, row, maxWidth);
    const qreal height = theme.grown(fileHeight);
    const QFontMetricsF names(theme.font(TextStyle::BodyStrong));
    for (const int index : files) {
        const qreal words = fileIcon + 12 + std::ceil(names.horizontalAdvance(row.message.attachments.at(index).name));
        y += block.boxes.isEmpty() ? 0 : gap;
        block.boxes.append({index, QRectF(0, y, qMin(maxWidth, qMax(narrowestFile, words)), height), false});
        y += height;
    }
    for (const AttachmentBlock::Box &box : block.boxes)
        block.size = block.size.expandedTo({box.rect.right(), box.rect.bottom()});
    return block;
}

void paintAttachments(QPainter &painter, const Theme &theme, const TimelineEntry &row, const AttachmentBlock &block,
                      QPointF corner, const PictureReader &pictures)
{
    const Colors &c = theme.colors();
    for (const AttachmentBlock::Box &box : block.boxes) {
        const QRectF rect = box.rect.translated(corner);
        const FileTransfer transfer = transferOf(row, box.index);
        if (!box.isPicture) {
            paintFile(painter, theme, row, box.index, rect);
        } else {
            paintFilled(painter, theme, rect, pictures ? pictures(row, box.index) : QImage());
            if (transfer.isOnItsWay()) {
                QRectF square(0, 0, fileIcon, fileIcon);
                square.moveCenter(rect.center());
                paintFileSign(painter, theme, square, glyphOf(transfer));
            }
        }
        if (transfer.isOnItsWay()) {
            const qreal inset = box.isPicture ? 8 : fileIcon + 12;
            const QRectF bar(rect.left() + inset, rect.bottom() - 5, rect.width() - inset - 8, 3);
            paintBar(painter, Mirror(painter.layoutDirection(), rect)(bar), shareOf(transfer), c.separator, c.accent);
        }
    }
}

} // namespace rialto
