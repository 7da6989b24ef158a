#include "storage/Migrations.h"
#include "support/Files.h"

#include <QUrlQuery>

using namespace Qt::StringLiterals;
using namespace rialto;
using namespace rialto::test;

namespace {

constexpr int kBeforeFiles = 16; ///< The schema whose search knew no files.

/// A database as an earlier program left it.
std::unique_ptr<Database> earlierDatabase(const QString &path)
{
    std::unique_ptr<Database> database = *Database::open(path, dialect::Mode::Create);
    database->runOnce(u"PRAGMA foreign_keys=OFF"_s);
    const QString folder = u":/rialto/storage/migrations/"_s;
    for (const QString &name : QDir(folder).entryList(QDir::Files, QDir::Name)) {
        QFile file(folder + name);
        if (name.left(4).toInt() > kBeforeFiles || !file.open(QIODevice::ReadOnly))
            continue;
        for (const QString &statement : QString::fromUtf8(file.readAll()).split(u";\n"_s, Qt::SkipEmptyParts))
            database->runOnce(statement);
    }
    database->runOnce(u"PRAGMA user_version=%1"_s.arg(kBeforeFiles));
    return database;
}

} // namespace

/// Messages are found by the files that they carry, as long as they carry them.
class SearchFilesTest : public QObject
{
    Q_OBJECT

    static QStringList find(TestServer &server, const Person &who, const QString &asked)
    {
        const Answer answer =
            server.api("GET", u"search?q="_s + QString::fromLatin1(QUrl::toPercentEncoding(asked)), who);
        QStringList found;
        for (const QJsonValue item : answer.body.value("items"_L1).toArray())
            found.append(item["text"_L1].toString());
        return found;
    }
    static qint64 read(TestServer &server, const QString &sql)
    {
        return (*Database::open(server.databasePath(), dialect::Mode::ReadOnly))->valueOnce(sql);
    }
    static qint64 countInIndex(TestServer &server, const QString &token)
    {
        return read(server, u"SELECT count(*) FROM message_index WHERE message_index MATCH '\"%1\"'"_s.arg(token));
    }
    // What the index has must be what the rows say; else a word that was taken back would still be in it.
    static bool isIndexed(TestServer &server)
    {
        return waitFor([&] {
            return read(server, u"SELECT indexed_to = (SELECT coalesce(max(id), 0) FROM message) "
                                "FROM message_index_state"_s) == 1;
        });
    }
    static qint64 post(TestServer &server, const Person &who, qint64 room, const QString &text,
                       const QList<qint64> &files)
    {
        return server.api("POST", u"rooms/%1/messages"_s.arg(room), who, withFiles(text, files)).id();
    }

private Q_SLOTS:
    void filesAreFoundBeforeAndAfterIndexing()
    {
        TestServer server;
        const Person jane = server.aUser(u"jane"_s);
        FileClient files(server, jane);
        const qint64 room = server.aRoom(jane, u"Room"_s);
        post(server, jane, room, u"no file, but an invoice"_s, {});
        post(server, jane, room, u"paper"_s, {files.upload(u"Invoice March.pdf"_s, "paper")});
        post(server, jane, room, u"photo"_s,
             {files.upload(u"Shelf.png"_s, aPicture("PNG")), files.upload(u"note.txt"_s, "note")});
        const QList<QPair<QString, QStringList>> rows = {
            {u"has:file"_s, {u"photo"_s, u"paper"_s}},
            {u"has:image"_s, {u"photo"_s}},
            {u"has:image has:link"_s, {}},
            {u"invoice"_s, {u"paper"_s, u"no file, but an invoice"_s}},
            {u"invoice has:file"_s, {u"paper"_s}},
            {u"\"invoice march\""_s, {u"paper"_s}},
            {u"photo note shelf"_s, {u"photo"_s}},
        };
        for (int indexed = 0; indexed < 2; ++indexed) {
            for (const auto &[asked, expected] : rows)
                QCOMPARE(find(server, jane, asked), expected);
            QVERIFY(isIndexed(server));
        }
        QCOMPARE(countInIndex(server, u"_f"_s), 2);
        QCOMPARE(countInIndex(server, u"_p"_s), 1);
    }

