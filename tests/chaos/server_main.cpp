// rialto-chaos-server: rialto-server with a clock that a trial can set. The difference to the machine's clock stands,
// in milliseconds, in the file that RIALTO_CHAOS_CLOCK names; the program that people run knows nothing of it.
#include "app/CommandLine.h"

#include <QCoreApplication>

#include <atomic>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace {

/// The wall clock jumps as the file says, the monotonic one never does.
class JumpingClock final : public rialto::Clock
{
public:
    explicit JumpingClock(const char *file)
    {
        const int descriptor = ::open(file, O_RDONLY | O_CLOEXEC);
        void *mapped = ::mmap(nullptr, sizeof(qint64), PROT_READ, MAP_SHARED, descriptor, 0);
        ::close(descriptor);
        if (mapped != MAP_FAILED)
            m_shift = static_cast<const std::atomic<qint64> *>(mapped);
    }

    bool isOpen() const { return m_shift != nullptr; }
    qint64 nowMs() const override { return m_system.nowMs() + m_shift->load(); }
    qint64 monotonicMs() const override { return m_system.monotonicMs(); }

private:
    rialto::SystemClock m_system;
    const std::atomic<qint64> *m_shift = nullptr;
};

} // namespace

int main(int argc, char **argv)
{
    ::umask(0077);
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("rialto-server"));
    const JumpingClock clock(qgetenv("RIALTO_CHAOS_CLOCK").constData());
    if (!clock.isOpen()) {
        qWarning("RIALTO_CHAOS_CLOCK must name a file of eight bytes.");
        return 2;
    }
    return rialto::command_line::run(application.arguments().mid(1), clock);
}
