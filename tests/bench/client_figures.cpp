// What ./dev bench client measures of the client, on the offscreen platform, which paints in software:
//   rialto-client-figures fill FOLDER COUNT         makes a profile whose cache holds so many messages
//   rialto-client-figures measure FOLDER            opens, scrolls and searches them, and looks at memory and processor
//   rialto-client-figures start FOLDER              after that: from the start of the program to the room on screen
//   rialto-client-figures connected FOLDER --server URL --user NAME --password-file FILE   how idle it is while online
//   rialto-client-figures queries                   the searches that `measure` makes, to make them elsewhere
// Prints JSON arrays. Nothing here is a test: figures are judged by whoever reads them.
#include <QApplication>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>

#include "figures/CacheFill.h"
#include "figures/ClientScenes.h"
#include "figures/SampleTexts.h"

using namespace rialto::bench;
using namespace Qt::StringLiterals;

namespace {

int printQueries()
{
    QJsonArray kinds;
    for (const QueryKind &kind : sampleQueries())
        kinds.append(QJsonObject{{u"name"_s, kind.name},
                                 {u"queries"_s, QJsonArray::fromStringList(kind.queries)},
                                 {u"hasTarget"_s, kind.hasTarget}});
    std::printf("%s\n", QJsonDocument(kinds).toJson(QJsonDocument::Compact).constData());
    return 0;
}

void measure(QApplication &application, const QString &folder, Figures &figures)
{
    ClientScenes scenes(application, folder, figures);
    scenes.open();
    scenes.memory();
    scenes.idle();
    scenes.scroll();
    scenes.search();
    scenes.write();
}

int usage()
{
    std::fprintf(stderr, "Usage: rialto-client-figures fill|measure|start|connected|queries, as its source says\n");
    return 2;
}

} // namespace

int main(int argc, char **argv)
{
    QElapsedTimer watch;
    watch.start();
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"rialto-client-figures"_s);
    const QStringList arguments = QApplication::arguments();
    const QString scene = arguments.value(1);
    const QString folder = arguments.value(2);
    Figures figures;
    bool done = true;
    if (scene == "queries"_L1)
        return printQueries();
    if (folder.isEmpty())
        return usage();
    if (scene == "fill"_L1)
        return fillProfile(folder, arguments.value(3).toLongLong()) ? 0 : 1;
    if (scene == "measure"_L1)
        measure(application, folder, figures);
    else if (scene == "start"_L1)
        ClientScenes(application, folder, figures).start(watch);
    else if (scene == "connected"_L1)
        done = measureConnectedIdle(application, folder, arguments.mid(3), figures);
    else
        return usage();
    figures.print();
    return done ? 0 : 1;
}
