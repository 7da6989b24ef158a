#pragma once

#include <QtGlobal>

namespace rialto::load {

/// What the kernel tells about a process (proc(5)); everything is 0 when the pid is 0 or the process is gone.
class ServerProcess
{
public:
    explicit ServerProcess(qint64 pid) : m_pid(pid) {}
    bool isKnown() const { return m_pid > 0; }
    qint64 residentBytes() const;
    double processorSeconds() const;

private:
    qint64 m_pid;
};

/// Processor time of this process so far, in seconds.
double ownProcessorSeconds();

} // namespace rialto::load
