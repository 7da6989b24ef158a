#pragma once

#include "base/Error.h"
#include "features/auth/AuthService.h"
#include "features/files/FileService.h"
#include "net/Gate.h"
#include "protocol/Discovery.h"

#include <QStringList>
#include <QSysInfo>

namespace rialto {

/// How the server runs. Each setting comes from a flag, else from RIALTO_<NAME>, else from the TOML file, else it has
/// the default written here.
struct Config
{
    QString data; ///< The data folder. Required.
    /// What people see this server called.
    QString serverName = QSysInfo::machineHostName().left(kServerNameRules.maxLength);
    QString host = QStringLiteral("127.0.0.1");
    int port = 3000;                    ///< 0 picks a free one.
    int discoveryPort = kDiscoveryPort; ///< Where programs that look for servers are answered (UDP); 0: not at all.
    QString tlsCert;                    ///< PEM files; both or none.
    QString tlsKey;
    bool insecureHttp = false; ///< Plain text beyond loopback.
    bool noRateLimits = false; ///< For load generators; loopback only.
    Registration registration = Registration::Open;
    QStringList allowedOrigins;
    WebSocketEngine webSocketEngine = WebSocketEngine::Own;
    int logDays = 30;             ///< How long the event log reaches back ...
    qint64 logEvents = 1'000'000; ///< ... and how many events it keeps at most.
    FileLimits files;

    bool isLoopback() const;

    /// Reads flags (without the program and the command), environment and file; refuses in one sentence with the
    /// remedy.
    static Result<Config> read(const QStringList &flags);
    /// Takes over the settings of a file's text; `path` is how refusals call the file.
    Result<> applyToml(const QByteArray &toml, const QString &path);
    /// The flags of `serve`, a line each, for --help.
    static QString help();
};

} // namespace rialto
