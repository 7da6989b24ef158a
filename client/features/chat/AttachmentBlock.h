#pragma once

#include <QImage>
#include <QRectF>
#include <functional>

#include "features/chat/TimelineEntry.h"

class QPainter;

namespace rialto {

class PictureStore;
class Theme;

/// The files of one message as they lie in its bubble: pictures first, then a line for each other file.
struct AttachmentBlock
{
    struct Box
    {
        int index = 0; ///< In the message's attachments.
        QRectF rect;   ///< From the block's upper left corner.
        bool isPicture = false;
    };
    QList<Box> boxes;
    QSizeF size;

    /// The box under a point of the block; -1 for none.
    int boxAt(QPointF point) const;
};

/// Gives the picture of a row's attachment; null while it is not there.
using PictureReader = std::function<QImage(const TimelineEntry &row, int index)>;
/// From the server, or from this machine while the file is on its way.
PictureReader attachedPictures(PictureStore &pictures);

/// Reserves room by the sizes that the message states, before anything is loaded. Nothing for a deleted message.
AttachmentBlock layoutAttachments(const Theme &theme, const TimelineEntry &row, qreal maxWidth);

void paintAttachments(QPainter &painter, const Theme &theme, const TimelineEntry &row, const AttachmentBlock &block,
                      QPointF corner, const PictureReader &pictures);

/// A picture that fills a rounded box; what does not fit is cut off evenly. The ground alone while it is null.
void paintFilled(QPainter &painter, const Theme &theme, const QRectF &rect, const QImage &image);
/// The sign of a file in a square of the accent's colour.
void paintFileSign(QPainter &painter, const Theme &theme, const QRectF &square, const QString &icon);

/// "3.8 MB", by the language of the program.
QString sizeWords(qint64 bytes);
/// How far a file of a row has come, up or down.
FileTransfer transferOf(const TimelineEntry &row, int index);
/// "2.4 of 3.8 MB" while it is on its way, why it stands still, else its size.
QString attachmentWords(const TimelineEntry &row, int index);

} // namespace rialto
