#pragma once

#include <QStyledItemDelegate>

#include "ui/LinePainter.h"

namespace rialto {

/// What rows of lists have in common: they paint lines of text, and a tooltip tells whole what was cut.
class RowDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    RowDelegate(const Theme &theme, QObject *parent) : QStyledItemDelegate(parent), m_theme(theme) {}

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const final;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

protected:
    /// Paints the row; the painter is restored afterwards.
    virtual void paintRow(LinePainter &lines, const QStyleOptionViewItem &option, const QModelIndex &index) const = 0;

    const Theme &m_theme;
};

} // namespace rialto
