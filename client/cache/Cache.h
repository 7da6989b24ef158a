#pragma once

#include "cache/Database.h"
#include "cache/DraftTable.h"
#include "cache/EntityTable.h"
#include "cache/MessageTable.h"
#include "cache/OutboxTable.h"
#include "cache/StateTable.h"

namespace rialto {

/// What one account knows of its server without asking: entities, messages, where the event log was left, the outbox
/// and the drafts. Opening it never fails: a file that is damaged, or that a newer program wrote, is set aside under
/// another name, a new one is made, and the unsent writes and drafts that can be read are carried over; where no file
/// can be made at all, memory serves. Lives on: the GUI thread.
class Cache
{
public:
    explicit Cache(const QString &file);

    /// What went wrong on opening, in words to show; empty when nothing did.
    QString problem() const { return m_problem; }

    Database &database() { return *m_database; }
    EntityTable &entities() { return m_entities; }
    MessageTable &messages() { return m_messages; }
    OutboxTable &outbox() { return m_outbox; }
    DraftTable &drafts() { return m_drafts; }
    StateTable &state() { return m_state; }

    /// Takes the files of a cache that is not open away.
    static void erase(const QString &file);
    /// Where a file that could not be used was put.
    static QString setAsideName(const QString &file);

private:
    std::unique_ptr<Database> open(const QString &file);
    std::unique_ptr<Database> inMemory();

    QString m_problem;
    std::unique_ptr<Database> m_database;
    EntityTable m_entities;
    MessageTable m_messages;
    OutboxTable m_outbox;
    DraftTable m_drafts;
    StateTable m_state;
};

} // namespace rialto
