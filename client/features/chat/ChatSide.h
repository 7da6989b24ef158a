#pragma once

#include <QStackedWidget>

#include "features/chat/ChatContext.h"

namespace rialto {

class DetailsPane;
class SearchPane;
class Theme;

/// What lies beside the timeline, one at a time: the search, or what is told about the room, which stays from one start
/// to the next for whoever wants to see it. Hidden while there is neither. Lives on: GUI thread.
class ChatSide final : public QStackedWidget
{
    Q_OBJECT
public:
    ChatSide(const Theme &theme, const ChatContext &context, QWidget *parent = nullptr);

    /// Follows the open room; an invalid one when there is none.
    void showRoom(RoomId room);
    /// Looks in a room, or everywhere when none is given. Words that are given take the place of what was looked for
    /// before.
    void openSearch(RoomId room, const QString &words);
    /// Shows the details of the room, or takes them away. Who asked by a key goes on there by keys.
    void toggleDetails(bool byKey);
    /// Whether there is room for a pane beside the timeline; it covers that otherwise. Whoever wants to see the details
    /// sees them where there is.
    void setFits(bool fits);
    /// Takes away what covers a room or a message that was chosen; it is there again by its key.
    void uncover();
    bool showsDetails() const;

Q_SIGNALS:
    void messageChosen(rialto::RoomId room, rialto::MessageId message);
    void personRequested(rialto::UserId person);
    /// One is done here.
    void closed();
    /// showsDetails() may have changed.
    void changed();

private:
    bool isSearching() const;
    void offerDetails();
    void closeSearch();
    void closeDetails();
    void showPane(QWidget *pane);

    ChatContext m_context;
    SearchPane *m_search;
    DetailsPane *m_details;
    RoomId m_room;
    bool m_fits = false;
};

} // namespace rialto
