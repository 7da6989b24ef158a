// The part of Checker that judges reactions and pins.
#include "chaos/Checker.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace rialto::chaos {
namespace {

bool hasReaction(const QJsonObject &message, const QString &emoji, qint64 user)
{
    const QJsonArray reactions = message["reactions"_L1].toArray();
    for (const auto &reaction : reactions) {
        if (reaction["emoji"_L1].toString() == emoji)
            return reaction["userIds"_L1].toArray().contains(QJsonValue(user));
    }
    return false;
}

} // namespace

// Everybody reacts only for himself: his last word about a message and an emoji decides, if the message lives.
void Checker::checkMarks()
{
    QMap<QString, const Operation *> last;
    for (const Operation &operation : std::as_const(m_operations)) {
        if (!operation.method.endsWith("Reaction"_L1) || operation.outcome == Outcome::Failed)
            continue;
        const Operation *&present = last[u"%1 %2 %3"_s.arg(operation.params["userId"_L1].toInteger())
                                             .arg(operation.params["messageId"_L1].toInteger())
                                             .arg(operation.params["emoji"_L1].toString())];
        if (!present || present->op < operation.op)
            present = &operation;
    }
    for (const Operation *operation : std::as_const(last)) {
        const QJsonObject *const row =
            m_byEntity.value(u"message:%1"_s.arg(operation->params["messageId"_L1].toInteger()));
        if (!operation->isPromised() || (row && !(*row)["deletedAt"_L1].isNull() && row->contains("deletedAt"_L1)))
            continue;
        const bool adds = operation->method == "chat.addReaction"_L1;
        if (!row || hasReaction(*row, operation->params["emoji"_L1].toString(),
                                operation->params["userId"_L1].toInteger()) != adds)
            find(Fault::LostChange, operation->name());
    }
}

} // namespace rialto::chaos
