#pragma once

#include "ui/RowDelegate.h"

namespace rialto {

/// A remembered server: arch tile, address, the account used there.
class ServerDelegate final : public RowDelegate
{
    Q_OBJECT
public:
    ServerDelegate(const Theme &theme, QObject *parent);

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintRow(LinePainter &lines, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace rialto
