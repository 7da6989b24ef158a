#pragma once

#include "ui/RowDelegate.h"

namespace rialto {

class AttachmentModel;
class PictureStore;

/// A file of a room in a list: its name, size, who sent it and when.
class FileRowDelegate final : public RowDelegate
{
    Q_OBJECT
public:
    FileRowDelegate(const Theme &theme, const AttachmentModel &files, QObject *parent);

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintRow(LinePainter &lines, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    const AttachmentModel &m_files;
};

/// A picture of a room in a grid.
class PictureCellDelegate final : public RowDelegate
{
    Q_OBJECT
public:
    PictureCellDelegate(const Theme &theme, const AttachmentModel &pictures, PictureStore &store, QObject *parent);

    /// Of a cell, in pixels.
    void setSide(int side) { m_side = side; }
    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override { return {m_side, m_side}; }

private:
    void paintRow(LinePainter &lines, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    const AttachmentModel &m_pictures;
    PictureStore &m_store;
    int m_side = 1;
};

} // namespace rialto
