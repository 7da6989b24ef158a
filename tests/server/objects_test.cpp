#include "protocol/Protocol.h"
#include "support/Files.h"

using namespace Qt::StringLiterals;
using namespace rialto;
using namespace rialto::test;

namespace {

/// A value that no test object has and no server would choose.
constexpr qint64 kForeign = 4'242'424'242;

template <Method M> QStringList idFields()
{
    QStringList names;
    forEachField<M>([&](const auto &field) {
        if constexpr (IsId<std::remove_cvref_t<decltype(std::declval<M>().*field.member)>>::value)
            names.append(QLatin1StringView(field.name));
    });
    return names;
}

template <Method M> bool hasField(const QString &name)
{
    bool found = false;
    forEachField<M>([&](const auto &field) { found = found || name == QLatin1StringView(field.name); });
    return found;
}

} // namespace

/// Every id in every method of the contract, asked about by somebody whom it does not concern.
class ObjectsTest : public QObject
{
    Q_OBJECT

    /// Things of the owner, made anew for every request, since some requests delete them.
    struct Things
    {
        qint64 room = 0;
        qint64 message = 0;
        qint64 product = 0;
        qint64 file = 0;
    };

    TestServer m_server;
    Person m_owner = m_server.aUser(u"owner"_s);
    Person m_stranger = m_server.aUser(u"stranger"_s);
    Person m_admin = m_server.aUser(u"admin"_s, Role::Admin);
    TestSocket m_ownersSocket{m_server.port()};
    TestSocket m_strangersSocket{m_server.port()};
    qint64 m_notification = 0; ///< The owner's.
    int m_number = 0;

    Things makeThings(const QString &visibility = u"public"_s)
    {
        Things things;
        const QString number = QString::number(++m_number);
        things.room = m_server.aRoom(m_owner, u"Room "_s + number, visibility);
        things.message =
            m_server.api("POST", u"rooms/%1/messages"_s.arg(things.room), m_owner, {{u"text"_s, u"x"_s}}).id();
        things.product = m_server
                             .api("POST", u"products"_s, m_owner,
                                  {{u"sku"_s, number}, {u"name"_s, u"x"_s}, {u"price"_s, 1}, {u"currency"_s, u"EUR"_s}})
                             .id();
        things.file = FileClient(m_server, m_owner).upload(u"a.txt"_s, "text");
        return things;
    }

    /// Parameters with which the owner gets through; only those that the method has.
    template <Method M> QJsonObject paramsOf(const Things &things)
    {
        const QString number = QString::number(++m_number);
        const QJsonObject all = {{u"roomId"_s, things.room},
                                 {u"messageId"_s, things.message},
                                 {u"productId"_s, things.product},
                                 {u"userId"_s, m_stranger.id},
                                 {u"name"_s, u"name"_s + number},
                                 {u"text"_s, u"y"_s},
                                 {u"sku"_s, u"new"_s + number},
                                 {u"price"_s, 2},
                                 {u"currency"_s, u"EUR"_s},
                                 {u"baseVersion"_s, 1},
                                 {u"toRoomId"_s, things.room},
                                 {u"emoji"_s, u"👍"_s},
                                 {u"fileId"_s, things.file},
                                 {u"size"_s, 4},
                                 {u"notificationId"_s, m_notification},
                                 {u"q"_s, u"x"_s},
                                 {u"idle"_s, true}};
        QJsonObject params;
        for (auto it = all.begin(); it != all.end(); ++it) {
            if (hasField<M>(it.key()))
                params.insert(it.key(), it.value());
        }
        if (QByteArray(M::method.name) == "chat.removeMember")
            params.insert(u"userId"_s, m_owner.id);
        return params;
    }

    template <typename Visit> static void forEachMethod(Visit &&visit)
    {
        Methods::forEach([&]<typename M>() {
            const bool isOfSession = QByteArray(M::method.name).startsWith("session.");
            if (M::method.webSocket && !isOfSession && M::method.access != Access::Operator)
                visit.template operator()<M>(QString::fromLatin1(M::method.name));
        });
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_server.api("PUT", u"friends/%1"_s.arg(m_owner.id), m_admin);
        m_notification =
            m_server.api("GET", u"notifications"_s, m_owner).body.value("items"_L1)[0]["id"_L1].toInteger();
        QVERIFY(!m_ownersSocket.start(m_owner).contains("error"_L1));
        QVERIFY(!m_strangersSocket.start(m_stranger).contains("error"_L1));
    }

    void idsThatAreNotIdsAreInvalid()
    {
        const QJsonArray wrong = {0, -1, 1.5, 9007199254740992.0, 1e300, u"1"_s, true, QJsonValue(), QJsonArray{1}};
        const Things things = makeThings();
        forEachMethod([&]<typename M>(const QString &method) {
            for (const QString &field : idFields<M>()) {
                for (const QJsonValue &value : wrong) {
                    QJsonObject params = paramsOf<M>(things);
                    params.insert(field, value);
                    const QJsonObject error = m_ownersSocket.call(method, params).value("error"_L1).toObject();
                    QVERIFY2(error.value("code"_L1) == u"invalid"_s && error.value("field"_L1) == field,
                             qPrintable(method + u' ' + QJsonDocument(error).toJson()));
                }
            }
        });
    }

