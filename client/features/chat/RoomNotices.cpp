#include "features/chat/RoomNotices.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace rialto {

namespace {

constexpr qint64 togetherMs = 5 * 60 * 1000;
constexpr qsizetype mostNames = 3;

QString shortList(const QStringList &names)
{
    QStringList shown = names.mid(0, mostNames);
    if (const auto more = int(names.size() - mostNames); more > 0)
        shown.append(QCoreApplication::translate("RoomNotices", "%n more", nullptr, more));
    return shown.join(", "_L1);
}

} // namespace

bool RoomNotices::Arrival::isTogetherWith(const Arrival &later) const
{
    return !isMaker && !later.isMaker && adder == later.adder && later.time - time < togetherMs;
}

bool RoomNotices::read(const Room &room, const QList<Member> &members, const std::function<QString(UserId)> &nameOf)
{
    QList<Arrival> arrivals;
    for (const Member &member : members) {
        if (member.joinedAt <= 0 || member.leftAt || room.visibility == Visibility::Direct)
            continue;
        arrivals.append({member.joinedAt, nameOf(member.userId), member.addedBy ? nameOf(*member.addedBy) : QString(),
                         room.ownerId == member.userId && member.joinedAt == room.createdAt});
    }
    // Whoever made the room comes first, though the others may seem to have come within the same moment before.
    const auto comesBefore = [](const Arrival &left, const Arrival &right) { return left.time < right.time; };
    const auto earliest = std::min_element(arrivals.begin(), arrivals.end(), comesBefore);
    const auto maker = std::find_if(arrivals.begin(), arrivals.end(), [](const Arrival &one) { return one.isMaker; });
    if (maker != arrivals.end()) {
        maker->time = earliest->time;
        std::rotate(arrivals.begin(), maker, maker + 1);
    }
    std::stable_sort(arrivals.begin(), arrivals.end(), comesBefore);
    return std::exchange(m_arrivals, arrivals) != arrivals;
}

QList<RoomNotice> RoomNotices::between(qint64 afterMs, qint64 untilMs) const
{
    const auto later = [](qint64 time, const Arrival &arrival) { return time < arrival.time; };
    const auto from = std::upper_bound(m_arrivals.begin(), m_arrivals.end(), afterMs, later);
    const auto to = std::upper_bound(from, m_arrivals.end(), untilMs, later);
    QList<RoomNotice> notices;
    for (auto first = from; first != to;) {
        QStringList names;
        auto next = first;
        while (next != to && (next == first || first->isTogetherWith(*next)))
            names.append((next++)->name);
        const QString who = shortList(names);
        notices.append(
            {first->time, first->isMaker ? QCoreApplication::translate("RoomNotices", "%1 created the room").arg(who)
                          : first->adder.isEmpty()
                              ? QCoreApplication::translate("RoomNotices", "%1 joined the room").arg(who)
                              : QCoreApplication::translate("RoomNotices", "%1 added %2").arg(first->adder, who)});
        first = next;
    }
    return notices;
}

} // namespace rialto
