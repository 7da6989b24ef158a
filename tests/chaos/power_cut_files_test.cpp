#include "chaos/Remains.h"
#include "storage/FileStore.h"
#include "support/Files.h"
#include "support/TestServer.h"

using namespace Qt::StringLiterals;
using namespace rialto;
using namespace rialto::chaos;
using namespace rialto::test;

namespace {

constexpr int kCuts = 100;
constexpr quint32 kSeed = 20'261'122;
constexpr qint64 kHourMs = 3'600'000;

using Kind = DiskStep::Kind;
using Loss = CuttableDisk::Loss;

/// After this many steps this upload had been acknowledged, or this file asked to be removed.
struct Moment
{
    size_t position = 0;
    qint64 file = 0;
};

struct Work
{
    std::vector<DiskStep> steps;
    size_t first = 0; ///< From here on the server was there.
    QList<Moment> uploaded;
    QMap<qint64, size_t> removed;
};

struct Outcome
{
    int cuts = 0;
    int files = 0;  ///< That were looked at.
    int lost = 0;   ///< Acknowledged uploads of which the database knew nothing.
    int broken = 0; ///< Files that the database called ready, whose content was not there or not whole.
    int lies = 0;   ///< Contents that stood under another hash than their own.
};

QString hashOf(const QByteArray &content)
{
    return QString::fromLatin1(QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex());
}

QString placeOf(const QString &hash)
{
    return u"files/blobs/"_s + hash.left(2) + u'/' + hash;
}

/// People upload files of all kinds, some of them twice, pieces of some, and remove a few, which are swept in time.
class Uploads
{
public:
    Uploads() : m_jane(m_server.aUser(u"jane"_s)) {}

