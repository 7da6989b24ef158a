#include "chaos/OwnerReplay.h"
#include "chaos/SocialStory.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace rialto::chaos;

using Plant = std::function<void(Story &)>;
Q_DECLARE_METATYPE(Plant)

namespace {

void drop(Story &story, const QString &what, qint64 id)
{
    story.records.removeAt(&rowOf(story, what, id) - story.records.constData());
}

} // namespace

/// The judge of friends and notifications is judged, as in checker_test.
class checker_social_test : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aGoodHistoryPasses();
    void plantedFaultsAreFound_data();
    void plantedFaultsAreFound();
    void whoInheritsARoomIsKnown();

private:
    static void plantInNotifications();
    static void plantInWishes();
    static void plantInFriends();
    static void add(const char *name, Fault fault, const Plant &plant) { QTest::newRow(name) << fault << plant; }
};

void checker_social_test::aGoodHistoryPasses()
{
    const Verdict verdict = judge(socialStory());
    QVERIFY2(verdict.findings.isEmpty(),
             verdict.findings.isEmpty()
                 ? ""
                 : qPrintable(nameOf(verdict.findings.first().fault) + u": "_s + verdict.findings.first().detail));
    // One that its owner removed may be gone, and an ending of unknown outcome may have happened or not.
    Story other = socialStory();
    other.invoke(u"jane"_s, 20, u"notify.remove"_s, {{u"notificationId"_s, 3}});
    other.ok(u"jane"_s, 20, {});
    setRow(other, u"notification"_s, 3, u"deletedAt"_s, 9);
    other.invoke(u"jane"_s, 21, u"friends.remove"_s, {{u"userId"_s, 8}, {u"me"_s, 7}});
    other.tell(u"jane"_s, Kind::Unknown, 21);
    QCOMPARE(judge(other).findings.size(), 0);
    for (const qint64 user : {7, 8}) {
        setRow(other, u"friend"_s, user, u"removedAt"_s, 9);
        setRow(other, u"friend"_s, user, u"version"_s, 3);
    }
    QCOMPARE(judge(other).findings.size(), 0);
}

void checker_social_test::plantInNotifications()
{
    add("a mention tells nobody", Fault::Untold, [](Story &story) {
        blankEvent(story, 7);
        setRow(story, u"notification"_s, 2, u"count"_s, 1);
        story.erase(Kind::Ok, u"omar"_s, 4); // It told what stood there.
    });
    add("a deleted mention told nobody", Fault::Untold, [](Story &story) { blankEvent(story, 9); });
    add("an edit that calls tells nobody", Fault::Untold, [](Story &story) {
        blankEvent(story, 15);
        for (const auto &[field, value] : {std::pair{u"count"_s, QJsonValue(1)},
                                           {u"messageId"_s, QJsonValue(1)},
                                           {u"text"_s, QJsonValue(u"jane/2 @omar"_s)}})
            setRow(story, u"notification"_s, 2, field, value);
        story.erase(Kind::Ok, u"omar"_s, 4); // It told what stood there.
    });
    for (const auto &[name, seq, id] : {std::tuple{"an invitation tells nobody", 4, 1},
                                        {"an answer tells nobody", 11, 3},
                                        {"a reaction tells nobody", 12, 4},
                                        {"who agreed tells nobody", 23, 6}})
        add(name, Fault::Untold, [seq = seq, id = id](Story &story) {
            blankEvent(story, seq);
            drop(story, u"notification"_s, id);
        });
    add("one is told of nothing", Fault::Phantom, [](Story &story) {
        story.event(Kind::Log, u"server"_s, 28, u"user:8"_s, u"notify.posted"_s,
                    noticeOf(2, u"mention"_s, 7, 4, u"jane/4 now @omar"_s, 27, 2));
    });
    add("one is told of a message twice", Fault::Phantom, [](Story &story) {
        QJsonObject &event = story.find(Kind::Log, u"server"_s, 0, {{u"seq"_s, 14}}).data;
        event = story.find(Kind::Log, u"server"_s, 0, {{u"seq"_s, 11}}).data;
        event.insert(u"seq"_s, 14);
    });
    add("a notification of nothing", Fault::Phantom,
        [](Story &story) { tellNotice(story, 8, noticeOf(9, u"mention"_s, 7, 4, u"jane/4 now @omar"_s, 28)); });
    add("a notification is gone", Fault::LostWrite, [](Story &story) { drop(story, u"notification"_s, 3); });
    add("a notification is somebody else's", Fault::LostWrite,
        [](Story &story) { setRow(story, u"owner"_s, 3, u"userId"_s, 9); });
    add("a notification was withdrawn by nothing", Fault::LostWrite,
        [](Story &story) { setRow(story, u"notification"_s, 3, u"deletedAt"_s, 9); });
    add("an answered request still stands", Fault::LostChange, [](Story &story) {
        setRow(story, u"notification"_s, 5, u"deletedAt"_s, QJsonValue());
        setRow(story, u"notification"_s, 5, u"readAt"_s, 9);
    });
    add("a deleted message is counted", Fault::Miscounted, [](Story &story) {
        setRow(story, u"notification"_s, 2, u"count"_s, 3);
        story.erase(Kind::Ok, u"omar"_s, 4);
    });
    add("a repetition is not counted", Fault::Miscounted,
        [](Story &story) { setRow(story, u"notification"_s, 6, u"count"_s, 2); });
    add("a deleted message is quoted", Fault::Miscounted, [](Story &story) {
        setRow(story, u"notification"_s, 2, u"text"_s, u"jane/3 hello @omar"_s);
        story.erase(Kind::Ok, u"omar"_s, 4);
    });
}

