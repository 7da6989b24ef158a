#pragma once

#include "features/chat/ChatContext.h"
#include "ui/RowDelegate.h"

class QListWidget;

namespace rialto {

/// A member of a room: the person's picture with the dot of their presence, their name, what is told of them below it
/// and, where something can be done with them, the button of a menu.
class MemberDelegate final : public RowDelegate
{
    Q_OBJECT
public:
    enum Role {
        UserRole = Qt::UserRole, ///< qint64, the person
        NameRole,                ///< QString
        DetailRole,              ///< QString, may be empty
        HasMenuRole,             ///< bool
    };

    MemberDelegate(const Theme &theme, const ChatContext &context, QListWidget *list);

    static UserId userOf(const QModelIndex &member) { return UserId{member.data(UserRole).toLongLong()}; }
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

Q_SIGNALS:
    /// `position` is in the list.
    void menuRequested(const QPoint &position);
    /// By the left button, beside that of the menu.
    void clicked(rialto::UserId person);

protected:
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                     const QModelIndex &index) override;

private:
    void paintRow(LinePainter &lines, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    const ChatContext m_context;
};

} // namespace rialto
