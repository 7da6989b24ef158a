#pragma once

#include <QProcess>

namespace rialto::chaos {

/// A program that speaks in lines and is treated badly. It dies with its parent. Lives on: the thread of the driver.
class ChildProcess : public QObject
{
    Q_OBJECT

public:
    ChildProcess();
    ~ChildProcess() override;

    void start(const QString &program, const QStringList &arguments, const QProcessEnvironment &environment);
    void writeLine(const QString &line);
    bool isRunning() const { return m_process.state() != QProcess::NotRunning; }
    /// SIGKILL; waits until it is gone.
    void kill();
    /// SIGTERM; waits until it is gone. False when it had to be killed.
    bool stop();
    /// SIGSTOP and SIGCONT.
    void freeze();
    void thaw();
    /// What it wrote to its standard error since it was started last.
    const QString &complaints() const { return m_complaints; }

Q_SIGNALS:
    void lineRead(const QString &line);
    /// It ended of its own accord. 0 is a good end.
    void ended(int code);

private:
    void signal(int number) const;

    QProcess m_process;
    QString m_complaints;
    bool m_expected = false;
};

} // namespace rialto::chaos
