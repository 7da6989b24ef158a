#pragma once

#include <QWidget>
#include <functional>

#include "base/Error.h"
#include "base/Id.h"

namespace rialto {

class Button;
class FriendBook;
class Theme;

/// What one may do about a friendship with somebody: ask, agree, decline, take back, end. Lives on: GUI thread.
class FriendButtons final : public QWidget
{
    Q_OBJECT
public:
    FriendButtons(const Theme &theme, FriendBook &friends);

    /// None shows nothing.
    void setPerson(UserId person);

Q_SIGNALS:
    /// In words; empty when one tries again.
    void problemFound(const QString &problem);

private:
    void refresh();
    std::function<void(const Result<> &)> whenDone();

    FriendBook &m_friends;
    UserId m_person;
    Button *m_end;
    Button *m_ask;
};

} // namespace rialto
