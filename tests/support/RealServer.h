#pragma once

#include <QProcess>
#include <QTemporaryDir>

namespace rialto {

/// The program rialto-server on a data folder of its own; can be killed and started again on its port.
class RealServer
{
public:
    /// `program` is the path of rialto-server; `flags` go to every start. Rate limits are off on loopback, where they
    /// may be.
    explicit RealServer(const QString &program, const QStringList &flags = {},
                        const QString &host = QStringLiteral("127.0.0.1"));
    ~RealServer();

    /// Starts it and waits until it accepts. False when it does not within ten seconds; output() tells why.
    bool start();
    /// SIGKILL.
    void kill();
    /// SIGTERM; waits until it has ended.
    bool stop();
    /// Runs another command on the same data folder, for example `user disable jane`. False when it failed.
    bool run(const QStringList &command) const;
    /// `http://HOST:PORT` or https, with the same port at every start.
    QString address() const;
    quint16 port() const { return m_port; }
    qint64 processId() const { return m_process.processId(); }
    QString dataFolder() const { return m_folder.path(); }
    QString output() const { return m_output; }

private:
    const QString m_program;
    const QStringList m_flags;
    const QString m_host;
    QTemporaryDir m_folder;
    QProcess m_process;
    QString m_output;
    QString m_scheme;
    quint16 m_port = 0;
};

} // namespace rialto