void checker_social_test::plantInWishes()
{
    add("what was read in the room still calls", Fault::LostChange,
        [](Story &story) { setRow(story, u"member"_s, 7, u"lastReadMessageId"_s, 3); });
    add("what was read with all is unread", Fault::LostChange,
        [](Story &story) { setRow(story, u"notification"_s, 1, u"readAt"_s, QJsonValue()); });
    add("what was made unread is read", Fault::TwoTruths,
        [](Story &story) { setRow(story, u"notification"_s, 2, u"readAt"_s, 9); });
    add("what was made unread is as it was before", Fault::LostChange, [](Story &story) {
        setRow(story, u"notification"_s, 2, u"readAt"_s, 9);
        setRow(story, u"notification"_s, 2, u"version"_s, 26);
    });
    add("what was removed is back", Fault::LostChange, [](Story &story) {
        story.invoke(u"jane"_s, 20, u"notify.remove"_s, {{u"notificationId"_s, 4}});
        story.ok(u"jane"_s, 20, {});
    });
    add("what an outbox removed is back", Fault::LostChange, [](Story &story) {
        story.invoke(u"jane"_s, 20, u"notify.remove"_s, {{u"notificationId"_s, 4}});
        story.tell(u"jane"_s, Kind::Kept, 20);
    });
}

void checker_social_test::plantInFriends()
{
    const auto setBoth = [](Story &story, const QString &field, const QJsonValue &value) {
        for (const qint64 user : {7, 8})
            setRow(story, u"friend"_s, user, field, value);
    };
    add("agreeing was lost", Fault::LostChange, [=](Story &story) {
        setBoth(story, u"version"_s, 1);
        setRow(story, u"friend"_s, 7, u"state"_s, u"invited"_s);
        setRow(story, u"friend"_s, 8, u"state"_s, u"asked"_s);
    });
    add("there is no friendship", Fault::LostWrite, [](Story &story) {
        drop(story, u"friend"_s, 7);
        drop(story, u"friend"_s, 8);
    });
    add("agreeing happened twice", Fault::DoubledWrite, [=](Story &story) { setBoth(story, u"version"_s, 3); });
    add("an ending was lost", Fault::LostChange, [](Story &story) {
        story.invoke(u"jane"_s, 20, u"friends.remove"_s, {{u"userId"_s, 8}, {u"me"_s, 7}});
        story.ok(u"jane"_s, 20, {});
    });
    add("an ended friendship is back", Fault::LostChange, [=](Story &story) {
        story.invoke(u"omar"_s, 20, u"friends.put"_s, {{u"userId"_s, 7}, {u"me"_s, 8}});
        story.tell(u"omar"_s, Kind::Unknown, 20);
        story.invoke(u"jane"_s, 20, u"friends.remove"_s, {{u"userId"_s, 8}, {u"me"_s, 7}});
        story.ok(u"jane"_s, 20, {});
        setBoth(story, u"version"_s, 4);
    });
    add("a friendship that nobody asked for", Fault::Phantom,
        [](Story &story) { story.row(u"friend"_s, friendOf(7, 9, u"invited"_s, 1)); });
    add("one version with two states", Fault::TwoTruths, [=](Story &story) { setBoth(story, u"state"_s, u"asked"_s); });
}

