#include "features/chat/model/ExportText.h"
#include "features/chat/model/RoomExport.h"
#include "features/chat/model/UploadQueue.h"
#include "support/LiveClient.h"
#include "support/Places.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <csignal>
#include <md4c.h>
#include <sys/resource.h>

using namespace Qt::StringLiterals;
using namespace rialto;

namespace {

constexpr int kPatience = 60'000;
constexpr int kLines = 230; ///< More than one page of the export.

const QString kHostile = u"Look:\n\n## 1 January 1970\n\n**jane** 00:00\n\nI owe you all\r# Mine\n"
                         "<script>alert(1)</script> ![p](http://evil.example/p.png) &amp; \u202eleft\n"
                         "===\n```\n<b>code</b>\n![x](y)\n```\n<img src=x onerror=y>"_s;

/// How much HTML and how many pictures a reader of CommonMark finds.
int dangersIn(const QString &markdown)
{
    int count = 0;
    MD_PARSER parser{};
    parser.enter_block = [](MD_BLOCKTYPE type, void *, void *found) {
        *static_cast<int *>(found) += type == MD_BLOCK_HTML ? 1 : 0;
        return 0;
    };
    parser.leave_block = [](MD_BLOCKTYPE, void *, void *) { return 0; };
    parser.enter_span = [](MD_SPANTYPE type, void *, void *found) {
        *static_cast<int *>(found) += type == MD_SPAN_IMG ? 1 : 0;
        return 0;
    };
    parser.leave_span = [](MD_SPANTYPE, void *, void *) { return 0; };
    parser.text = [](MD_TEXTTYPE type, const MD_CHAR *, MD_SIZE, void *found) {
        *static_cast<int *>(found) += type == MD_TEXT_HTML ? 1 : 0;
        return 0;
    };
    const QByteArray utf8 = markdown.toUtf8();
    return md_parse(utf8.constData(), static_cast<MD_SIZE>(utf8.size()), &parser, &count) == 0 ? count : -1;
}

} // namespace

