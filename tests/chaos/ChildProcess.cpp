#include "chaos/ChildProcess.h"

#include <csignal>
#include <sys/prctl.h>

namespace rialto::chaos {

ChildProcess::ChildProcess()
{
    m_process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
    connect(&m_process, &QProcess::readyReadStandardOutput, this, [this] {
        while (m_process.canReadLine())
            Q_EMIT lineRead(QString::fromUtf8(m_process.readLine()).trimmed());
    });
    connect(&m_process, &QProcess::readyReadStandardError, this,
            [this] { m_complaints += QString::fromUtf8(m_process.readAllStandardError()); });
    connect(&m_process, &QProcess::finished, this, [this](int code, QProcess::ExitStatus status) {
        if (!m_expected)
            Q_EMIT ended(status == QProcess::NormalExit ? code : -1);
    });
}

ChildProcess::~ChildProcess()
{
    kill();
}

void ChildProcess::start(const QString &program, const QStringList &arguments, const QProcessEnvironment &environment)
{
    m_expected = false;
    m_complaints.clear();
    m_process.setProcessEnvironment(environment);
    m_process.start(program, arguments);
}

void ChildProcess::writeLine(const QString &line)
{
    m_process.write(line.toUtf8() + '\n');
}

void ChildProcess::kill()
{
    m_expected = true;
    if (!isRunning())
        return;
    m_process.kill();
    m_process.waitForFinished();
}

bool ChildProcess::stop()
{
    m_expected = true;
    m_process.terminate();
    if (m_process.waitForFinished())
        return true;
    kill();
    return false;
}

void ChildProcess::freeze()
{
    signal(SIGSTOP);
}

void ChildProcess::thaw()
{
    signal(SIGCONT);
}

void ChildProcess::signal(int number) const
{
    if (isRunning())
        ::kill(static_cast<pid_t>(m_process.processId()), number);
}

} // namespace rialto::chaos
