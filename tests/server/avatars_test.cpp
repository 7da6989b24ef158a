#include "support/Files.h"

using namespace Qt::StringLiterals;
using namespace rialto;
using namespace rialto::test;

namespace {

constexpr qint64 kHourMs = 60LL * 60 * 1000;

/// A server, somebody who shows a picture, and somebody who looks at it.
struct Gallery
{
    TestServer server;
    Person jane = server.aUser(u"jane"_s);
    Person oleg = server.aUser(u"oleg"_s);

    /// A picture that nobody else has; its file.
    qint64 picture(const Person &who, int side = 300)
    {
        return FileClient(server, who).upload(u"me.png"_s, aPicture("png", {side, side + 20}));
    }
    Answer wear(const Person &who, qint64 file, QJsonObject others = {})
    {
        others.insert(u"avatarId"_s, file);
        return server.api("PATCH", u"users/me"_s, who, others);
    }
    QJsonValue avatarOf(const Person &who, const Person &asker)
    {
        return server.api("GET", u"users/%1"_s.arg(who.id), asker).body.value("avatarId"_L1);
    }
    int thumbnail(qint64 file, const Person &asker)
    {
        return FileClient(server, asker).get(file, {}, "/thumbnail").status;
    }
    void pass(qint64 ms)
    {
        server.clock.advance(ms);
        cleanUp(server);
        jane = server.login(u"jane"_s);
        oleg = server.login(u"oleg"_s);
    }
};

} // namespace

