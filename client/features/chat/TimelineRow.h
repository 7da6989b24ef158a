#pragma once

#include <QString>

namespace rialto {

enum class RowState { Sent, Pending, Failed };

/// One message as the timeline shows it. Whatever the model is, its page turns a row of it into this.
struct TimelineRow
{
    qint64 id = 0;          ///< 0 while the server has not numbered it.
    qint64 authorId = 0;
    QString author;         ///< The name to show.
    QString text;           ///< Plain text, exactly as written.
    qint64 createdAt = 0;   ///< Epoch milliseconds.
    QString problem;        ///< Why it was not sent, in words; only when Failed.
    RowState state = RowState::Sent;
    bool own = false;
    bool edited = false;
    bool deleted = false;
    bool firstUnread = false; ///< The "New messages" line stands above it.
};

} // namespace rialto
