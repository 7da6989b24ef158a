#include "features/chat/AttachmentDelegate.h"

#include "features/chat/AttachmentBlock.h"
#include "features/chat/AttachmentModel.h"
#include "ui/Metrics.h"
#include "ui/Mirror.h"
#include "ui/PictureStore.h"
#include "ui/RowGround.h"
#include "ui/Theme.h"

using namespace Qt::StringLiterals;

namespace rialto {

namespace {

constexpr int inset = 8;
constexpr int signSize = 36;
constexpr int lineHeight = 18;
constexpr int cellGap = 2;

} // namespace

FileRowDelegate::FileRowDelegate(const Theme &theme, const AttachmentModel &files, QObject *parent)
    : RowDelegate(theme, parent), m_files(files)
{
}

QSize FileRowDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {0, m_theme.grown(metrics::listRow)};
}

void FileRowDelegate::paintRow(LinePainter &lines, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QRect row = option.rect;
    const Mirror at(option.direction, row);
    paintRowGround(lines.painter(), m_theme, option, row);
    const QRectF sign(row.left() + inset, row.top() + (row.height() - signSize) / 2, signSize, signSize);
    paintFileSign(lines.painter(), m_theme, at(sign), u"file"_s);
    const int height = m_theme.grown(lineHeight);
    const QRectF name(row.left() + 2 * inset + signSize, row.center().y() + 1 - height,
                      row.width() - 3 * inset - signSize, height);
    lines.text(at(name), index.data().toString(),
               {m_theme.font(TextStyle::BodyStrong), m_theme.colors().text, Qt::AlignLeft, Qt::ElideMiddle});
    lines.text(at(name.translated(0, height)), m_files.detailsOf(index.row()),
               {m_theme.font(TextStyle::Small), m_theme.colors().textMuted});
}

PictureCellDelegate::PictureCellDelegate(const Theme &theme, const AttachmentModel &pictures, PictureStore &store,
                                         QObject *parent)
    : RowDelegate(theme, parent), m_pictures(pictures), m_store(store)
{
}

void PictureCellDelegate::paintRow(LinePainter &lines, const QStyleOptionViewItem &option,
                                   const QModelIndex &index) const
{
    const Attachment &picture = m_pictures.row(index.row()).file;
    const QRectF cell = QRectF(option.rect).adjusted(cellGap, cellGap, -cellGap, -cellGap);
    paintFilled(lines.painter(), m_theme, cell, picture.hasThumbnail ? m_store.thumbnail(picture.fileId) : QImage());
    const bool isChosen = option.state & (QStyle::State_Selected | QStyle::State_MouseOver);
    if (!isChosen)
        return;
    lines.painter().setPen(QPen(m_theme.colors().focus, 2));
    lines.painter().setBrush(Qt::NoBrush);
    lines.painter().drawRoundedRect(cell.adjusted(1, 1, -1, -1), metrics::radiusRow, metrics::radiusRow);
}

} // namespace rialto