/// Pictures of people: who may set them, who sees them, and how long their files stay.
class AvatarsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everybodySeesAPicture()
    {
        Gallery gallery;
        TestSocket olegs(gallery.server.port());
        olegs.start(gallery.oleg);
        QVERIFY(gallery.avatarOf(gallery.jane, gallery.oleg).isUndefined());
        const qint64 file = gallery.picture(gallery.jane);
        QCOMPARE(gallery.thumbnail(file, gallery.oleg), 404);
        const Answer changed = gallery.wear(gallery.jane, file);
        QCOMPARE(changed.status, 200);
        QCOMPARE(changed.body.value("avatarId"_L1).toInteger(), file);
        QCOMPARE(gallery.avatarOf(gallery.jane, gallery.oleg).toInteger(), file);
        QCOMPARE(gallery.thumbnail(file, gallery.oleg), 200);
        const Person guest = gallery.server.aUser(u"guest"_s, Role::Guest);
        QCOMPARE(gallery.thumbnail(file, guest), 200);
        QCOMPARE(gallery.thumbnail(file, Person{}), 401);
        olegs.settle();
        const QList<QJsonObject> told = olegs.events(u"people.userChanged"_s);
        QCOMPARE(told.size(), 2); // The picture, and the guest's role.
        QCOMPARE(told.first().value("data"_L1).toObject().value("avatarId"_L1).toInteger(), file);
        // A change of something else leaves it where it is, and nobody else may take it.
        gallery.server.api("PATCH", u"users/me"_s, gallery.jane, {{u"statusText"_s, u"busy"_s}});
        QCOMPARE(gallery.avatarOf(gallery.jane, gallery.oleg).toInteger(), file);
        QCOMPARE(gallery.server.api("DELETE", u"files/%1"_s.arg(file), gallery.jane).status, 409);
        QCOMPARE(gallery.server.api("DELETE", u"files/%1"_s.arg(file), gallery.oleg).status, 403);
    }

    void onlyAReadyPictureOfOnesOwn_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<int>("status");
        QTest::newRow("somebody else's") << u"foreign"_s << 404;
        QTest::newRow("somebody else's that everybody sees") << u"worn"_s << 404;
        QTest::newRow("no picture") << u"text"_s << 422;
        QTest::newRow("unfinished") << u"cut"_s << 409;
        QTest::newRow("unknown") << u"unknown"_s << 404;
        QTest::newRow("no id") << u"negative"_s << 422;
    }
    void onlyAReadyPictureOfOnesOwn()
    {
        QFETCH(const QString, kind);
        Gallery gallery;
        FileClient mine(gallery.server, gallery.jane);
        const qint64 before = gallery.picture(gallery.jane);
        QCOMPARE(gallery.wear(gallery.jane, before).status, 200);
        qint64 file = kind == "negative"_L1 ? -1 : 4'242'424;
        if (kind == "foreign"_L1 || kind == "worn"_L1)
            file = gallery.picture(gallery.oleg, 400);
        if (kind == "worn"_L1)
            QCOMPARE(gallery.wear(gallery.oleg, file).status, 200);
        if (kind == "text"_L1)
            file = mine.upload(u"me.png"_s, "words");
        if (kind == "cut"_L1)
            file = mine.create(u"me.png"_s, 1000);
        const Answer refused = gallery.wear(gallery.jane, file, {{u"statusText"_s, u"busy"_s}});
        QTEST(refused.status, "status");
        QCOMPARE(refused.field(), u"avatarId"_s);
        // A refused change leaves no trace.
        QCOMPARE(gallery.avatarOf(gallery.jane, gallery.oleg).toInteger(), before);
        QCOMPARE(gallery.server.api("GET", u"users/me"_s, gallery.jane).body.value("statusText"_L1).toString(),
                 QString());
    }

    void aPictureStaysWhileItIsShownAndGoesWhenItIsReplaced()
    {
        Gallery gallery;
        const qint64 first = gallery.picture(gallery.jane, 300);
        const qint64 second = gallery.picture(gallery.jane, 400);
        QCOMPARE(gallery.wear(gallery.jane, first).status, 200);
        gallery.pass(30 * 24 * kHourMs);
        QCOMPARE(gallery.thumbnail(first, gallery.oleg), 200);
        QCOMPARE(gallery.thumbnail(second, gallery.jane), 404); // Nothing carried it for two weeks.
        const qint64 third = gallery.picture(gallery.jane, 500);
        QCOMPARE(gallery.wear(gallery.jane, third).status, 200);
        QCOMPARE(gallery.thumbnail(first, gallery.oleg), 404); // Its owner's alone again.
        QCOMPARE(gallery.thumbnail(first, gallery.jane), 200);
        gallery.pass(kHourMs + 1);
        QCOMPARE(gallery.thumbnail(first, gallery.jane), 404);
        QCOMPARE(gallery.thumbnail(third, gallery.oleg), 200);
        QCOMPARE(gallery.wear(gallery.jane, 0).status, 200);
        QVERIFY(gallery.avatarOf(gallery.jane, gallery.oleg).isUndefined());
        QCOMPARE(gallery.thumbnail(third, gallery.oleg), 404);
        QVERIFY(isStored(gallery.server, aPicture("png", {500, 520})));
        gallery.pass(kHourMs + 1); // The row goes, and an hour later the content.
        gallery.pass(kHourMs + 1);
        QVERIFY(!isStored(gallery.server, aPicture("png", {500, 520})));
    }

    void theSamePictureOnceMoreStays()
    {
        Gallery gallery;
        const qint64 file = gallery.picture(gallery.jane);
        QCOMPARE(gallery.wear(gallery.jane, file).status, 200);
        QCOMPARE(gallery.wear(gallery.jane, file).status, 200);
        gallery.pass(30 * 24 * kHourMs);
        QCOMPARE(gallery.thumbnail(file, gallery.oleg), 200);
    }

    void whatAMessageCarriesBesidesStays()
    {
        Gallery gallery;
        const qint64 file = gallery.picture(gallery.jane);
        const QString messages = u"rooms/%1/messages"_s.arg(gallery.server.aRoom(gallery.jane, u"General"_s));
        QCOMPARE(gallery.server.api("POST", messages, gallery.jane, withFiles({}, {file})).status, 201);
        QCOMPARE(gallery.wear(gallery.jane, file).status, 200);
        QCOMPARE(gallery.wear(gallery.jane, 0).status, 200);
        gallery.pass(30 * 24 * kHourMs);
        QCOMPARE(gallery.thumbnail(file, gallery.oleg), 200);
    }

    void aRepeatedChangeIsMadeOnceAndAStaleOneRefused()
    {
        Gallery gallery;
        const qint64 first = gallery.picture(gallery.jane, 300);
        const qint64 second = gallery.picture(gallery.jane, 400);
        const QJsonObject once{{u"clientId"_s, u"one"_s}};
        const Answer changed = gallery.wear(gallery.jane, first, once);
        QCOMPARE(gallery.wear(gallery.jane, second).status, 200);
        QCOMPARE(gallery.wear(gallery.jane, first, once).body, changed.body);
        QCOMPARE(gallery.avatarOf(gallery.jane, gallery.oleg).toInteger(), second);
        const Answer stale = gallery.wear(gallery.jane, first, {{u"baseVersion"_s, changed.body.value("version"_L1)}});
        QCOMPARE(stale.status, 409);
        QCOMPARE(gallery.avatarOf(gallery.jane, gallery.oleg).toInteger(), second);
        QCOMPARE(gallery.thumbnail(second, gallery.oleg), 200);
    }

    void aDeletedAccountTakesItsPictureAlong()
    {
        Gallery gallery;
        const QByteArray content = aPicture("png", {300, 320});
        const qint64 file = gallery.picture(gallery.jane, 300);
        QCOMPARE(gallery.wear(gallery.jane, file).status, 200);
        TestSocket olegs(gallery.server.port());
        olegs.start(gallery.oleg);
        QCOMPARE(gallery.server.api("DELETE", u"users/me"_s, gallery.jane).status, 204);
        olegs.settle();
        const QList<QJsonObject> told = olegs.events(u"people.userDeleted"_s);
        QCOMPARE(told.size(), 1);
        QVERIFY(!told.first().value("data"_L1).toObject().contains("avatarId"_L1));
        QCOMPARE(gallery.thumbnail(file, gallery.oleg), 404);
        cleanUp(gallery.server);
        gallery.server.clock.advance(kHourMs + 1);
        cleanUp(gallery.server);
        QVERIFY(!isStored(gallery.server, content));
    }
};

QTEST_GUILESS_MAIN(AvatarsTest)
#include "avatars_test.moc"
