#include "cache/Cache.h"
#include "features/chat/model/MessageModel.h"
#include "features/chat/model/UploadQueue.h"
#include "support/Person.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace rialto;

/// How uploads wait for a server that does not want them now.
class core_uploads_test : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<FakeServer> m_server;
    RoomId m_room;

    LocalFile aFile()
    {
        QFile file(m_folder.filePath(u"plan.txt"_s));
        if (!file.open(QFile::WriteOnly) || file.write("plan") != 4)
            qFatal("The test cannot write its file");
        file.close();
        return *UploadQueue::inspect(file.fileName());
    }
    int attempts() const { return m_server->countOf(u"files.create"_s); }

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<FakeServer>();
        m_room = m_server->world.addRoom(u"general"_s, Visibility::Public, {m_server->world.addUser(u"jane"_s)});
    }

    void anUploadWaitsAsLongAsTheServerAsks()
    {
        Person jane(*m_server, u"jane"_s);
        VERIFY_ONLINE(jane);
        m_server->refuseNext(u"files.create"_s, {ErrorCode::RateLimited, u"Later."_s, {}, {}, 600});
        MessageModel &timeline = *jane->openRoom(m_room);
        QVERIFY(timeline.sendFiles({}, {aFile()}));
        QTRY_COMPARE(attempts(), 1);
        // Whatever else happens meanwhile: messages come and go, and another file is sent.
        QVERIFY(timeline.sendFiles({}, {aFile()}));
        for (int i = 0; i < 5; ++i) {
            QVERIFY(timeline.send(u"line %1"_s.arg(i)));
            QTRY_COMPARE(m_server->countOf(u"chat.send"_s), i + 1);
        }
        QTRY_COMPARE(jane->unsentCount(), 2);
        QCOMPARE(attempts(), 1);
        QCOMPARE(timeline.row(timeline.rowCount() - 1).state, DeliveryState::Pending);
    }

    void anUploadIsTriedAgainByItself()
    {
        Person jane(*m_server, u"jane"_s);
        VERIFY_ONLINE(jane);
        m_server->refuseNext(u"files.create"_s, {ErrorCode::Unavailable, u"Busy."_s, {}, {}, 0});
        m_server->refuseNext(u"files.create"_s, {ErrorCode::Unavailable, u"Busy."_s, {}, {}, 0});
        m_server->refuseNext(u"files.create"_s, {ErrorCode::Forbidden, u"No."_s, {}, {}, 0});
        MessageModel &timeline = *jane->openRoom(m_room);
        QVERIFY(timeline.sendFiles({}, {aFile()}));
        QTRY_COMPARE_WITH_TIMEOUT(attempts(), 3, 30'000);
        // One and the same file each time; what is refused for good is not tried again.
        const QList<QJsonObject> announced = m_server->paramsOf(u"files.create"_s);
        QCOMPARE(announced.at(2).value("clientId"_L1), announced.at(0).value("clientId"_L1));
        QTRY_COMPARE(timeline.row(0).state, DeliveryState::Failed);
    }

    void whatTheServerSaysOfItselfIsRemembered()
    {
        m_server->world.largestFile = 1000;
        Person jane(*m_server, u"jane"_s);
        VERIFY_ONLINE(jane);
        jane.close();
        QCOMPARE(Cache(jane.cacheFile()).state().largestFile(), 1000);
        QCOMPARE(Cache(jane.cacheFile()).state().serverName(), u"fake-server"_s);
        QFile file(m_folder.filePath(u"large.txt"_s));
        QVERIFY(file.open(QFile::WriteOnly) && file.write(QByteArray(1001, 'x')) == 1001);
        file.close();
        QVERIFY(UploadQueue::inspect(file.fileName()));
        QVERIFY(UploadQueue::inspect(file.fileName(), 1001));
        const Result<LocalFile> refused = UploadQueue::inspect(file.fileName(), 1000);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::TooLarge);
    }
};

QTEST_GUILESS_MAIN(core_uploads_test)
#include "core_uploads_test.moc"