    Work run(DiskRecorder &disk)
    {
        Work work;
        work.first = disk.position();
        for (int i = 0; i < 24; ++i) {
            const qint64 file = upload(i);
            if (file == 0)
                qFatal("The upload %d failed", i);
            work.uploaded.append({disk.position(), file});
            if (i % 6 != 5)
                continue;
            work.removed.insert(file, disk.position());
            m_server.api("DELETE", u"files/%1"_s.arg(file), m_jane);
            m_server.clock.advance(2 * kHourMs);
            cleanUp(m_server);
            m_jane = m_server.login(u"jane"_s); // What she had has run out.
        }
        m_server.stop();
        work.steps = disk.steps();
        return work;
    }

private:
    qint64 upload(int i)
    {
        FileClient files(m_server, m_jane);
        const qsizetype size = 1 + i * 3'001;
        if (i % 5 == 1)
            return files.upload(u"picture.png"_s, aPicture("PNG", {100 + 30 * i, 80}));
        if (i % 5 == 2) // As the one before the last.
            return files.upload(u"again.txt"_s, someBytes(1 + (i - 2) * 3'001));
        const QByteArray content = someBytes(size);
        const qint64 file = files.create(u"note.txt"_s, size);
        if (i % 5 == 3) {
            const QByteArray first = "0-999/" + QByteArray::number(size);
            files.put(file, content.left(1000), first);
            const QByteArray rest = "1000-" + QByteArray::number(size - 1) + '/' + QByteArray::number(size);
            return files.put(file, content.mid(1000), rest).status == 200 ? file : 0;
        }
        return files.put(file, content).status == 200 ? file : 0;
    }

    TestServer m_server;
    Person m_jane;
};

/// What is left after cuts at moments all along, judged by what the database found calls ready.
class Judge
{
public:
    explicit Judge(const Work &work) : m_work(work), m_random(kSeed) {}

    enum class Until { End, FirstBroken, FirstLie };
    Outcome judge(Until until = Until::End)
    {
        const size_t every = std::max<size_t>(1, m_work.steps.size() / kCuts);
        const auto isOver = [&] {
            return (until == Until::FirstBroken && m_outcome.broken > 0) ||
                   (until == Until::FirstLie && m_outcome.lies > 0);
        };
        for (size_t i = 0; i < m_work.steps.size() && !isOver(); ++i) {
            m_disk.play(m_work.steps[i]);
            m_folder.play(m_work.steps[i]);
            // Whatever makes a file ready is followed by few steps only: each around it is a moment of its own.
            const bool isClose = m_work.steps[i].kind == Kind::Rename || m_work.steps[i].kind == Kind::Remove;
            if (i < m_work.first)
                continue;
            if (isClose || i % every == m_random.bounded(quint32(every)))
                cutAt(i + 1);
        }
        return m_outcome;
    }

private:
    // Each may lose more or less than the other: the row may have come to the disk by chance, the content not.
    void cutAt(size_t position)
    {
        const QMap<QString, QByteArray> live = m_folder.cut(Loss::Nothing, m_random);
        for (const Loss rows : {Loss::Everything, Loss::Nothing, Loss::Some}) {
            const Remains remains(m_disk.cut(rows, m_random));
            const QStringList ready =
                remains.read("SELECT id || ' ' || hash || ' ' || has_thumbnail FROM file WHERE status = 'ready'");
            checkKept(position, ready);
            for (const Loss contents : {Loss::Everything, Loss::Nothing, Loss::Some})
                checkContents(ready, live, m_folder.cut(contents, m_random));
        }
    }

    void checkKept(size_t position, const QStringList &ready)
    {
        for (const Moment &upload : m_work.uploaded) {
            const bool isThere = std::any_of(ready.begin(), ready.end(), [&](const QString &row) {
                return row.section(u' ', 0, 0).toLongLong() == upload.file;
            });
            const bool isGone = m_work.removed.contains(upload.file) && m_work.removed[upload.file] <= position;
            m_outcome.lost += upload.position <= position && !isThere && !isGone ? 1 : 0;
        }
    }

    void checkContents(const QStringList &ready, const QMap<QString, QByteArray> &live,
                       const QMap<QString, QByteArray> &found)
    {
        ++m_outcome.cuts;
        for (const QString &row : ready) {
            const QString place = placeOf(row.section(u' ', 1, 1));
            const QString thumbnail = place + u".thumbnail"_s;
            const bool isShown = row.section(u' ', 2, 2) == "0"_L1 ||
                                 (found.contains(thumbnail) && found[thumbnail] == live.value(thumbnail));
            const bool isWhole = found.contains(place) && hashOf(found[place]) == row.section(u' ', 1, 1);
            m_outcome.broken += isWhole && isShown ? 0 : 1;
            ++m_outcome.files;
        }
        for (auto file = found.cbegin(); file != found.cend(); ++file) {
            const bool isContent = file.key().startsWith("files/blobs/"_L1) && !file.key().contains(u'.');
            m_outcome.lies += isContent && placeOf(hashOf(file.value())) != file.key() ? 1 : 0;
        }
    }

    const Work &m_work;
    QRandomGenerator m_random;
    CuttableDisk m_disk;
    CuttableFolder m_folder;
    Outcome m_outcome;
};

bool isFolder(const QString &place)
{
    return place == u"."_s || place == u"files"_s || place == u"files/blobs"_s ||
           (place.startsWith("files/blobs/"_L1) && place.size() == 14);
}

/// The work of a store that leaves one of its steps out or takes it too late.
Work withFault(Work work, const QString &fault)
{
    const auto isContentSync = [](const DiskStep &step) {
        return step.kind == Kind::Sync && QFileInfo(step.file).path() == "files/work"_L1;
    };
    if (fault == u"rename before fsync"_s) {
        // A content is synced where it came to stand, not where it was made.
        for (size_t i = 0; i + 1 < work.steps.size(); ++i) {
            if (isContentSync(work.steps[i]) && work.steps[i + 1].kind == Kind::Rename) {
                work.steps[i].file = work.steps[i + 1].to;
                std::swap(work.steps[i], work.steps[i + 1]);
            }
        }
        return work;
    }
    for (DiskStep &step : work.steps) {
        if (step.isDatabase() || step.kind != Kind::Sync)
            continue;
        const bool isLeftOut = fault == u"no fsync"_s         ? isContentSync(step)
                               : fault == u"names unsynced"_s ? isFolder(step.file) && step.file.size() == 14
                                                              : step.file == u"files/blobs"_s;
        if (isLeftOut)
            step = {Kind::Sync, u"files/nothing"_s, 0, {}, {}}; // All others keep their places.
    }
    return work;
}

} // namespace

/// The power fails while people upload: every file that the database calls ready is there, whole, and each content that
/// has a name is what the name says.
class power_cut_files_test : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        DiskRecorder &disk = DiskRecorder::install();
        disk.noteFiles();
        m_work = Uploads().run(disk);
    }
    void readyFilesSurviveEveryCut();
    void aFaultWouldBeFound_data();
    void aFaultWouldBeFound();
    void foldersThatAStartLeftUnsyncedAreSyncedByTheNext();

private:
    Work m_work;
};

