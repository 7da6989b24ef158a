#pragma once

#include "features/chat/RoomMatches.h"
#include "ui/Dialog.h"

class QLineEdit;
class QListView;

namespace rialto {

class EmptyState;

/// Asks for a room, or a person, by a few letters of the name: to go there, or to forward something to a room.
class RoomSwitcher final : public Dialog
{
    Q_OBJECT
public:
    struct Words
    {
        QString title;
        QString action;
        RoomMatches::Scope scope = {};
    };

    RoomSwitcher(const Theme &theme, const ChatContext &context, const Words &words, QWidget *parent);

    /// The room that was chosen; valid once accepted, unless it was a person.
    RoomId chosen() const;
    /// The person that was chosen, with whom one has no talk yet.
    UserId chosenPerson() const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showMatches();

    RoomMatches *m_matches;
    QLineEdit *m_search;
    QListView *m_list;
    EmptyState *m_nothing;
    Button *m_action;
    std::pair<RoomId, UserId> m_kept; ///< What was chosen before the matches were found anew.
};

} // namespace rialto
