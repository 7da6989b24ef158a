#include "app/CommandLine.h"

#include <QCoreApplication>

#include <malloc.h>
#include <sys/stat.h>

int main(int argc, char **argv)
{
    // Qt's own event dispatcher delivers twice as fast as the one on top of GLib.
    qputenv("QT_NO_GLIB", "1");
    // The data folder may be one that others can enter; what is made in it is for this user alone.
    ::umask(0077);
    // The domain thread's memory is freed on the net thread. Handing it back to the kernel after every batch, as the C
    // library does from 128 KiB on, interrupts all threads and halves the rate of writes.
    mallopt(M_TRIM_THRESHOLD, 64 * 1024 * 1024);
    qSetMessagePattern(QStringLiteral("%{time yyyy-MM-ddThh:mm:ss.zzz} %{type} %{category}: %{message}"));
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("rialto-server"));
    return rialto::command_line::run(application.arguments().mid(1), rialto::SystemClock());
}