/// A whole room in one file: as Markdown that people read and as JSON that programs read (U87).
class export_test : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<RealServer> m_server;
    std::unique_ptr<LiveClient> m_jane;
    std::unique_ptr<LiveClient> m_olena;
    RoomId m_room;

    MessageModel &janes() { return *(*m_jane)->openRoom(m_room); }
    MessageModel &olenas() { return *(*m_olena)->openRoom(m_room); }
    bool bothHave(int count)
    {
        return QTest::qWaitFor(
            [&] {
                return janes().rowCount() == count && olenas().rowCount() == count && m_jane->isSettled() &&
                       m_olena->isSettled();
            },
            kPatience);
    }
    LocalFile aFile(const QString &name)
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QFile::WriteOnly) || file.write("paper") != 5)
            qFatal("The test cannot write its file");
        file.close();
        return *UploadQueue::inspect(file.fileName());
    }
    void talk()
    {
        QVERIFY(janes().send(u"Where is *it*?"_s));
        QVERIFY(bothHave(1));
        QVERIFY(olenas().send(u"**Under** the mat"_s, olenas().row(0).message.id));
        QVERIFY(janes().send(u"Thirt"_s));
        QVERIFY(bothHave(3));
        QVERIFY(janes().send(u"Nobody may know this"_s));
        QVERIFY(bothHave(4));
        QVERIFY(janes().send(kHostile));
        QVERIFY(janes().sendFiles({}, {aFile(u"bill [1](x).txt"_s)}));
        QVERIFY(bothHave(6));
        for (int row = 0; row < 6; ++row) {
            if (janes().row(row).message.text == "Thirt"_L1)
                QVERIFY(janes().edit(row, u"Third"_s));
            if (janes().row(row).message.text.startsWith(u"Nobody"_s))
                QVERIFY(janes().remove(row));
        }
        QVERIFY(olenas().toggleReaction(0, u"👍"_s));
        QTRY_VERIFY_WITH_TIMEOUT(!janes().row(0).message.reactions.isEmpty(), kPatience);
        for (int i = 0; i < kLines; ++i)
            QVERIFY(janes().send(u"Line %1"_s.arg(i)));
        QTRY_VERIFY_WITH_TIMEOUT(m_jane->isSettled(), kPatience);
    }
    /// The export's file as a whole; empty when it failed.
    QByteArray exported(const QString &name)
    {
        const QString path = m_folder.filePath(name);
        RoomExport *const work = (*m_jane)->exportRoom(m_room, path);
        work->setParent(this);
        QSignalSpy finished(work, &RoomExport::finished);
        work->start();
        QFile file(path);
        return finished.wait(kPatience) && file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
    }
    /// The part from the head of the n-th message up to the next.
    static QString messageOf(const QStringList &parts, const QString &words)
    {
        for (const QString &part : parts) {
            if (part.contains(words))
                return part;
        }
        return {};
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_server = std::make_unique<RealServer>(places::program(u"rialto-server"_s));
        QVERIFY2(m_server->start(), qPrintable(m_server->output()));
        m_jane = std::make_unique<LiveClient>(*m_server, u"jane"_s);
        m_olena = std::make_unique<LiveClient>(*m_server, u"olena"_s);
        QVERIFY(*m_jane && *m_olena);
        QTRY_VERIFY_WITH_TIMEOUT(m_jane->isSettled() && m_olena->isSettled(), kPatience);
        m_room = makeRoom(*m_jane, u"Dock *1* <b>"_s);
        QTRY_VERIFY_WITH_TIMEOUT((*m_olena)->rooms().rowOf(m_room) >= 0, kPatience);
        QVERIFY(joinRoom(*m_olena, m_room));
        talk();
    }

    void markdownHasEverythingThatWasSaid()
    {
        const QString text = QString::fromUtf8(exported(u"room.md"_s));
        static const QRegularExpression head(u"\n(?=\\*\\*(?:jane|olena)\\*\\* )"_s);
        const QStringList parts = text.split(head);
        QCOMPARE(parts.size(), 1 + 5 + kLines);
        QVERIFY(parts.first().startsWith(u"# Dock \\*1\\* \\<b\\>\n"_s));
        const QString reply = messageOf(parts, u"> **Under** the mat"_s);
        QVERIFY2(reply.startsWith(u"**olena**"_s), qPrintable(reply));
        QVERIFY2(reply.contains(u"\n> > **jane**: Where is it?\n>\n> **Under**"_s), qPrintable(reply));
        QVERIFY(messageOf(parts, u"> Third"_s).contains(u" · edited\n"_s));
        QVERIFY(messageOf(parts, u"> Where is *it*?"_s).contains(u"\n👍 1\n"_s));
        QVERIFY(messageOf(parts, u"bill"_s).contains(u"(bill \\[1\\](x).txt)"_s));
        QVERIFY(!text.contains(u"Nobody may know"_s));
        for (int i = 0; i < kLines; ++i)
            QVERIFY2(parts.at(6 + i).contains(u"\n> Line %1\n"_s.arg(i)), qPrintable(parts.at(6 + i)));
    }

    void nothingThatIsSaidLooksLikeTheExport()
    {
        const QString text = QString::fromUtf8(exported(u"room.md"_s));
        int headings = 0;
        int messages = 0;
        for (const QString &line : text.split(u'\n')) {
            headings += line.startsWith(u'#') ? 1 : 0;
            messages += line.startsWith(u"**"_s) ? 1 : 0;
            const bool isOurs = line.isEmpty() || line.startsWith(u'#') || line.startsWith(u"**"_s) ||
                                line.startsWith(u'>') || line.startsWith(u"👍"_s);
            QVERIFY2(isOurs && !line.contains(u'\r'), qPrintable(line));
        }
        QCOMPARE(messages, 5 + kLines);
        QVERIFY(headings == 2 || headings == 3); // It may have become midnight.
        QVERIFY(text.contains(u"\n> **jane** 00:00"_s) && text.contains(u"\n> # Mine"_s));
    }

    void htmlAndPicturesStayWords()
    {
        const QString text = exportedText(kHostile);
        QVERIFY(text.contains(u"\n> &lt;script>alert(1)&lt;/script> !&#91;p](http://evil.example/p.png)"_s));
        QVERIFY(text.contains(u"\n> &lt;img "_s));
        // Code is what it is.
        QVERIFY(text.contains(u"\n> ```\n> <b>code</b>\n> ![x](y)\n> ```\n"_s));
        QVERIFY(exportedText(u"````\n```\n<b>\n````\n<i>"_s).endsWith(u"> ```\n> <b>\n> ````\n> &lt;i>"_s));
        // A tab is two columns wide behind the prefix: the code ends here, and with two of them it does not.
        QVERIFY(exportedText(u"````\n\t`````\n<?x"_s).endsWith(u"\n> &lt;?x"_s));
        QVERIFY(exportedText(u"````\n\t\t`````\n<?x"_s).endsWith(u"\n> <?x"_s));
        QCOMPARE(exportedText(u"1 < 2 <3"_s), u"> 1 < 2 <3"_s);
    }

    void noReaderOfTheExportFindsHtmlOrPicturesInIt()
    {
        QVERIFY(dangersIn(u"a <b> c"_s) == 1 && dangersIn(u"<div>\n"_s) > 0 && dangersIn(u"![x](y)"_s) == 1);
        QCOMPARE(dangersIn(exportedText(kHostile)), 0);
        const QStringList parts = {u"```"_s,   u"````"_s, u"~~~"_s,    u"`"_s,       u"``"_s, u"<b>"_s,
                                   u"<!-- "_s, u"-->"_s,  u"\\"_s,     u"\n"_s,      u"\n"_s, u"\n"_s,
                                   u"\r"_s,    u"  "_s,   u"    "_s,   u"\t"_s,      u"- "_s, u"1. "_s,
                                   u"> "_s,    u"a"_s,    u"\u00a0"_s, u"![x](y)"_s, u"!"_s,  u"["_s,
                                   u"]: y"_s,  u"</b"_s,  u">"_s,      u"&lt;"_s,    u"<?"_s, u"<a:b>"_s};
        const quint32 seed = QRandomGenerator::global()->generate();
        QRandomGenerator random(seed);
        for (int round = 0; round < 30'000; ++round) {
            QString text;
            for (int part = 0; part < 14; ++part)
                text += parts.at(random.bounded(int(parts.size())));
            const QString shown = u"\n**jane** 10:00\n\n"_s + exportedText(text) + u"\n\n"_s;
            QVERIFY2(dangersIn(shown) == 0, qPrintable(u"seed %1:\n%2"_s.arg(seed).arg(shown)));
        }
    }

    void jsonIsWhatTheServerKnows()
    {
        QJsonParseError error;
        const QJsonArray all = QJsonDocument::fromJson(exported(u"room.JSON"_s), &error).array();
        QCOMPARE(error.error, QJsonParseError::NoError);
        QStringList lines;
        for (const auto &one : all)
            lines.append(u"%1 %2 %3"_s.arg(one["id"_L1].toInteger())
                             .arg(one["version"_L1].toInteger())
                             .arg(one["text"_L1].toString()));
        LiveClient &jane = *m_jane;
        QCOMPARE(lines, history(*jane->openRoom(m_room)));
        QCOMPARE(all.size(), 6 + kLines);
        const auto withText = [&](const QString &text) {
            const auto found = std::find_if(all.begin(), all.end(),
                                            [&](const QJsonValue &one) { return one["text"_L1].toString() == text; });
            return found == all.end() ? QJsonObject() : found->toObject();
        };
        QVERIFY(!withText(kHostile).isEmpty());
        QCOMPARE(withText(u"**Under** the mat"_s)["replyToId"_L1].toInteger(), all[0]["id"_L1].toInteger());
        QVERIFY(withText(u"Third"_s)["editedAt"_L1].isDouble());
        QCOMPARE(all[0]["reactions"_L1][0]["emoji"_L1].toString(), u"👍"_s);
        const auto deleted =
            std::count_if(all.begin(), all.end(), [](const QJsonValue &one) { return one["deletedAt"_L1].isDouble(); });
        QCOMPARE(deleted, 1);
        const auto files = std::count_if(all.begin(), all.end(), [](const QJsonValue &one) {
            return one["attachments"_L1][0]["name"_L1].toString() == "bill [1](x).txt"_L1;
        });
        QCOMPARE(files, 1);
    }

    void aFullDiskLeavesNoFileAndIsToldInWords()
    {
        const QString path = m_folder.filePath(u"full.json"_s);
        RoomExport *const work = (*m_jane)->exportRoom(m_room, path);
        work->setParent(this);
        QSignalSpy finished(work, &RoomExport::finished);
        Error reason;
        int failures = 0;
        connect(work, &RoomExport::failed, this, [&](const Error &error) {
            reason = error;
            ++failures;
        });
        std::signal(SIGXFSZ, SIG_IGN);
        rlimit before{};
        getrlimit(RLIMIT_FSIZE, &before);
        const rlimit small{30'000, before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &small);
        work->start();
        const bool isOver = QTest::qWaitFor([&] { return failures > 0 || !finished.isEmpty(); }, kPatience);
        setrlimit(RLIMIT_FSIZE, &before);
        QVERIFY(isOver && finished.isEmpty());
        QCOMPARE(failures, 1);
        QVERIFY(reason.isLocal && reason.message.contains(u"full.json"_s));
        delete work;
        QVERIFY(QDir(m_folder.path()).entryList({u"full*"_s}, QDir::Files | QDir::Hidden).isEmpty());
    }
};

QTEST_GUILESS_MAIN(export_test)
#include "export_test.moc"
