#pragma once

#include "ui/RowDelegate.h"

namespace rialto {

/// A row that is one line of what people wrote, with emoji in colour.
class LineDelegate final : public RowDelegate
{
    Q_OBJECT
public:
    using RowDelegate::RowDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintRow(LinePainter &lines, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace rialto
