#include "support/RealServer.h"

#include <QDeadlineTimer>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace rialto {

RealServer::RealServer(const QString &program, const QStringList &flags, const QString &host)
    : m_program(program), m_flags(flags), m_host(host)
{
    m_process.setProcessChannelMode(QProcess::MergedChannels);
}

RealServer::~RealServer()
{
    kill();
}

bool RealServer::start()
{
    static const QRegularExpression listening(u"Rialto is listening on (https?)://[0-9.]+:(\\d+)"_s);
    QStringList arguments = {u"serve"_s, u"--data"_s, m_folder.path(),        u"--host"_s,
                             m_host,     u"--port"_s, QString::number(m_port)};
    if (m_host == "127.0.0.1"_L1)
        arguments.append(u"--no-rate-limits"_s);
    m_process.start(m_program, arguments + m_flags);
    m_output.clear();
    QDeadlineTimer deadline(10'000);
    while (!deadline.hasExpired() && m_process.state() != QProcess::NotRunning) {
        m_process.waitForReadyRead(100);
        m_output += QString::fromUtf8(m_process.readAll());
        if (const auto match = listening.match(m_output); match.hasMatch()) {
            m_scheme = match.captured(1);
            m_port = static_cast<quint16>(match.captured(2).toUInt());
            return true;
        }
    }
    return false;
}

void RealServer::kill()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.kill();
    m_process.waitForFinished();
}

bool RealServer::stop()
{
    m_process.terminate();
    return m_process.waitForFinished() && m_process.exitStatus() == QProcess::NormalExit;
}

bool RealServer::run(const QStringList &command) const
{
    QProcess process;
    process.start(m_program, command + QStringList{u"--data"_s, m_folder.path()});
    return process.waitForFinished() && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
}

QString RealServer::address() const
{
    return u"%1://%2:%3"_s.arg(m_scheme, m_host).arg(m_port);
}

} // namespace rialto
