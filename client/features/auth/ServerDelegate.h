#pragma once

#include "ui/RowDelegate.h"

namespace rialto {

class Mirror;

/// A server: its arch tile, what it is called above its address, and how many people are there now.
class ServerDelegate final : public RowDelegate
{
    Q_OBJECT
public:
    enum Role {
        NameRole = Qt::UserRole, ///< QString; empty while only the address is known, which is the text of the item.
        DetailRole,              ///< QString: who one was there, and what is to be known besides.
        OnlineRole,              ///< QString: how many people are there; empty when that is not known.
    };

    ServerDelegate(const Theme &theme, QObject *parent);

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintRow(LinePainter &lines, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    int paintOnline(LinePainter &lines, const QRect &line, const Mirror &at, const QString &words) const;
};

} // namespace rialto
