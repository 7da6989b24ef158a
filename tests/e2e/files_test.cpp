#include "features/chat/model/ChatWriter.h"
#include "features/chat/model/UploadQueue.h"
#include "net/FileLink.h"
#include "net/RestClient.h"
#include "net/TokenKeeper.h"
#include "support/LiveClient.h"
#include "support/Places.h"

#include <QTcpServer>

using namespace Qt::StringLiterals;
using namespace rialto;

namespace {

constexpr int kPatience = 60'000;
constexpr qint64 kAnySize = 1LL << 40;

QByteArray contentOf(qsizetype size)
{
    QByteArray content(size, Qt::Uninitialized);
    for (qsizetype i = 0; i < size; ++i)
        content[i] = static_cast<char>(i * 13 + i / 509);
    return content;
}

} // namespace

/// Messages with files, between real clients and a real server.
class files_test : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<RealServer> m_server;
    std::unique_ptr<LiveClient> m_jane;
    std::unique_ptr<LiveClient> m_olena;
    RoomId m_room;

    LocalFile aFile(const QString &name, const QByteArray &content)
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QFile::WriteOnly) || file.write(content) != content.size())
            qFatal("The test cannot write its file");
        file.close();
        return *UploadQueue::inspect(file.fileName());
    }
    void meet(const QStringList &flags = {})
    {
        m_server = std::make_unique<RealServer>(places::program(u"rialto-server"_s), flags);
        QVERIFY2(m_server->start(), qPrintable(m_server->output()));
        m_jane = std::make_unique<LiveClient>(*m_server, u"jane"_s);
        m_olena = std::make_unique<LiveClient>(*m_server, u"olena"_s);
        QVERIFY(*m_jane && *m_olena);
        QTRY_VERIFY_WITH_TIMEOUT(m_jane->isSettled() && m_olena->isSettled(), kPatience);
        m_room = makeRoom(*m_jane, u"general"_s);
        QTRY_VERIFY((*m_olena)->rooms().rowOf(m_room) >= 0);
        QVERIFY(joinRoom(*m_olena, m_room));
    }
    QByteArray fetched(LiveClient &client, FileId id)
    {
        const QString target = m_folder.filePath(u"fetched-%1"_s.arg(id.value));
        QFile::remove(target);
        std::optional<Result<>> result;
        QObject context;
        client->files().get(id, FileLink::Part::Content, target, kAnySize, &context,
                            [&](const Result<> &done) { result = done; });
        if (!QTest::qWaitFor([&] { return result.has_value(); }, kPatience) || !*result)
            return {};
        QFile file(target);
        return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
    }

