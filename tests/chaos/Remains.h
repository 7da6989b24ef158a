#pragma once

#include "chaos/PowerCut.h"

#include <QTemporaryDir>
#include <sqlite3.h>

namespace rialto::chaos {

using namespace Qt::StringLiterals;

/// What is found in the files after a power cut, read without the recorder.
class Remains
{
public:
    explicit Remains(const QMap<QString, QByteArray> &files)
    {
        for (auto file = files.cbegin(); file != files.cend(); ++file) {
            QFile out(m_folder.filePath(file.key()));
            if (!out.open(QIODevice::WriteOnly) || out.write(file.value()) != file.value().size())
                qFatal("The files of a power cut cannot be written");
        }
        sqlite3_open_v2(m_folder.filePath(u"rialto.db"_s).toUtf8().constData(), &m_database, SQLITE_OPEN_READWRITE,
                        "unix");
        // Nobody cuts the power again: what is found is read and thrown away.
        read("PRAGMA synchronous=OFF");
        sqlite3_db_config(m_database, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    }
    ~Remains() { sqlite3_close(m_database); }
    Q_DISABLE_COPY_MOVE(Remains)

    /// The first column of all rows; one line that is no row when the query fails.
    QStringList read(const char *sql) const
    {
        QStringList rows;
        const auto add = [](void *to, int, char **values, char **) {
            static_cast<QStringList *>(to)->append(QString::fromUtf8(values[0]));
            return 0;
        };
        if (sqlite3_exec(m_database, sql, add, &rows, nullptr) != SQLITE_OK)
            rows.append(u"failed: "_s + QString::fromUtf8(sqlite3_errmsg(m_database)));
        return rows;
    }

    /// Whole, and every message with its event.
    bool isWhole() const
    {
        return read("PRAGMA integrity_check") == QStringList{u"ok"_s} &&
               read("SELECT count(*) FROM message") ==
                   read("SELECT count(*) FROM event_log WHERE type = 'chat.messagePosted'") &&
               read("SELECT count(*) FROM event_log") == read("SELECT coalesce(max(seq), 0) FROM event_log");
    }

private:
    QTemporaryDir m_folder;
    sqlite3 *m_database = nullptr;
};

} // namespace rialto::chaos