void power_cut_files_test::readyFilesSurviveEveryCut()
{
    const auto count = [&](auto which) { return std::count_if(m_work.steps.begin(), m_work.steps.end(), which); };
    // Uploads, pictures, thumbnails and sweeping were all seen.
    QVERIFY(count([](const DiskStep &step) { return step.kind == Kind::Link; }) > 10);
    QVERIFY(count([](const DiskStep &step) { return step.to.endsWith(".thumbnail"_L1); }) > 3);
    QVERIFY(count([](const DiskStep &step) {
                return step.kind == Kind::Remove && step.file.startsWith("files/blobs/"_L1);
            }) > 0);
    const Outcome outcome = Judge(m_work).judge();
    qInfo("seed %u: %d cuts over %zu steps, %d files looked at, lost %d, broken %d, under a wrong hash %d", kSeed,
          outcome.cuts, m_work.steps.size(), outcome.files, outcome.lost, outcome.broken, outcome.lies);
    QVERIFY(outcome.cuts >= 500);
    QVERIFY(outcome.files >= 5000);
    QCOMPARE(outcome.lost, 0);
    QCOMPARE(outcome.broken, 0);
    QCOMPARE(outcome.lies, 0);
}

void power_cut_files_test::aFaultWouldBeFound_data()
{
    QTest::addColumn<bool>("isBroken");
    QTest::newRow("no fsync") << true;
    QTest::newRow("names unsynced") << true;
    QTest::newRow("folders unsynced") << true;
    QTest::newRow("rename before fsync") << false; // Every row is right, but a name lies for a moment.
}

void power_cut_files_test::aFaultWouldBeFound()
{
    QFETCH(bool, isBroken);
    const Work work = withFault(m_work, QString::fromUtf8(QTest::currentDataTag()));
    const Outcome outcome = Judge(work).judge(isBroken ? Judge::Until::FirstBroken : Judge::Until::FirstLie);
    QVERIFY(isBroken ? outcome.broken > 0 : outcome.lies > 0);
    QCOMPARE(outcome.lost, 0);
}

// The process may die between making the folders and their fsync; the next start does not take them for synced.
void power_cut_files_test::foldersThatAStartLeftUnsyncedAreSyncedByTheNext()
{
    QTemporaryDir data;
    DiskRecorder &disk = DiskRecorder::install();
    const size_t before = disk.position();
    QVERIFY(FileStore::open(data.filePath(u"files"_s)).has_value());
    const std::vector<DiskStep> steps = disk.steps();
    qsizetype synced = 0;
    for (size_t i = before; i < steps.size(); ++i) {
        synced += steps[i].kind == Kind::Sync && isFolder(steps[i].file) ? 1 : 0;
        QVERIFY(steps[i].file != u"files/boot"_s || steps[i].kind != Kind::Write || synced >= 3);
    }
    QVERIFY(synced >= 3);
    QVERIFY(QFile::exists(data.filePath(u"files/boot"_s)));
}

QTEST_GUILESS_MAIN(power_cut_files_test)
#include "power_cut_files_test.moc"