    void editsForwardsAndDeletionsAreFollowed()
    {
        TestServer server;
        const Person jane = server.aUser(u"jane"_s);
        FileClient files(server, jane);
        const qint64 room = server.aRoom(jane, u"Room"_s);
        const qint64 id = post(server, jane, room, u"old words"_s, {files.upload(u"Shelf.png"_s, aPicture("PNG"))});
        QVERIFY(isIndexed(server));
        const QString path = u"rooms/%1/messages/%2"_s.arg(room).arg(id);
        QCOMPARE(server.api("PATCH", path, jane, {{u"text"_s, u"new words"_s}}).status, 200);
        QCOMPARE(find(server, jane, u"shelf has:image"_s), QStringList{u"new words"_s});
        QCOMPARE(countInIndex(server, u"old"_s), 0);
        QCOMPARE(server.api("POST", path + u"/forward"_s, jane, {{u"toRoomId"_s, room}}).status, 201);
        QVERIFY(isIndexed(server));
        QCOMPARE(find(server, jane, u"shelf"_s), QStringList({u"new words"_s, u"new words"_s}));
        QCOMPARE(server.api("DELETE", path, jane).status, 204);
        QCOMPARE(find(server, jane, u"has:file"_s), QStringList{u"new words"_s});
        // Nothing of what was taken back stays behind.
        for (const QString &token : {u"shelf"_s, u"_f"_s, u"_p"_s, u"new"_s})
            QCOMPARE(countInIndex(server, token), 1);
    }

    void aDeletedRoomsFilesLeaveTheIndex()
    {
        TestServer server;
        const Person jane = server.aUser(u"jane"_s);
        FileClient files(server, jane);
        const qint64 room = server.aRoom(jane, u"Room"_s);
        post(server, jane, room, u"one"_s,
             {files.upload(u"Shelf.png"_s, aPicture("PNG")), files.upload(u"note.txt"_s, "note")});
        QVERIFY(isIndexed(server));
        QCOMPARE(server.api("DELETE", u"rooms/%1"_s.arg(room), jane).status, 204);
        cleanUp(server);
        QVERIFY(waitFor([&] { return read(server, u"SELECT count(*) FROM attachment"_s) == 0; }));
        for (const QString &token : {u"shelf"_s, u"note"_s, u"_f"_s, u"_p"_s})
            QCOMPARE(countInIndex(server, token), 0);
        QCOMPARE(countInIndex(server, u"one"_s), 1);
    }

    void anEarlierDatabaseIsIndexedAnewWithItsFiles()
    {
        QTemporaryDir folder;
        const std::unique_ptr<Database> database = earlierDatabase(folder.filePath(u"rialto.db"_s));
        database->runOnce(u"INSERT INTO message (id, room_id, author_id, client_id, request_hash, text, created_at) "
                          "VALUES (1, 7, 9, 'a', 0, 'words', 1), (2, 7, 9, 'b', 0, 'bare', 1)"_s);
        database->runOnce(u"INSERT INTO message_index (rowid, entry) VALUES (1, '_r7 _a9 words')"_s);
        database->runOnce(u"UPDATE message_index_state SET indexed_to = 2"_s);
        const QString attachment =
            u"INSERT INTO attachment (room_id, message_id, position, file_id, name, size, media_type, width, height, "
            "has_thumbnail) VALUES (7, 1, %1, 1, '%2', 1, '', %3, %3, 0)"_s;
        database->runOnce(attachment.arg(1).arg(u"b.png"_s).arg(20));
        database->runOnce(attachment.arg(0).arg(u"a.pdf"_s).arg(0));
        QVERIFY(migrate(*database).has_value());
        QCOMPARE(database->valueOnce(u"SELECT file_names = 'a.pdf/b.png' AND has_picture FROM message WHERE id = 1"_s),
                 1);
        QCOMPARE(database->valueOnce(u"SELECT file_names = '' AND NOT has_picture FROM message WHERE id = 2"_s), 1);
        QCOMPARE(database->valueOnce(u"SELECT indexed_to FROM message_index_state"_s), 0);
        QCOMPARE(database->valueOnce(u"SELECT count(*) FROM message_index WHERE message_index MATCH 'words'"_s), 0);
    }
};

QTEST_GUILESS_MAIN(SearchFilesTest)
#include "search_files_test.moc"
