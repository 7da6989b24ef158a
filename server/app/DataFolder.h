#pragma once

#include "app/FolderLock.h"

namespace rialto {

/// The folder of everything a server keeps. One process owns it at a time.
class DataFolder
{
public:
    /// Makes the folder (mode 0700) when it is missing and takes its lock; says who holds it otherwise.
    static Result<std::unique_ptr<DataFolder>> open(const QString &path);

    QString databasePath() const { return databasePathIn(m_path); }
    QString socketPath() const { return socketPathIn(m_path); }
    QString file(const QString &name) const { return m_path + QLatin1Char('/') + name; }

    /// The server's secret; made on first use, mode 0600. Every key is derived from it.
    Result<QByteArray> secret() const;

    static QString databasePathIn(const QString &folder) { return folder + QStringLiteral("/rialto.db"); }
    /// Where a running server takes the requests of the command line.
    static QString socketPathIn(const QString &folder);

private:
    explicit DataFolder(QString path);

    QString m_path;
    std::unique_ptr<FolderLock> m_lock;
};

} // namespace rialto
