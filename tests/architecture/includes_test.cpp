#include <QDirIterator>
#include <QRegularExpression>
#include <QTest>

#include "support/Places.h"

using namespace Qt::StringLiterals;

namespace {

struct Layer
{
    QString folder;
    QStringList mayUse; ///< Folders whose headers it may include, besides its own.
};

const QStringList kShared = {u"base"_s, u"protocol"_s, u"text"_s, u"websocket"_s};

const QList<Layer> kServer = {
    {u"ops"_s, kShared},
    {u"storage"_s, kShared},
    {u"core"_s, kShared + QStringList{u"storage"_s, u"ops"_s}},
    {u"net"_s, kShared + QStringList{u"storage"_s, u"ops"_s, u"core"_s}},
    {u"doors"_s, kShared + QStringList{u"storage"_s, u"ops"_s, u"core"_s, u"net"_s}},
    {u"features"_s, kShared + QStringList{u"storage"_s, u"ops"_s, u"core"_s}},
    {u"app"_s, kShared + QStringList{u"storage"_s, u"ops"_s, u"core"_s, u"net"_s, u"doors"_s, u"features"_s}},
};

const QList<Layer> kClient = {
    {u"cache"_s, kShared},
    {u"markdown"_s, kShared},
    {u"net"_s, kShared + QStringList{u"cache"_s}},
    {u"ui"_s, kShared + QStringList{u"net"_s}},
    {u"features"_s, kShared + QStringList{u"cache"_s, u"markdown"_s, u"net"_s, u"ui"_s}},
    {u"session"_s, kShared + QStringList{u"cache"_s, u"net"_s, u"features"_s}},
    {u"app"_s, kShared + QStringList{u"cache"_s, u"net"_s, u"ui"_s, u"features"_s, u"session"_s}},
};

QStringList includesOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    static const QRegularExpression include(u"^#include \"([^\"]+)\""_s, QRegularExpression::MultilineOption);
    QStringList found;
    auto matches = include.globalMatch(QString::fromUtf8(file.readAll()));
    while (matches.hasNext())
        found.append(matches.next().captured(1));
    return found;
}

QStringList sourcesIn(const QString &folder)
{
    QStringList paths;
    QDirIterator files(folder, {u"*.h"_s, u"*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext())
        paths.append(files.next());
    return paths;
}

} // namespace

/// Dependencies point one way (ARCHITECTURE.md): a layer includes only the layers below it, a feature no other feature.
class IncludesTest : public QObject
{
    Q_OBJECT

    static void check(const QString &side, const QList<Layer> &layers)
    {
        const QString root = rialto::places::source(side);
        for (const Layer &layer : layers) {
            for (const QString &path : sourcesIn(root + u'/' + layer.folder))
                checkFile(path.mid(root.size() + 1), layer, includesOf(path));
        }
    }
    static void checkFile(const QString &file, const Layer &layer, const QStringList &includes)
    {
        for (const QString &include : includes) {
            const QString folder = include.section(u'/', 0, 0);
            if (!include.contains(u'/') || include.endsWith(".moc"_L1))
                continue;
            const bool isAllowed = folder == layer.folder || layer.mayUse.contains(folder);
            const bool isOtherFeature = layer.folder == "features"_L1 && folder == "features"_L1 &&
                                        include.section(u'/', 1, 1) != file.section(u'/', 1, 1);
            QVERIFY2(isAllowed && !isOtherFeature, qPrintable(file + u" must not include "_s + include));
        }
    }

private Q_SLOTS:
    void sharedKnowsNobody()
    {
        check(u"shared"_s, {{u"base"_s, {}}, {u"protocol"_s, {u"base"_s}}, {u"text"_s, {}}, {u"websocket"_s, {}}});
    }
    void serverLayersPointDown() { check(u"server"_s, kServer); }
    void clientLayersPointDown() { check(u"client"_s, kClient); }

    void theContractNeedsOnlyQtCore()
    {
        static const QRegularExpression widget(u"#include <Q(Widget|Application|Sql|Network|WebSocket|Tcp|Thread)"_s);
        for (const QString &path : sourcesIn(rialto::places::source(u"shared"_s))) {
            QFile file(path);
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY2(!widget.match(QString::fromUtf8(file.readAll())).hasMatch(), qPrintable(path));
        }
    }
};

QTEST_APPLESS_MAIN(IncludesTest)
#include "includes_test.moc"
