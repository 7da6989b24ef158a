#include "features/chat/MemberDelegate.h"

#include <QListWidget>
#include <QMouseEvent>

#include "ui/Avatar.h"
#include "ui/Mirror.h"
#include "ui/RowGround.h"

using namespace Qt::StringLiterals;

namespace rialto {

namespace {

constexpr int rowHeight = 34;
constexpr int avatarSize = 24;
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
    return {0, m_theme.grown(rowHeight)};
}

void MemberDelegate::paintRow(LinePainter &lines, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QRect row = option.rect;
    const Mirror at(option.direction, row);
    paintRowGround(lines.painter(), m_theme, option, row);
    const UserId user = userOf(index);
    const auto person = m_context.person(user);
    const int side = m_theme.grown(avatarSize);
    const QRectF circle(row.left() + inset, row.top() + (row.height() - side) / 2, side, side);
    paintPerson(lines.painter(), at(circle), m_theme, m_context.avatars, user.value,
                person ? person->displayName : QString());
    QRectF words = QRectF(row).adjusted(2 * inset + side, 0, -inset, 0);
    if (index.data(HasMenuRole).toBool()) {
        const QRect place = menuPlace(option);
        const QPixmap icon = m_theme.pixmap(u"ellipsis-vertical"_s, menuIcon, m_theme.colors().textMuted,
                                            lines.painter().device()->devicePixelRatioF());
        lines.painter().drawPixmap(place.center() - QPoint(menuIcon, menuIcon) / 2 + QPoint(1, 1), icon);
        words.setRight(row.right() - 2 * inset - menuIcon);
    }
    lines.text(at(words), index.data().toString(), {m_theme.font(TextStyle::Body), m_theme.colors().text});
}

bool MemberDelegate::editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                                 const QModelIndex &index)
{
    if (event->type() == QEvent::MouseButtonRelease && index.data(HasMenuRole).toBool()) {
        const auto *const mouse = static_cast<QMouseEvent *>(event);
        if (mouse->button() == Qt::LeftButton && menuPlace(option).contains(mouse->position().toPoint())) {
            Q_EMIT menuRequested(mouse->position().toPoint());
            return true;
        }
    }
    return RowDelegate::editorEvent(event, model, option, index);
}

} // namespace rialto
