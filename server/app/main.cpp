#include "app/CommandLine.h"

#include <QCoreApplication>

int main(int argc, char **argv)
{
    // Qt's own event dispatcher delivers twice as fast as the one on top of GLib.
    qputenv("QT_NO_GLIB", "1");
    qSetMessagePattern(QStringLiteral("%{time yyyy-MM-ddThh:mm:ss.zzz} %{type} %{category}: %{message}"));
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("rialto-server"));
    return rialto::command_line::run(application.arguments().mid(1));
}
