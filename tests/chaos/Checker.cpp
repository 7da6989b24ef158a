#include "chaos/Checker.h"

#include "chaos/Entities.h"

#include <array>

using namespace Qt::StringLiterals;

namespace rialto::chaos {
namespace {

/// Of each fault so many are told in words; all are counted.
constexpr int kToldOfEach = 20;

} // namespace

QString nameOf(Fault fault)
{
    // In the order of Fault.
    static const std::array names = {u"lost write"_s,
                                     u"doubled write"_s,
                                     u"unknown outcome done twice"_s,
                                     u"phantom"_s,
                                     u"lost content"_s,
                                     u"lost change"_s,
                                     u"reordered"_s,
                                     u"gap"_s,
                                     u"doubled event"_s,
                                     u"event uncommitted"_s,
                                     u"hole in the log"_s,
                                     u"change before creation"_s,
                                     u"two truths"_s,
                                     u"stale read"_s,
                                     u"marker went back"_s,
                                     u"wrong membership"_s,
                                     u"untold"_s,
                                     u"miscounted"_s,
                                     u"diverged"_s};
    return names[static_cast<size_t>(fault)];
}

qint64 Verdict::count(QList<Fault> faults) const
{
    return std::count_if(findings.begin(), findings.end(),
                         [&](const Finding &finding) { return faults.contains(finding.fault); });
}

void Checker::add(const Record &record)
{
    switch (record.kind) {
    case Record::Kind::Invoke:
    case Record::Kind::Kept:
    case Record::Kind::Ok:
    case Record::Kind::Fail:
    case Record::Kind::Unknown:
        operation(record);
        return;
    case Record::Kind::Started:
    case Record::Kind::Event:
    case Record::Kind::CaughtUp:
        addToReader(record);
        return;
    case Record::Kind::Read:
        m_reads.append(record);
        return;
    case Record::Kind::Final:
        m_finals.insert(record.client, record.data["sections"_L1].toObject());
        return;
    case Record::Kind::Truth:
        m_truths.insert(record.client, record.data["sections"_L1].toObject());
        return;
    case Record::Kind::Row:
        m_rows[record.data["what"_L1].toString()].append(record.data["data"_L1].toObject());
        return;
    case Record::Kind::Log:
        m_log.insert(
            record.data["seq"_L1].toInteger(),
            {record.data["topic"_L1].toString(), record.data["type"_L1].toString(), record.data["data"_L1].toObject()});
    }
}

Checker::Operation &Checker::operation(const Record &record)
{
    Operation &found = m_operations[{record.client, record.op}];
    switch (record.kind) {
    case Record::Kind::Invoke:
        found.client = record.client;
        found.op = record.op;
        found.method = record.data["method"_L1].toString();
        found.params = record.data["params"_L1].toObject();
        found.ordered = record.data["ordered"_L1].toBool();
        found.clientId = found.params["clientId"_L1].toString();
        found.invokedAt = record.at;
        break;
    case Record::Kind::Kept:
        found.clientId = record.data["clientId"_L1].toString();
        found.outcome = Outcome::Kept;
        break;
    default:
        found.outcome = record.kind == Record::Kind::Ok     ? Outcome::Ok
                        : record.kind == Record::Kind::Fail ? Outcome::Failed
                                                            : Outcome::Unknown;
        found.reply = record.data["reply"_L1].toObject();
        found.endedAt = record.at;
    }
    return found;
}

void Checker::addToReader(const Record &record)
{
    Reader &reader = m_readers[record.client];
    const qint64 seq = record.data["seq"_L1].toInteger();
    if (record.kind == Record::Kind::Event) {
        reader.events.append({seq, record.data["topic"_L1].toString(), record.data["type"_L1].toString()});
        ++m_verdict.events;
        noteTruth(kindOfEvent(record.data["type"_L1].toString()), record.data["data"_L1].toObject(), record.client);
    } else if (record.kind == Record::Kind::CaughtUp) {
        reader.caughtUp = std::max(reader.caughtUp, seq);
    } else {
        reader.user = record.data["user"_L1].toInteger();
        if (record.data["after"_L1].toInteger(-1) < 0)
            reader.from = seq;
    }
}

void Checker::find(Fault fault, const QString &detail)
{
    m_verdict.findings.append({fault, ++m_found[fault] <= kToldOfEach ? detail : QString()});
}

Verdict Checker::verdict()
{
    indexRows();
    for (const Operation &operation : std::as_const(m_operations)) {
        ++m_verdict.operations;
        m_verdict.acknowledged += operation.isPromised() ? 1 : 0;
        m_verdict.unknown += operation.outcome == Outcome::Unknown || operation.outcome == Outcome::Open ? 1 : 0;
        m_verdict.refused += operation.outcome == Outcome::Failed ? 1 : 0;
    }
    checkCreations();
    checkContents();
    checkDoubles();
    checkPhantoms();
    checkReplies();
    checkLastChanges();
    checkMemberships();
    checkMarks();
    checkFriends();
    checkNotices();
    checkOrder();
    checkReads();
    checkLog();
    checkReaders();
    checkFinals();
    return m_verdict;
}

Verdict judge(const QStringList &files)
{
    Checker checker;
    for (const QString &file : files) {
        for (const Record &record : readHistory(file))
            checker.add(record);
    }
    return checker.verdict();
}

} // namespace rialto::chaos
