#include "chaos/Checker.h"
#include "chaos/Entities.h"

using namespace Qt::StringLiterals;

namespace rialto::chaos {
namespace {

bool isCreationEvent(const QString &type)
{
    return type == "chat.messagePosted"_L1 || type == "chat.roomCreated"_L1 || type == "catalog.productCreated"_L1;
}

} // namespace

// One version has one content, whoever shows it. Memberships count unread messages, which is no part of their version,
// and the database's row of a member also holds the marker, which others do not see.
void Checker::noteTruth(const QString &kind, const QJsonObject &data, const QString &where)
{
    if (kind.isEmpty() || kind == "membership"_L1)
        return;
    QJsonObject content = data;
    content.remove(u"lastReadMessageId"_s);
    const QString key = u"%1@%2"_s.arg(entityName(kind, data)).arg(data["version"_L1].toInteger());
    const auto known = m_versions.constFind(key);
    if (known == m_versions.constEnd())
        m_versions.insert(key, {contentOf(content), where});
    else if (known->first != contentOf(content))
        find(Fault::TwoTruths, u"%1 of %2 and %3"_s.arg(key, known->second, where));
}

void Checker::checkLog()
{
    QMap<QString, qint64> markers;
    QSet<QString> changed;
    qint64 expected = m_log.isEmpty() ? 0 : m_log.firstKey();
    for (auto entry = m_log.cbegin(); entry != m_log.cend(); ++entry, ++expected) {
        if (entry.key() != expected)
            find(Fault::LogHole, u"before %1"_s.arg(entry.key()));
        expected = entry.key();
        const QString kind = kindOfEvent(entry->type);
        const QString name = entityName(kind, entry->data);
        if (isCreationEvent(entry->type) && changed.contains(name))
            find(Fault::ChangeBeforeCreation, u"%1 at %2"_s.arg(name).arg(entry.key()));
        else if (!isCreationEvent(entry->type))
            changed.insert(name);
        if (kind != "membership"_L1)
            continue;
        const qint64 marker = entry->data["lastReadMessageId"_L1].toInteger();
        if (marker < markers.value(name))
            find(Fault::MarkerWentBack, u"%1 at %2"_s.arg(name).arg(entry.key()));
        markers.insert(name, marker);
    }
}

void Checker::checkReaders()
{
    for (auto reader = m_readers.cbegin(); reader != m_readers.cend(); ++reader) {
        checkReader(reader.key(), reader.value());
        checkCoverage(reader.key(), reader.value());
    }
}

void Checker::checkReader(const QString &name, const Reader &reader)
{
    QSet<qint64> seen;
    qint64 last = 0;
    for (const Delivered &event : reader.events) {
        const QString where = u"%1 at %2"_s.arg(name).arg(event.seq);
        if (seen.contains(event.seq))
            find(Fault::DoubledEvent, where);
        else if (event.seq < last)
            find(Fault::Reordered, where);
        seen.insert(event.seq);
        last = std::max(last, event.seq);
        const auto logged = m_log.constFind(event.seq);
        const bool trimmed = !m_log.isEmpty() && event.seq < m_log.firstKey();
        if (!trimmed && (logged == m_log.constEnd() || logged->topic != event.topic || logged->type != event.type))
            find(Fault::EventWithoutCommit, where + u' ' + event.type);
    }
}

// Present memberships of a person with the event since which each holds. What happened in a room that was left later
// is no longer owed.
QMap<QString, qint64> Checker::roomsOf(qint64 user, qint64 upTo) const
{
    QMap<QString, qint64> rooms;
    const QString own = u"user:%1"_s.arg(user);
    for (auto entry = m_log.cbegin(); entry != m_log.cend() && entry.key() <= upTo; ++entry) {
        if (entry->topic != own)
            continue;
        const QString room = u"room:%1"_s.arg(entry->data["roomId"_L1].toInteger());
        if (entry->type == "chat.membershipAdded"_L1)
            rooms.insert(room, entry.key());
        else if (entry->type == "chat.membershipRemoved"_L1)
            rooms.remove(room);
    }
    return rooms;
}

void Checker::checkCoverage(const QString &name, const Reader &reader)
{
    if (reader.from < 0)
        return;
    QSet<qint64> seen;
    for (const Delivered &event : reader.events)
        seen.insert(event.seq);
    const QMap<QString, qint64> rooms = roomsOf(reader.user, reader.caughtUp);
    const QSet<QString> always = {u"rooms"_s, u"people"_s, u"catalog"_s, u"user:%1"_s.arg(reader.user)};
    for (auto entry = m_log.upperBound(reader.from); entry != m_log.cend() && entry.key() <= reader.caughtUp; ++entry) {
        const bool owed = always.contains(entry->topic) || entry.key() > rooms.value(entry->topic, entry.key());
        if (owed && !seen.contains(entry.key()))
            find(Fault::Gap, u"%1 was not told %2 %3 %4"_s.arg(name).arg(entry.key()).arg(entry->topic, entry->type));
    }
}

void Checker::checkFinals()
{
    for (auto truth = m_truths.cbegin(); truth != m_truths.cend(); ++truth) {
        const auto shown = m_finals.constFind(truth.key());
        if (shown == m_finals.constEnd()) {
            find(Fault::Diverged, truth.key() + u" showed nothing in the end"_s);
            continue;
        }
        const QStringList sections = truth->keys() + shown->keys();
        for (const QString &section : QSet<QString>(sections.begin(), sections.end())) {
            if (truth->value(section) != shown->value(section))
                find(Fault::Diverged, truth.key() + u": "_s + section);
        }
    }
}

} // namespace rialto::chaos
