#include <QtTest>

#include "client/ChatWindow.h"
#include "features/chat/RoomNotices.h"
#include "features/chat/RowLayout.h"

using namespace rialto;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 minute = 60'000;

Member memberOf(qint64 user, qint64 joinedAt, qint64 addedBy = 0)
{
    Member member;
    member.roomId = RoomId{1};
    member.userId = UserId{user};
    member.joinedAt = joinedAt;
    if (addedBy > 0)
        member.addedBy = UserId{addedBy};
    return member;
}

QStringList wordsOf(const QList<RoomNotice> &notices)
{
    QStringList words;
    for (const RoomNotice &notice : notices)
        words.append(notice.words);
    return words;
}

} // namespace

/// The lines between messages that tell who made a room, who came and who was added.
class UiNoticesTest : public QObject
{
    Q_OBJECT

    Room m_room;

    static QString nameOf(UserId id) { return QStringLiteral("abcdefgh").at(int(id.value)); }
    QStringList told(const QList<Member> &members, qint64 after = 0, qint64 until = 1'000 * minute) const
    {
        RoomNotices notices;
        notices.read(m_room, members, nameOf);
        return wordsOf(notices.between(after, until));
    }

private Q_SLOTS:
    void init()
    {
        m_room = {};
        m_room.id = RoomId{1};
        m_room.ownerId = UserId{1};
        m_room.createdAt = minute;
    }

    void whoMadeTheRoomAndWhoCame()
    {
        QCOMPARE(told({memberOf(3, 20 * minute), memberOf(1, minute), memberOf(2, 10 * minute, 1)}),
                 QStringList({u"b created the room"_s, u"b added c"_s, u"d joined the room"_s}));
        // Clocks are not that exact.
        QCOMPARE(told({memberOf(2, minute - 2, 1), memberOf(1, minute), memberOf(3, minute + 1, 1)}),
                 QStringList({u"b created the room"_s, u"b added c, d"_s}));
        // An owner who left and came back did not make it once more.
        QCOMPARE(told({memberOf(1, 9 * minute)}), QStringList({u"b joined the room"_s}));
    }

    void whoCameTogetherStandsInOneLine()
    {
        const QList<Member> five{memberOf(2, 10 * minute, 1), memberOf(3, 10 * minute, 1), memberOf(4, 11 * minute, 1),
                                 memberOf(5, 12 * minute, 1), memberOf(6, 13 * minute, 1)};
        QCOMPARE(told(five), QStringList({u"b added c, d, e, 2 more"_s}));
        QCOMPARE(told({memberOf(2, 10 * minute, 1), memberOf(3, 16 * minute, 1)}).size(), 2);
        QCOMPARE(told({memberOf(2, 10 * minute, 1), memberOf(3, 11 * minute, 4)}).size(), 2);
        QCOMPARE(told({memberOf(2, 10 * minute, 1), memberOf(3, 11 * minute)}).size(), 2);
    }

    void whoLeftAndWhoWasRemoved()
    {
        const auto gone = [](qint64 user, qint64 leftAt, qint64 by = 0) {
            Member member = memberOf(user, 10 * minute, 1);
            member.leftAt = leftAt;
            if (by > 0)
                member.removedBy = UserId{by};
            return member;
        };
        QCOMPARE(told({gone(2, 30 * minute)}), QStringList({u"b added c"_s, u"c left the room"_s}));
        QCOMPARE(told({gone(2, 30 * minute, 1), gone(3, 31 * minute, 1), gone(4, 40 * minute)}),
                 QStringList({u"b added c, d, e"_s, u"b removed c, d"_s, u"e left the room"_s}));
        // To come and to go are two things, however soon.
        QCOMPARE(told({gone(2, 11 * minute)}), QStringList({u"b added c"_s, u"c left the room"_s}));
        QCOMPARE(told({gone(2, 30 * minute, 1)}, 10 * minute), QStringList({u"b removed c"_s}));
    }

    void nothingIsToldOfConversationsOfTwoOrUnknownTimes()
    {
        QCOMPARE(told({memberOf(2, 0, 1)}), QStringList());
        m_room.visibility = Visibility::Direct;
        QCOMPARE(told({memberOf(1, minute), memberOf(2, minute)}), QStringList());
    }

    void eachIsToldOnceByTheMomentItBelongsTo()
    {
        const QList<Member> members{memberOf(1, minute), memberOf(2, 10 * minute, 1), memberOf(3, 20 * minute)};
        QCOMPARE(told(members, 0, 10 * minute).size(), 2);
        QCOMPARE(told(members, 10 * minute, 20 * minute), QStringList({u"d joined the room"_s}));
        QCOMPARE(told(members, 20 * minute), QStringList());
        RoomNotices notices;
        QVERIFY(notices.read(m_room, members, nameOf));
        QVERIFY(!notices.read(m_room, members, nameOf));
        QVERIFY(notices.read(m_room, members, [](UserId) { return u"x"_s; }));
    }

    void whoWentStandsBelowTheMessages()
    {
        Shown shown(Role::Member, [](SampleAccount &sample) {
            Member jonas = memberOf(6, QDateTime::currentMSecsSinceEpoch() - 2000);
            jonas.leftAt = QDateTime::currentMSecsSinceEpoch() - 1000;
            jonas.removedBy = UserId{2};
            Cache(sample.profile().cacheFile(sample.account()))
                .entities()
                .merge({u"member"_s, 1, jonas.userId.value}, jonas);
        });
        shown.open(SampleAccount::stock);
        QCOMPARE(wordsOf(shown.last().after),
                 QStringList({u"Jonas Weber joined the room"_s, u"Олена Коваленко removed Jonas Weber"_s}));
    }

    void theyStandBetweenTheMessages()
    {
        if (QTime::currentTime() < QTime(0, 10))
            QSKIP("some messages of the sample are of the first minutes of the day");
        Shown shown(Role::Member, [](SampleAccount &sample) {
            Cache cache(sample.profile().cacheFile(sample.account()));
            const qint64 today = QDate::currentDate().startOfDay().toMSecsSinceEpoch();
            // Between the second message of yesterday evening and the first of today; after the last.
            Member olena = memberOf(2, today - 60 * minute, 1);
            Member jonas = memberOf(6, QDateTime::currentMSecsSinceEpoch() - 1000);
            for (Member *member : {&olena, &jonas}) {
                member->version = 2;
                cache.entities().merge({u"member"_s, 1, member->userId.value}, *member);
            }
        });
        shown.open(SampleAccount::stock);
        TimelineView &timeline = shown.timeline();
        const auto wordsAbove = [&](int row) { return wordsOf(timeline.rowData(row).before); };
        QCOMPARE(wordsAbove(0), QStringList());
        QCOMPARE(wordsAbove(1), QStringList());
        QCOMPARE(wordsAbove(2), QStringList({u"Андрій Мельник added Олена Коваленко"_s}));
        QCOMPARE(wordsAbove(3), QStringList());
        QCOMPARE(wordsOf(shown.last().after), QStringList({u"Jonas Weber joined the room"_s}));
        // What comes afterwards stands below it.
        shown.field().setPlainText(u"Welcome"_s);
        QTest::keyClick(&shown.field(), Qt::Key_Return);
        QCOMPARE(shown.last().message.text, u"Welcome"_s);
        QCOMPARE(wordsOf(shown.last().before), QStringList({u"Jonas Weber joined the room"_s}));
        QCOMPARE(wordsOf(shown.last().after), QStringList());
        // Of another room nothing of this one is told.
        shown.open(SampleAccount::purchases);
        for (int row = 0; row < timeline.rowCount(); ++row)
            QVERIFY(timeline.rowData(row).before.isEmpty() && timeline.rowData(row).after.isEmpty());
        // In the language of the window.
        shown.open(SampleAccount::stock);
        shown.app->language().set(u"uk"_s);
        QTRY_COMPARE(wordsAbove(2), QStringList({u"Андрій Мельник додає до кімнати: Олена Коваленко"_s}));
        shown.app->language().set(u"en"_s);
    }

    void whatIsNotSentRepeatsNothing()
    {
        constexpr qint64 ahead = 60 * minute; // The server's clock.
        Shown shown(Role::Member, [](SampleAccount &sample) {
            Cache cache(sample.profile().cacheFile(sample.account()));
            const qint64 now = QDateTime::currentMSecsSinceEpoch();
            Member jonas = memberOf(6, now + ahead / 2);
            cache.entities().merge({u"member"_s, 1, 6}, jonas);
            cache.messages().merge(sampleMessage(900, SampleAccount::stock, u"From the future"_s, -ahead));
        });
        shown.open(SampleAccount::stock);
        QCOMPARE(shown.last().message.text, u"From the future"_s);
        QCOMPARE(wordsOf(shown.last().before), QStringList({u"Jonas Weber joined the room"_s}));
        for (const QString &text : {u"One"_s, u"Two"_s}) {
            shown.field().setPlainText(text);
            QTest::keyClick(&shown.field(), Qt::Key_Return);
            QCOMPARE(shown.last().message.text, text);
            QVERIFY(shown.last().before.isEmpty() && shown.last().after.isEmpty());
        }
    }

    void linesHaveTheirPlace()
    {
        Theme theme(*qApp);
        TimelineEntry entry;
        entry.message.text = u"Hello"_s;
        entry.message.createdAt = QDateTime(QDate(2026, 5, 4), QTime(12, 0)).toMSecsSinceEpoch();
        entry.before = {{entry.message.createdAt - 24 * 60 * minute, u"yesterday"_s},
                        {entry.message.createdAt - minute, u"today"_s}};
        entry.after = {{entry.message.createdAt + minute, u"later"_s}};
        TimelineEntry earlier = entry;
        earlier.message.createdAt -= 2 * minute;
        const auto bare = [](TimelineEntry one) {
            one.before.clear();
            one.after.clear();
            return one;
        };
        QVERIFY(continuesGroup(bare(earlier), bare(entry)));
        QVERIFY(!continuesGroup(bare(earlier), entry));
        for (const auto direction : {Qt::LeftToRight, Qt::RightToLeft}) {
            const auto layout = RowLayouter(theme, 600, direction).layout(entry, {});
            QCOMPARE(layout->notices.size(), 3);
            const auto top = [&](int i) { return layout->notices.at(i).rect.top(); };
            // Of an earlier day: above the pill of this one.
            QVERIFY(top(0) < layout->dayPill.top() && top(1) > layout->dayPill.bottom());
            QVERIFY(layout->notices.at(1).rect.bottom() <= layout->bubble.top());
            QVERIFY(top(2) >= layout->bubble.bottom() && layout->notices.at(2).rect.bottom() < layout->height);
            TimelineEntry next = entry;
            QCOMPARE(RowLayouter(theme, 600, direction).layout(entry, {nullptr, &next})->notices.size(), 2);
        }
    }
};

QTEST_MAIN(UiNoticesTest)
#include "ui_notices_test.moc"
