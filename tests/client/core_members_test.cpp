#include "features/chat/model/RoomListModel.h"
#include "support/FakeServer.h"
#include "support/Person.h"

#include <QTest>

using namespace rialto;
using namespace Qt::StringLiterals;

/// Who is in a room and who was, as a client knows it.
class core_members_test : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Whoever was there when it happened knows the same as who comes later.
    void thoseWhoLeftAreKnown()
    {
        FakeServer server;
        const UserId jane = server.world.addUser(u"jane"_s);
        const UserId olena = server.world.addUser(u"olena"_s);
        const UserId omar = server.world.addUser(u"omar"_s);
        const RoomId room = server.world.addRoom(u"general"_s, Visibility::Public, {jane, olena, omar});
        const auto gone = [room](Session &session) {
            QList<UserId> left;
            for (const Member &member : session.rooms().membersEver(room)) {
                if (member.leftAt)
                    left.append(member.userId);
            }
            return left;
        };
        Person present(server, u"jane"_s);
        VERIFY_ONLINE(present);
        QTRY_COMPARE(present->rooms().members(room).size(), 3);
        QCOMPARE(gone(*present), QList<UserId>());
        server.world.removeMember(room, omar);
        QTRY_COMPARE(gone(*present), QList<UserId>{omar});
        QCOMPARE(present->rooms().members(room).size(), 2);
        Person late(server, u"olena"_s);
        VERIFY_ONLINE(late);
        QTRY_COMPARE(gone(*late), QList<UserId>{omar});
        QCOMPARE(late->rooms().members(room).size(), 2);
        // Who comes back was never gone.
        server.world.addMember(room, omar);
        for (Person *person : {&present, &late}) {
            QTRY_COMPARE(gone(**person), QList<UserId>());
            QCOMPARE((*person)->rooms().members(room).size(), 3);
        }
    }
};

QTEST_GUILESS_MAIN(core_members_test)
#include "core_members_test.moc"
