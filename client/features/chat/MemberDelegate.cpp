#include "features/chat/MemberDelegate.h"

#include <QListWidget>
#include <QMouseEvent>

#include "net/PresenceBook.h"
#include "ui/Avatar.h"
#include "ui/Metrics.h"
#include "ui/Mirror.h"
#include "ui/PresenceText.h"
#include "ui/RowGround.h"

using namespace Qt::StringLiterals;

namespace rialto {

namespace {

constexpr int avatarSize = 32;
constexpr int lineHeight = 18;
constexpr int inset = 8;
constexpr int menuIcon = 18;

/// The end of the row, where its menu is.
QRect menuPlace(const QStyleOptionViewItem &option)
{
    const QRect row = option.rect;
    return Mirror(option.direction,
                  row)(QRect(row.right() - 2 * inset - menuIcon, row.top(), menuIcon + 2 * inset, row.height()));
}

} // namespace

MemberDelegate::MemberDelegate(const Theme &theme, const ChatContext &context, QListWidget *list)
    : RowDelegate(theme, list), m_context(context)
{
    followPictures(*list, context.avatars, userOf);
}

QSize MemberDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {0, m_theme.grown(metrics::listRow)};
}

void MemberDelegate::paintRow(LinePainter &lines, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QRect row = option.rect;
    const Mirror at(option.direction, row);
    QPainter &painter = lines.painter();
    paintRowGround(painter, m_theme, option, row);
    const UserId user = userOf(index);
    const QString name = index.data(NameRole).toString();
    const int side = m_theme.grown(avatarSize);
    const QRectF circle = at(QRectF(row.left() + inset, row.top() + (row.height() - side) / 2, side, side));
    paintPerson(painter, circle, m_theme, m_context.avatars, user.value, name);
    paintPresence(painter, circle, m_theme, presenceDot(m_context.presence.find(user)));
    QRectF words = QRectF(row).adjusted(2 * inset + side, 0, -inset, 0);
    if (index.data(HasMenuRole).toBool()) {
        const QRect place = menuPlace(option);
        const QPixmap icon = m_theme.pixmap(u"ellipsis-vertical"_s, menuIcon, m_theme.colors().textMuted,
                                            painter.device()->devicePixelRatioF());
        painter.drawPixmap(place.center() - QPoint(menuIcon, menuIcon) / 2 + QPoint(1, 1), icon);
        words.setRight(row.right() - 2 * inset - menuIcon);
    }
    const QString detail = index.data(DetailRole).toString();
    if (!detail.isEmpty()) {
        const qreal height = m_theme.grown(lineHeight);
        words = QRectF(words.left(), row.top() + row.height() / 2.0 - height, words.width(), height);
        lines.text(at(words.translated(0, height)), detail,
                   {m_theme.font(TextStyle::Small), m_theme.colors().textMuted});
    }
    lines.text(at(words), name, {m_theme.font(TextStyle::Body), m_theme.colors().text});
}

bool MemberDelegate::editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                                 const QModelIndex &index)
{
    if (event->type() != QEvent::MouseButtonRelease)
        return RowDelegate::editorEvent(event, model, option, index);
    const auto *const mouse = static_cast<QMouseEvent *>(event);
    if (mouse->button() != Qt::LeftButton)
        return RowDelegate::editorEvent(event, model, option, index);
    const QPoint position = mouse->position().toPoint();
    if (index.data(HasMenuRole).toBool() && menuPlace(option).contains(position))
        Q_EMIT menuRequested(position);
    else
        Q_EMIT clicked(userOf(index));
    return true;
}

} // namespace rialto
