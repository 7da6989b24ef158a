#include "features/chat/model/TypingBook.h"

#include "net/ApiClient.h"
#include "net/EventBus.h"
#include "net/UserDirectory.h"
#include "protocol/Chat.h"

namespace rialto {
namespace {

constexpr int kLookAgainMs = 500;

} // namespace

TypingBook::TypingBook(EventBus &bus, ApiClient &api, UserDirectory &directory, UserId me, const Clock &clock,
                       QObject *parent)
    : QObject(parent), m_api(api), m_directory(directory), m_me(me), m_clock(clock)
{
    bus.on<UserTyping>([this](const Typing &typing) { heard(typing); });
    bus.on<MessagePosted>([this](const Message &message) { forget(message.roomId, message.authorId); });
    m_timer.setInterval(kLookAgainMs);
    connect(&m_timer, &QTimer::timeout, this, &TypingBook::forgetOld);
}

QString TypingBook::words(RoomId room) const
{
    const auto people = m_typing.value(room);
    if (people.isEmpty())
        return {};
    const auto name = [&](const auto &person) {
        // As friends call each other: whole names would fill the line. But "Dr." is no name.
        const QString whole = m_directory.displayName(person.first);
        const QString word = whole.section(u' ', 0, 0);
        return word.size() > 2 && !word.endsWith(u'.') ? word : whole;
    };
    const QString first = name(people.first());
    if (people.size() == 1)
        return tr("%1 is typing…").arg(first);
    if (people.size() == 2)
        return tr("%1 and %2 are typing…").arg(first, name(people.last()));
    return tr("%1 and %n more are typing…", nullptr, static_cast<int>(people.size()) - 1).arg(first);
}

void TypingBook::typed(RoomId room)
{
    const qint64 now = m_clock.monotonicMs();
    if (!m_api.isSignedIn() || (room == m_toldRoom && now < m_toldAtMs + kTellMs))
        return;
    m_toldRoom = room;
    m_toldAtMs = now;
    m_api.call(ReportTyping{room}, this, {});
}

void TypingBook::stopped()
{
    m_toldRoom = {};
}

void TypingBook::heard(const Typing &typing)
{
    if (typing.userId == m_me) // At another device.
        return;
    auto &people = m_typing[typing.roomId];
    const qint64 until = m_clock.monotonicMs() + kForgetMs;
    const auto found = std::find_if(people.begin(), people.end(),
                                    [&typing](const auto &person) { return person.first == typing.userId; });
    if (found != people.end()) {
        found->second = until;
        return;
    }
    people.append({typing.userId, until});
    m_timer.start();
    Q_EMIT changed(typing.roomId);
}

void TypingBook::forget(RoomId room, UserId user)
{
    const auto people = m_typing.find(room);
    if (people == m_typing.end() || people->removeIf([user](const auto &person) { return person.first == user; }) == 0)
        return;
    if (people->isEmpty())
        m_typing.erase(people);
    Q_EMIT changed(room);
}

// The timer rests while nobody writes.
void TypingBook::forgetOld()
{
    const qint64 now = m_clock.monotonicMs();
    QList<std::pair<RoomId, UserId>> old;
    for (auto room = m_typing.cbegin(); room != m_typing.cend(); ++room) {
        for (const auto &[user, until] : *room) {
            if (until <= now)
                old.append({room.key(), user});
        }
    }
    for (const auto &[room, user] : old)
        forget(room, user);
    if (m_typing.isEmpty())
        m_timer.stop();
}

} // namespace rialto