private Q_SLOTS:
    void cleanup()
    {
        m_jane.reset();
        m_olena.reset();
        m_server.reset();
    }

    void aFileArrivesWholeAlthoughTheServerIsKilledMeanwhile()
    {
        meet();
        MessageModel &sent = *(*m_jane)->openRoom(m_room);
        MessageModel &received = *(*m_olena)->openRoom(m_room);
        const QByteArray content = contentOf(24'000'000);
        const auto clientId = sent.sendFiles(u"the film"_s, {aFile(u"film.bin"_s, content)});
        QVERIFY(clientId);
        const auto row = [&] { return sent.row(sent.rowOf(*clientId)); };
        QCOMPARE(row().message.attachments.first().name, u"film.bin"_s);
        QCOMPARE(row().uploadTotal, content.size());
        QTRY_VERIFY_WITH_TIMEOUT(row().uploadSent > 2'000'000, kPatience);
        m_server->kill();
        QVERIFY(m_server->start());
        QTRY_VERIFY_WITH_TIMEOUT(received.rowCount() == 1, kPatience);
        const Message message = received.row(0).message;
        QCOMPARE(message.text, u"the film"_s);
        QCOMPARE(message.attachments.first().size, content.size());
        QTRY_VERIFY_WITH_TIMEOUT(m_jane->isSettled(), kPatience);
        QCOMPARE(row().state, DeliveryState::Sent);
        QCOMPARE(row().uploadTotal, 0);
        QVERIFY(fetched(*m_olena, message.attachments.first().fileId) == content);
        // What was acknowledged is there after the next death as well.
        m_server->kill();
        QVERIFY(m_server->start());
        QVERIFY(fetched(*m_olena, message.attachments.first().fileId) == content);
    }

    void whatWaitsForTheServerWaitsOverARestartOfTheClient()
    {
        meet();
        m_server->kill();
        const QByteArray content = contentOf(3'000'000);
        QVERIFY((*m_jane)->openRoom(m_room)->sendFiles({}, {aFile(u"a.bin"_s, content), aFile(u"b.bin"_s, "b")}));
        QVERIFY((*m_jane)->openRoom(m_room)->send(u"words go first"_s));
        const QString folder = (*m_jane)->uploadFolder();
        const QString pasted = folder + u"/pasted.png"_s;
        const QString sentBefore = folder + u"/sent.png"_s;
        QVERIFY(QDir().mkpath(folder) && QFile::copy(m_folder.filePath(u"b.bin"_s), pasted) &&
                QFile::copy(pasted, sentBefore));
        QVERIFY((*m_jane)->openRoom(m_room)->sendFiles({}, {*UploadQueue::inspect(pasted)}));
        m_jane->close();
        m_jane->open();
        // Of what was pasted stays what is not sent.
        QVERIFY(QFile::exists(pasted) && !QFile::exists(sentBefore));
        MessageModel &sent = *(*m_jane)->openRoom(m_room);
        QCOMPARE(sent.rowCount(), 3);
        sent.discard(sent.rowCount() - 1);
        QCOMPARE(sent.rowCount(), 2);
        QCOMPARE(sent.row(0).message.attachments.size(), 2);
        QVERIFY(m_server->start());
        MessageModel &received = *(*m_olena)->openRoom(m_room);
        QTRY_VERIFY_WITH_TIMEOUT(received.rowCount() == 2, kPatience);
        const Message withFiles = received.row(received.row(0).message.attachments.isEmpty() ? 1 : 0).message;
        QCOMPARE(withFiles.attachments.size(), 2);
        QVERIFY(fetched(*m_olena, withFiles.attachments[0].fileId) == content);
        QCOMPARE(fetched(*m_olena, withFiles.attachments[1].fileId), "b");
    }

    void whoIsGoneHearsNothingOfItsTransfer()
    {
        meet();
        MessageModel &sent = *(*m_jane)->openRoom(m_room);
        const auto clientId = sent.sendFiles({}, {aFile(u"large.bin"_s, contentOf(30'000'000))});
        QTRY_VERIFY_WITH_TIMEOUT(sent.row(sent.rowOf(*clientId)).state == DeliveryState::Sent, kPatience);
        const FileId id = sent.row(sent.rowOf(*clientId)).message.attachments.first().fileId;
        bool hasHeard = false;
        auto owner = std::make_unique<QObject>();
        bool hasBegun = false;
        (*m_olena)->files().get(
            id, FileLink::Part::Content, m_folder.filePath(u"cut"_s), kAnySize, owner.get(),
            [&](const Result<> &) { hasHeard = true; }, [&](qint64 received, qint64) { hasBegun = received > 0; });
        QVERIFY(QTest::qWaitFor([&] { return hasBegun || hasHeard; }, kPatience));
        QVERIFY(!hasHeard);
        owner.reset();
        QVERIFY(!hasHeard);
        // What had come is gone on from.
        QVERIFY(QFileInfo(m_folder.filePath(u"cut.part"_s)).size() > 0);
        std::optional<Result<>> result;
        (*m_olena)->files().get(id, FileLink::Part::Content, m_folder.filePath(u"cut"_s), kAnySize, this,
                                [&](const Result<> &done) { result = done; });
        QTRY_VERIFY_WITH_TIMEOUT(result.has_value() && *result, kPatience);
        QFile whole(m_folder.filePath(u"cut"_s));
        QVERIFY(whole.open(QFile::ReadOnly) && whole.readAll() == contentOf(30'000'000));
        QVERIFY(!hasHeard);
    }

    void anAnswerWithFiles()
    {
        meet();
        MessageModel &sent = *(*m_jane)->openRoom(m_room);
        const auto first = sent.send(u"Which shelf?"_s);
        QTRY_VERIFY_WITH_TIMEOUT(m_jane->isSettled(), kPatience);
        const MessageId asked = sent.row(sent.rowOf(*first)).message.id;
        QVERIFY(sent.sendFiles(u"This one"_s, {aFile(u"shelf.bin"_s, "shelf")}, asked));
        MessageModel &received = *(*m_olena)->openRoom(m_room);
        QTRY_VERIFY_WITH_TIMEOUT(received.rowCount() == 2, kPatience);
        QCOMPARE(received.row(1).message.attachments.size(), 1);
        QCOMPARE(received.row(1).message.replyToId, asked);
    }

    void aDownloadThatEndsTooSoonIsNone()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        connect(&server, &QTcpServer::newConnection, this, [&server] {
            QTcpSocket *const socket = server.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [socket] {
                socket->write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nthe beginning");
                socket->disconnectFromHost();
            });
        });
        const SystemClock clock;
        Profile profile(m_folder.filePath(u"profile"_s));
        const auto address = ServerAddress::parse(u"http://127.0.0.1:%1"_s.arg(server.serverPort()));
        RestClient rest(*address, profile);
        TokenKeeper tokens(profile, {*address, {}, u"access"_s, u"refresh"_s, clock.nowMs() + 600'000}, rest, clock);
        FileLink files(*address, profile, tokens);
        const QString target = m_folder.filePath(u"short"_s);
        std::optional<Result<>> result;
        files.get(FileId{1}, FileLink::Part::Content, target, 100, this, [&](const Result<> &done) { result = done; });
        QTRY_VERIFY_WITH_TIMEOUT(result.has_value(), kPatience);
        QVERIFY(!*result);
        QVERIFY(!QFile::exists(target));
        QVERIFY(QFile::remove(target + u".part"_s)); // From here it would go on.
        // More than the file has is not kept either.
        result.reset();
        files.get(FileId{1}, FileLink::Part::Content, target, 5, this, [&](const Result<> &done) { result = done; });
        QTRY_VERIFY_WITH_TIMEOUT(result.has_value(), kPatience);
        QVERIFY(!*result);
        QCOMPARE(result->error().code, ErrorCode::TooLarge);
        QVERIFY(!QFile::exists(target) && !QFile::exists(target + u".part"_s));
    }

    void whatIsRefusedIsSaidAndHoldsUpNothing()
    {
        meet({u"--file-size"_s, u"1"_s});
        MessageModel &sent = *(*m_jane)->openRoom(m_room);
        const auto large = sent.sendFiles({}, {aFile(u"large.bin"_s, contentOf(2'000'000))});
        LocalFile gone = aFile(u"gone.bin"_s, "gone");
        QVERIFY(QFile::remove(gone.path));
        const auto missing = sent.sendFiles({}, {gone});
        const auto small = sent.sendFiles({}, {aFile(u"small.bin"_s, "small")});
        const auto state = [&](const Result<QString> &id) { return sent.row(sent.rowOf(*id)).state; };
        QTRY_COMPARE_WITH_TIMEOUT(state(small), DeliveryState::Sent, kPatience);
        QCOMPARE(state(large), DeliveryState::Failed);
        QVERIFY(sent.row(sent.rowOf(*large)).error.message.contains("1.0 MiB"_L1));
        QCOMPARE(state(missing), DeliveryState::Failed);
        sent.discard(sent.rowOf(*large));
        QCOMPARE(sent.rowOf(*large), -1);
        QFile again(gone.path);
        QVERIFY(again.open(QFile::WriteOnly) && again.write("gone") == 4);
        again.close();
        sent.retry(sent.rowOf(*missing));
        QTRY_COMPARE_WITH_TIMEOUT(state(missing), DeliveryState::Sent, kPatience);
    }

    void filesForARoomThatIsGoneAreShown()
    {
        meet();
        const RoomId room = makeRoom(*m_olena, u"closing"_s);
        QTRY_VERIFY((*m_jane)->rooms().rowOf(room) >= 0);
        QVERIFY(joinRoom(*m_jane, room));
        m_server->kill();
        QVERIFY((*m_jane)->openRoom(room)->sendFiles(u"for you"_s, {aFile(u"photo.bin"_s, "photo")}));
        m_jane->close();
        QTRY_VERIFY_WITH_TIMEOUT((*m_olena)->linkState() != LinkState::Online, kPatience);
        QVERIFY(m_server->start());
        QTRY_VERIFY_WITH_TIMEOUT(m_olena->isSettled(), kPatience);
        std::optional<Result<>> gone;
        (*m_olena)->rooms().deleteRoom(room, [&](const Result<> &done) { gone = done; });
        QTRY_VERIFY_WITH_TIMEOUT(gone && *gone, kPatience);
        m_jane->open();
        QTRY_COMPARE_WITH_TIMEOUT((*m_jane)->chatWriter().strandedTexts(), QStringList{u"for you\nphoto.bin"_s},
                                  kPatience);
    }

    void filesThatCannotBeSentAreRefusedBefore()
    {
        QVERIFY(!UploadQueue::inspect(m_folder.filePath(u"nothing"_s)));
        QVERIFY(!UploadQueue::inspect(m_folder.path()));
        QFile empty(m_folder.filePath(u"empty"_s));
        QVERIFY(empty.open(QFile::WriteOnly));
        QVERIFY(!UploadQueue::inspect(empty.fileName()));
        QCOMPARE(aFile(u"Накладна.pdf"_s, "%PDF").name, u"Накладна.pdf"_s);
    }
};

QTEST_GUILESS_MAIN(files_test)
#include "files_test.moc"
