#pragma once

#include <QStyledItemDelegate>

namespace rialto {

class Theme;

/// A remembered server: arch tile, address, the account used there.
class ServerDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    ServerDelegate(const Theme &theme, QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const Theme &m_theme;
};

} // namespace rialto
