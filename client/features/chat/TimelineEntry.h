#pragma once

#include "features/chat/RoomNotices.h"
#include "features/chat/model/MessageModel.h"
#include "protocol/People.h"
#include "ui/LinkCard.h"

namespace rialto {

/// How far a file has come, in one direction or the other.
struct FileTransfer
{
    qint64 done = 0;  ///< Bytes ...
    qint64 total = 0; ///< ... of how many; 0 when it is not on its way.
    QString problem;  ///< Why it stands still, in words to show.

    bool isOnItsWay() const { return total > 0; }
};

/// One message as the timeline shows it: the model's row and what its page knows besides.
struct TimelineEntry : TimelineRow
{
    TimelineEntry() = default;
    /// A row of a model as this person sees it.
    TimelineEntry(const MessageModel &messages, int row, const User &viewer)
        : TimelineRow(messages.row(row)), author(messages.authorName(row)), me(viewer.id), myName(viewer.name)
    {
    }

    QString author;               ///< The name to show.
    bool isNamed = true;          ///< False between two people, where the side of a bubble tells whose it is.
    bool firstUnread = false;     ///< The "New messages" line stands above it.
    bool spoilersShown = false;   ///< One has clicked at what it hides.
    UserId me;                    ///< Whose view this is.
    QString myName;               ///< The account name of that person.
    std::optional<LinkCard> card; ///< Of what it refers to.
    QList<RoomNotice> before;     ///< Lines that stand above it.
    QList<RoomNotice> after;      ///< Lines below the last one of all.
    /// Files of it that are being saved, by their place among the attachments.
    QMap<int, FileTransfer> downloads;
};

} // namespace rialto
