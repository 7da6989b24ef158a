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

bool RoomNotices::Change::isTogetherWith(const Change &later) const
{
    return kind != Kind::Made && kind == later.kind && by == later.by && later.time - time < togetherMs;
}

QString RoomNotices::Change::words(const QString &who) const
{
    if (kind == Kind::Made)
        return QCoreApplication::translate("RoomNotices", "%1 created the room").arg(who);
    if (kind == Kind::Came && by.isEmpty())
        return QCoreApplication::translate("RoomNotices", "%1 joined the room").arg(who);
    if (kind == Kind::Came)
        return QCoreApplication::translate("RoomNotices", "%1 added %2").arg(by, who);
    if (by.isEmpty())
        return QCoreApplication::translate("RoomNotices", "%1 left the room").arg(who);
    return QCoreApplication::translate("RoomNotices", "%1 removed %2").arg(by, who);
}

QList<RoomNotices::Change> RoomNotices::changesOf(const Room &room, const QList<Member> &members,
                                                  const std::function<QString(UserId)> &nameOf)
{
    const auto nameIf = [&](const std::optional<UserId> &id) { return id ? nameOf(*id) : QString(); };
    QList<Change> changes;
    for (const Member &member : members) {
        if (member.joinedAt <= 0 || room.visibility == Visibility::Direct)
            continue;
        const bool madeIt = room.ownerId == member.userId && member.joinedAt == room.createdAt;
        changes.append({member.joinedAt, madeIt ? Change::Kind::Made : Change::Kind::Came, nameOf(member.userId),
                        nameIf(member.addedBy)});
        if (member.leftAt)
            changes.append({*member.leftAt, Change::Kind::Went, nameOf(member.userId), nameIf(member.removedBy)});
    }
    return changes;
}

bool RoomNotices::read(const Room &room, const QList<Member> &members, const std::function<QString(UserId)> &nameOf)
{
    QList<Change> changes = changesOf(room, members, nameOf);
    // Whoever made the room comes first, though the others may seem to have come within the same moment before.
    const auto comesBefore = [](const Change &left, const Change &right) { return left.time < right.time; };
    const auto earliest = std::min_element(changes.begin(), changes.end(), comesBefore);
    const auto maker =
        std::find_if(changes.begin(), changes.end(), [](const Change &one) { return one.kind == Change::Kind::Made; });
    if (maker != changes.end()) {
        maker->time = earliest->time;
        std::rotate(changes.begin(), maker, maker + 1);
    }
    std::stable_sort(changes.begin(), changes.end(), comesBefore);
    return std::exchange(m_changes, changes) != changes;
}

QList<RoomNotice> RoomNotices::between(qint64 afterMs, qint64 untilMs) const
{
    const auto later = [](qint64 time, const Change &change) { return time < change.time; };
    const auto from = std::upper_bound(m_changes.begin(), m_changes.end(), afterMs, later);
    const auto to = std::upper_bound(from, m_changes.end(), untilMs, later);
    QList<RoomNotice> notices;
    for (auto first = from; first != to;) {
        QStringList names;
        auto next = first;
        while (next != to && (next == first || first->isTogetherWith(*next)))
            names.append((next++)->name);
        notices.append({first->time, first->words(shortList(names))});
        first = next;
    }
    return notices;
}

} // namespace rialto
