#include "core/LastSeen.h"

namespace rialto {
namespace {

constexpr qsizetype kStepRows = 500; // So that other writes need not wait long.

Result<QByteArray> write(WriteContext &context, const QList<UserPresence> &people)
{
    for (const UserPresence &presence : people)
        context.database.run("INSERT INTO last_seen (user_id, at) SELECT id, ? FROM user WHERE id = ? AND deleted_at "
                             "IS NULL ON CONFLICT (user_id) DO UPDATE SET at = excluded.at",
                             presence.lastSeenAt, presence.userId);
    return QByteArray();
}

} // namespace

LastSeen::LastSeen(DomainThread &domain, PresenceBoard &board) : m_domain(domain), m_board(board)
{
    m_timer.setInterval(kPauseMs);
    connect(&m_timer, &QTimer::timeout, this, [this] { save(kMarginMs); });
}

void LastSeen::start()
{
    m_timer.start();
}

void LastSeen::saveAll()
{
    save(0);
}

void LastSeen::save(qint64 margin)
{
    const QList<UserPresence> all = m_board.listUnsaved(margin);
    for (qsizetype from = 0; from < all.size(); from += kStepRows) {
        const QList<UserPresence> people = all.mid(from, kStepRows);
        m_domain.post({{},
                       [people](WriteContext &context) { return write(context, people); },
                       [this, people](const Result<QByteArray> &result) {
                           if (result)
                               m_board.markSaved(people);
                       }});
    }
}

} // namespace rialto
