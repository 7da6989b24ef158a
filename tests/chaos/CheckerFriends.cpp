// The part of Checker that judges friendships.
#include "chaos/Checker.h"

using namespace Qt::StringLiterals;

namespace rialto::chaos {
namespace {

bool isGone(const QJsonObject &row)
{
    return !row["removedAt"_L1].isNull() && !row["removedAt"_L1].isUndefined();
}

} // namespace

// What was acknowledged last decides, when everything else had ended before it was asked for.
const Checker::Operation *Checker::lastWordOf(const QList<const Operation *> &operations)
{
    const Operation *last = nullptr;
    for (const Operation *operation : operations) {
        if (!last || last->invokedAt < operation->invokedAt)
            last = operation;
    }
    const bool isDecisive =
        last && last->outcome == Outcome::Ok &&
        std::all_of(operations.begin(), operations.end(), [&](const Operation *operation) {
            return operation == last || (operation->outcome != Outcome::Open && operation->endedAt < last->invokedAt);
        });
    return isDecisive ? last : nullptr;
}

void Checker::checkFriends()
{
    QMap<QPair<qint64, qint64>, QList<const Operation *>> pairs;
    for (const Operation &operation : std::as_const(m_operations)) {
        if (!operation.method.startsWith("friends."_L1) || operation.outcome == Outcome::Failed)
            continue;
        const qint64 one = operation.params["me"_L1].toInteger();
        const qint64 other = operation.params["userId"_L1].toInteger();
        pairs[{std::min(one, other), std::max(one, other)}].append(&operation);
    }
    for (auto pair = pairs.cbegin(); pair != pairs.cend(); ++pair)
        checkFriendsOf(pair.key(), pair.value());
    for (const QJsonObject &row : m_rows.value(u"friend"_s)) {
        const qint64 one = row["userId"_L1].toInteger();
        const qint64 other = row["friendId"_L1].toInteger();
        if (!pairs.contains({std::min(one, other), std::max(one, other)}))
            find(Fault::Phantom, u"friend:%1:%2"_s.arg(one).arg(other));
    }
}

// Every change makes one version, so their number tells whether one was lost or made twice. An asking that finds what
// it asks for changes nothing and is answered with the version that is there.
void Checker::checkFriendsOf(const QPair<qint64, qint64> &pair, const QList<const Operation *> &operations)
{
    const QString name = u"friend:%1:%2"_s.arg(pair.first).arg(pair.second);
    const QJsonObject *const row = m_byEntity.value(name);
    qint64 removed = 0;
    qint64 uncertain = 0;
    QSet<qint64> versions;
    for (const Operation *operation : operations) {
        const bool ends = operation->method == "friends.remove"_L1;
        if (operation->outcome != Outcome::Ok || (!ends && operation->reply.isEmpty()))
            ++uncertain;
        else if (ends)
            ++removed;
        else
            versions.insert(operation->reply["version"_L1].toInteger());
    }
    const qint64 known = removed + versions.size();
    const qint64 version = row ? (*row)["version"_L1].toInteger() : 0;
    if (version < known)
        find(row ? Fault::LostChange : Fault::LostWrite,
             u"%1 changed %2 times, not %3"_s.arg(name).arg(version).arg(known));
    else if (version > known + uncertain)
        find(Fault::DoubledWrite, u"%1 changed %2 times, not %3"_s.arg(name).arg(version).arg(known + uncertain));
    const Operation *const last = lastWordOf(operations);
    if (last && row && isGone(*row) != (last->method == "friends.remove"_L1))
        find(Fault::LostChange, last->name());
}

} // namespace rialto::chaos
