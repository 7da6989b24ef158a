#include "ui/RowDelegate.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace rialto {

void RowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    LinePainter lines(*painter, m_theme);
    paintRow(lines, option, index);
    painter->restore();
}

/// What is cut is known to whoever paints, so the row is painted once more, where nobody sees it.
bool RowDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                            const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    QPixmap nowhere(1, 1);
    QPainter painter(&nowhere);
    painter.setLayoutDirection(option.direction);
    LinePainter lines(painter, m_theme);
    paintRow(lines, option, index);
    painter.end();
    // Tooltips guess whether they were given HTML; what a person wrote must never be taken for it.
    const QString words = lines.cut().join(u'\n').toHtmlEscaped().replace(u'\n', "<br>"_L1);
    QToolTip::showText(event->globalPos(), words.isEmpty() ? words : u"<qt>"_s + words + u"</qt>"_s, view, option.rect);
    return true;
}

} // namespace rialto