    void idsOfNobodyAreNotFound()
    {
        forEachMethod([&]<typename M>(const QString &method) {
            for (const QString &field : idFields<M>()) {
                QJsonObject params = paramsOf<M>(makeThings());
                params.insert(field, kForeign);
                const QString code = codeOf(m_ownersSocket.call(method, params));
                // Whose products are asked for need not be known any more: a deleted account leaves its own behind.
                const bool isEmptyList = method == "catalog.listUserProducts"_L1 && code.isEmpty();
                QVERIFY2(code == "notFound"_L1 || isEmptyList, qPrintable(method + u' ' + field + u": "_s + code));
            }
        });
    }

    void privateThingsAreUnknownToStrangers()
    {
        const Things secret = makeThings(u"private"_s);
        forEachMethod([&]<typename M>(const QString &method) {
            if (!hasField<M>(u"roomId"_s))
                return;
            const QString code = codeOf(m_strangersSocket.call(method, paramsOf<M>(secret)));
            QVERIFY2(code == "notFound"_L1, qPrintable(method + u": "_s + code));
        });
    }

    void aMessageIsReachedOnlyThroughItsOwnRoom()
    {
        const Things secret = makeThings(u"private"_s);
        const qint64 ownRoom = m_server.aRoom(m_stranger, u"Mine"_s);
        forEachMethod([&]<typename M>(const QString &method) {
            if (!hasField<M>(u"messageId"_s))
                return;
            QJsonObject params = paramsOf<M>(secret);
            params.insert(u"roomId"_s, ownRoom);
            const QString code = codeOf(m_strangersSocket.call(method, params));
            QVERIFY2(code == "notFound"_L1, qPrintable(method + u": "_s + code));
        });
        const Answer still = m_server.api("GET", u"rooms/%1/messages"_s.arg(secret.room), m_owner);
        QCOMPARE(still.body.value("items"_L1).toArray().first().toObject().value("text"_L1).toString(), u"x"_s);
    }

    void thingsOfOthersAreNotChanged()
    {
        forEachMethod([&]<typename M>(const QString &method) {
            const bool isOthers = hasField<M>(u"roomId"_s) || hasField<M>(u"productId"_s);
            if (M::method.effect == Effect::Read || !isOthers)
                return;
            const QString code = codeOf(m_strangersSocket.call(method, paramsOf<M>(makeThings())));
            // Joining a public room oneself is what everybody may do.
            const bool isJoining = method == "chat.putMember"_L1 && code.isEmpty();
            // Who types where one is not a member is told to nobody; the room is not even looked for.
            const bool isTyping = method == "chat.typing"_L1 && code == "notFound"_L1;
            QVERIFY2(code == "forbidden"_L1 || isJoining || isTyping, qPrintable(method + u": "_s + code));
        });
    }

    void whatIsNotInTheTableIsNotTaken()
    {
        const QJsonObject intruders = {{u"id"_s, kForeign},
                                       {u"ownerId"_s, kForeign},
                                       {u"authorId"_s, kForeign},
                                       {u"userId"_s, kForeign},
                                       {u"createdAt"_s, kForeign},
                                       {u"editedAt"_s, kForeign},
                                       {u"deletedAt"_s, kForeign},
                                       {u"joinedAt"_s, kForeign},
                                       {u"version"_s, kForeign},
                                       {u"lastReadMessageId"_s, kForeign},
                                       {u"role"_s, u"admin"_s},
                                       {u"disabled"_s, true},
                                       {u"visibility"_s, u"private"_s}};
        forEachMethod([&]<typename M>(const QString &method) {
            // A change of password ends the session that this is asked with; it answers with no entity but oneself.
            const bool isPassword = method == "auth.changePassword"_L1;
            if (M::method.effect == Effect::Read || M::method.effect == Effect::Delete || isPassword)
                return;
            QJsonObject params = paramsOf<M>(makeThings());
            for (auto it = intruders.begin(); it != intruders.end(); ++it) {
                if (!hasField<M>(it.key()))
                    params.insert(it.key(), it.value());
            }
            const QJsonObject reply = m_ownersSocket.call(method, params);
            QVERIFY2(reply.contains("result"_L1), qPrintable(method + QJsonDocument(reply).toJson()));
            const QJsonObject result = reply.value("result"_L1).toObject();
            for (auto it = intruders.begin(); it != intruders.end(); ++it)
                QVERIFY2(!result.contains(it.key()) || result.value(it.key()) != it.value(),
                         qPrintable(method + u" took "_s + it.key()));
        });
    }

    void thePathSaysWhatIsMeantNotTheBody()
    {
        const Things meant = makeThings();
        const Things other = makeThings();
        const QJsonObject body = {{u"productId"_s, other.product}, {u"name"_s, u"Renamed"_s}, {u"baseVersion"_s, 1}};
        const Answer answer = m_server.api("PATCH", u"products/%1"_s.arg(meant.product), m_owner, body);
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.id(), meant.product);
    }

    void methodsOfTheCommandLineAreUnknownToEverybodyElse()
    {
        TestSocket socket(m_server.port());
        socket.start(m_admin);
        Methods::forEach([&]<typename M>() {
            if (M::method.access != Access::Operator && M::method.webSocket)
                return;
            QCOMPARE(codeOf(socket.call(QString::fromLatin1(M::method.name))), u"notFound"_s);
            if (M::method.access == Access::Operator)
                QCOMPARE(M::method.verb, Verb::None);
        });
    }
};

QTEST_GUILESS_MAIN(ObjectsTest)
#include "objects_test.moc"