void checker_social_test::plantedFaultsAreFound_data()
{
    QTest::addColumn<Fault>("expected");
    QTest::addColumn<Plant>("plant");
    plantInNotifications();
    plantInWishes();
    plantInFriends();
}

void checker_social_test::plantedFaultsAreFound()
{
    QFETCH(Fault, expected);
    QFETCH(Plant, plant);
    Story story = socialStory();
    plant(story);
    QCOMPARE(missedIn(story, expected), QString());
}

void checker_social_test::whoInheritsARoomIsKnown()
{
    QStringList found;
    const auto begun = [&found] {
        OwnerReplay replay([&found](Fault fault, const QString &) { found.append(nameOf(fault)); });
        return replay;
    };
    const auto member = [](qint64 user, const QString &role, qint64 joinedAt) {
        return QJsonObject{{u"roomId"_s, 1}, {u"userId"_s, user}, {u"role"_s, role}, {u"joinedAt"_s, joinedAt}};
    };
    const auto fill = [&](OwnerReplay &replay) {
        replay.play(u"chat.memberAdded"_s, member(9, u"owner"_s, 1));
        replay.play(u"chat.memberAdded"_s, member(7, u"member"_s, 3));
        replay.play(u"chat.memberAdded"_s, member(8, u"member"_s, 2));
    };
    OwnerReplay good = begun();
    fill(good);
    good.play(u"chat.memberRemoved"_s, member(9, u"owner"_s, 1));
    QCOMPARE(good.play(u"chat.membershipChanged"_s, member(8, u"owner"_s, 2)), std::nullopt);
    QCOMPARE(good.play(u"chat.memberChanged"_s, member(8, u"owner"_s, 2)), std::optional<qint64>(8));
    // The last of all, and whoever is in a room that goes, hand over nothing.
    good.play(u"chat.memberRemoved"_s, member(7, u"member"_s, 3));
    good.play(u"chat.memberRemoved"_s, member(8, u"owner"_s, 2));
    good.play(u"chat.messagePosted"_s, {});
    fill(good);
    good.play(u"chat.roomDeleted"_s, {{u"id"_s, 1}});
    good.play(u"chat.memberRemoved"_s, member(9, u"owner"_s, 1));
    good.play(u"chat.messagePosted"_s, {});
    QCOMPARE(found, QStringList());
    OwnerReplay nobody = begun();
    fill(nobody);
    nobody.play(u"chat.memberRemoved"_s, member(9, u"owner"_s, 1));
    nobody.play(u"chat.messagePosted"_s, {});
    QCOMPARE(found, QStringList{nameOf(Fault::LostChange)});
    OwnerReplay wrong = begun();
    fill(wrong);
    wrong.play(u"chat.memberChanged"_s, member(7, u"moderator"_s, 3));
    wrong.play(u"chat.memberRemoved"_s, member(9, u"owner"_s, 1));
    QCOMPARE(wrong.play(u"chat.memberChanged"_s, member(8, u"owner"_s, 2)), std::nullopt);
    QCOMPARE(found.size(), 2);
}

QTEST_APPLESS_MAIN(checker_social_test)
#include "checker_social_test.moc"
