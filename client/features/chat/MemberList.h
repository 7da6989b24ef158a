#pragma once

#include <QListWidget>
#include <QTimer>
#include <functional>

#include "features/chat/ChatContext.h"
#include "protocol/Chat.h"

namespace rialto {

class RoomRights;
class Theme;

/// Asks for people who are not in the room yet and adds them; `done` is called for each.
void addPeopleTo(RoomId room, const ChatContext &context, QWidget &parent, const std::function<void(Result<>)> &done);

/// Who is in a room, with what role, and what can be done with them; it follows both. Enter or the right button open
/// the menu of a person, and so does the button at the end of the row. Lives on: GUI thread.
class MemberList final : public QListWidget
{
    Q_OBJECT
public:
    /// `tell` hears how what was asked of the server ended.
    MemberList(const Theme &theme, const ChatContext &context, std::function<void(const Result<> &)> tell,
               QWidget *parent = nullptr);

    void showRoom(RoomId room);
    /// A click on a person shows who that is; without, a double click opens their menu.
    void setPersonShower(std::function<void(UserId)> show) { m_showPerson = std::move(show); }

Q_SIGNALS:
    /// count() may be another.
    void filled();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void follow();
    void fill();
    void refreshRows();
    void fillRow(int row, const RoomRights &rights);
    UserId personAt(int row) const;
    void openMenu(const QPoint &position);
    void remove(RoomId room, UserId user);
    std::function<void(const Result<> &)> whenDone();

    const Theme &m_theme;
    const ChatContext m_context;
    const std::function<void(const Result<> &)> m_tell;
    std::function<void(UserId)> m_showPerson;
    RoomId m_room;
    QList<Member> m_members; ///< One for each row.
    QTimer m_changes;        ///< Of many people at a time, when the connection comes back.
    QTimer m_looks;          ///< Likewise, of their names and whether they are there.
};

} // namespace rialto
