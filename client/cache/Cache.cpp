#include "cache/Cache.h"

#include "cache/Salvage.h"

#include <QCoreApplication>
#include <QFile>

using namespace Qt::StringLiterals;

namespace rialto {
namespace {

// The parts of a SQLite database in WAL mode, and our own mark beside it.
constexpr const char *kSuffixes[] = {"", "-wal", "-shm", ".damaged"};

QString setAside(const QString &file)
{
    const QString aside = Cache::setAsideName(file);
    Cache::erase(aside);
    for (const char *suffix : kSuffixes)
        QFile::rename(file + QLatin1StringView(suffix), aside + QLatin1StringView(suffix));
    // The mark must not keep the salvage from opening it.
    QFile::remove(aside + u".damaged"_s);
    return aside;
}

} // namespace

Cache::Cache(const QString &file)
    : m_database(open(file)),
      m_entities(*m_database),
      m_messages(*m_database),
      m_outbox(*m_database),
      m_drafts(*m_database),
      m_state(*m_database)
{
}

std::unique_ptr<Database> Cache::open(const QString &file)
{
    Result<std::unique_ptr<Database>> database = Database::open(file);
    if (database)
        return std::move(*database);
    m_problem = database.error().message;
    // A full disk, a folder that may not be written, another program at work: the file itself may be good.
    if (database.error().code == ErrorCode::StorageFull) {
        std::unique_ptr<Database> memory = inMemory();
        salvageFromCopy(file, *memory);
        return memory;
    }
    const QString aside = setAside(file);
    database = Database::open(file);
    if (!database) {
        m_problem = database.error().message;
        return inMemory();
    }
    const int saved = salvageUnsent(aside, **database);
    m_problem +=
        u' ' + QCoreApplication::translate(
                   "Cache", "It was set aside and is fetched anew; %n unsent change(s) were kept.", nullptr, saved);
    return std::move(*database);
}

std::unique_ptr<Database> Cache::inMemory()
{
    m_problem += u' ' + QCoreApplication::translate("Cache", "Nothing is kept when the program ends.");
    return std::move(*Database::open(u":memory:"_s));
}

void Cache::erase(const QString &file)
{
    for (const char *suffix : kSuffixes)
        QFile::remove(file + QLatin1StringView(suffix));
}

QString Cache::setAsideName(const QString &file)
{
    return file + u".set-aside"_s;
}

} // namespace rialto
