#pragma once

#include "features/chat/ChatContext.h"
#include "ui/RowDelegate.h"

class QListWidget;

namespace rialto {

/// A member of a room: the person's picture, the words of the item and, where something can be done with them, the
/// button of a menu.
class MemberDelegate final : public RowDelegate
{
    Q_OBJECT
public:
    enum Role {
        UserRole = Qt::UserRole, ///< qint64, the person
        MemberRoleRole,          ///< int, a MemberRole
        HasMenuRole,             ///< bool
    };

    MemberDelegate(const Theme &theme, const ChatContext &context, QListWidget *list);

    static UserId userOf(const QModelIndex &member) { return UserId{member.data(UserRole).toLongLong()}; }
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

Q_SIGNALS:
    /// `position` is in the list.
    void menuRequested(const QPoint &position);

protected:
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                     const QModelIndex &index) override;

private:
    void paintRow(LinePainter &lines, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    const ChatContext m_context;
};

} // namespace rialto
