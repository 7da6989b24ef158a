#include "doors/RouteTable.h"
#include "protocol/Schema.h"
#include "server/Documents.h"
#include "support/Files.h"
#include "support/Places.h"

#include <QDirIterator>
#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace rialto;
using namespace rialto::test;

namespace {

const QStringList kOutside = {u"GET /asyncapi.json"_s, u"GET /healthz"_s, u"GET /openapi.json"_s, u"GET /readyz"_s};

QStringList sorted(QStringList list)
{
    list.sort();
    return list;
}

/// "GET /api/v1/rooms": how both sides of the comparison name a route.
QString routeOf(const MethodInfo &method)
{
    return QString::fromLatin1(verbName(method.verb)) + u" /api/v1/"_s + QLatin1StringView(method.path);
}

bool isRest(const MethodInfo &method)
{
    return method.verb != Verb::None;
}

} // namespace

/// The documents that the server makes of itself, against the contract and against what the server does.
class DocumentsTest : public QObject
{
    Q_OBJECT

    TestServer m_server;
    QJsonObject m_openApi = m_server.request("GET", u"/openapi.json"_s).body;
    QJsonObject m_asyncApi = m_server.request("GET", u"/asyncapi.json"_s).body;

    QJsonObject operation(const QString &route) const
    {
        const QJsonObject path = m_openApi.value("paths"_L1)[route.section(u' ', 1)].toObject();
        return path.value(route.section(u' ', 0, 0).toLower()).toObject();
    }
    QJsonObject response(const QString &route, int status) const
    {
        return operation(route).value("responses"_L1)[QString::number(status)].toObject();
    }
    QStringList documentedRoutes() const
    {
        QStringList routes;
        const QJsonObject paths = m_openApi.value("paths"_L1).toObject();
        for (auto path = paths.begin(); path != paths.end(); ++path) {
            for (const QString &verb : path->toObject().keys())
                routes.append(verb.toUpper() + u' ' + path.key());
        }
        return sorted(routes);
    }
    QJsonObject message(const QString &name) const
    {
        return m_asyncApi.value("channels"_L1)["socket"_L1]["messages"_L1][name].toObject();
    }
    QJsonValue payload(const QString &name, const QString &part) const
    {
        return message(name).value("payload"_L1)["properties"_L1][part];
    }
    static QJsonValue jsonSchemaOf(const QJsonObject &content)
    {
        return content.value("content"_L1)["application/json"_L1]["schema"_L1];
    }

    // Compares the fields in the path, the query and the body, and that each travels in one of them.
    template <Method M> void compareRequest(SchemaCheck &check)
    {
        const QString route = routeOf(M::method);
        const QJsonObject asked = operation(route);
        QStringList outsideTheBody;
        for (const auto &one : asked.value("parameters"_L1).toArray()) {
            if (one["in"_L1].toString() == "header"_L1)
                continue;
            const QString name = one["name"_L1].toString();
            outsideTheBody.append(name);
            const bool isInPath = QLatin1StringView(M::method.path).contains(u'{' + name + u'}');
            check.expect(route, isInPath == (one["in"_L1].toString() == "path"_L1), u"has elsewhere: "_s + name);
            check.expect(route, !isInPath || one["required"_L1].toBool(), u"may go without "_s + name);
            forEachField<M>([&](const auto &field) {
                using Value = std::remove_cvref_t<decltype(std::declval<M>().*field.member)>;
                if (name == QLatin1StringView(field.name))
                    check.compareField<M, Value>(route + u' ' + name, one["schema"_L1], field.rules);
            });
        }
        const bool hasBody = asked.contains("requestBody"_L1) && M::method.payload == Payload::Json;
        if (hasBody)
            check.compareStruct<M>(route, jsonSchemaOf(asked.value("requestBody"_L1).toObject()), outsideTheBody);
        else
            check.expect(route, sorted(outsideTheBody) == SchemaCheck::fieldsOf<M>(),
                         u"asks for "_s + outsideTheBody.join(u", "_s));
    }

    template <Method M> void compareReply(SchemaCheck &check)
    {
        const QString route = routeOf(M::method);
        if (M::method.effect == Effect::Delete)
            return check.expect(route, response(route, 204).contains("description"_L1), u"does not answer 204"_s);
        const int status = M::method.effect == Effect::Create ? 201 : 200;
        if (M::method.payload != Payload::Download)
            check.compareStruct<typename M::Reply>(route + u" reply"_s, jsonSchemaOf(response(route, status)));
    }

    // A header of an answer, by any case of its name.
    bool isDocumented(const QString &route, int status, const QByteArray &header) const
    {
        const QStringList names = response(route, status).value("headers"_L1).toObject().keys();
        return names.contains(QString::fromLatin1(header), Qt::CaseInsensitive);
    }

    // That the document tells of the status and of each header that says where the bytes are.
    void expectDocumented(const QString &route, const RawAnswer &answer, int status)
    {
        QCOMPARE(answer.status, status);
        QVERIFY2(!response(route, status).isEmpty(), qPrintable(u"%1 %2"_s.arg(route).arg(status)));
        for (const QByteArray header : {"content-range", "accept-ranges", "upload-offset", "etag"}) {
            const QByteArray what = route.toLatin1() + ' ' + QByteArray::number(status) + ' ' + header;
            QVERIFY2(isDocumented(route, status, header) == answer.headers.contains(header), what.constData());
        }
    }

    QStringList headersAskedFor(const QString &route) const
    {
        QStringList names;
        for (const auto &one : operation(route).value("parameters"_L1).toArray()) {
            if (one["in"_L1].toString() == "header"_L1)
                names.append(one["name"_L1].toString());
        }
        return sorted(names);
    }

private Q_SLOTS:
    void everyRouteStandsThereWithEveryField()
    {
        SchemaCheck check(m_openApi);
        Methods::forEach([&]<typename M>() {
            if (!isRest(M::method))
                return;
            check.expect(routeOf(M::method), !operation(routeOf(M::method)).isEmpty(), u"is missing"_s);
            compareRequest<M>(check);
            compareReply<M>(check);
            const bool isOpen = operation(routeOf(M::method)).contains("security"_L1);
            check.expect(routeOf(M::method), isOpen == (M::method.access == Access::Anyone), u"asks for others"_s);
        });
        QCOMPARE(check.differences(), QStringList());
    }

    void nothingElseStandsThere()
    {
        QStringList served = kOutside;
        for (const Route *route : m_server.app().router().routes()) {
            if (!isRest(route->info))
                continue;
            served.append(routeOf(route->info));
            // Only where it means something of its own: how far an upload has come.
            if (QLatin1StringView(route->info.name) == QLatin1StringView(GetContent::method.name))
                served.append(u"HEAD /api/v1/"_s + QLatin1StringView(route->info.path));
        }
        QCOMPARE(documentedRoutes(), sorted(served));
    }

    void everyMethodIsServed()
    {
        QStringList served;
        for (const Route *route : m_server.app().router().routes())
            served.append(QLatin1StringView(route->info.name));
        QStringList known;
        Methods::forEach([&]<typename M>() {
            const QString name = QLatin1StringView(M::method.name);
            if (!name.startsWith("session."_L1)) // Those are the connection's own.
                known.append(name);
        });
        QCOMPARE(sorted(known), sorted(served));
    }

    void everyRouteAnswers()
    {
        for (const QString &route : documentedRoutes()) {
            static const QRegularExpression variable(u"\\{\\w+\\}"_s);
            const QString path = route.section(u' ', 1).replace(variable, u"1"_s);
            const Answer answer = m_server.request(route.section(u' ', 0, 0).toLatin1(), path);
            const QByteArray what = route.toLatin1() + ' ' + QByteArray::number(answer.status);
            // Nobody asks, so that not even what does not exist is said to be missing.
            const bool isClosed = !operation(route).contains("security"_L1);
            QVERIFY2(answer.status != 404 && answer.status != 405, what);
            QVERIFY2(!isClosed || answer.status == 401, what);
        }
        QCOMPARE(m_server.request("GET", u"/api/v1/nowhere"_s).status, 404);
        QCOMPARE(m_server.request("PATCH", u"/api/v1/rooms"_s).status, 405);
    }

    void everyMethodOfTheSocketStandsThereWithEveryField()
    {
        SchemaCheck check(m_asyncApi);
        Methods::forEach([&]<typename M>() {
            if (!M::method.webSocket)
                return;
            const QString name = QLatin1StringView(M::method.name);
            check.expect(name, payload(name, u"method"_s)["const"_L1].toString() == name, u"is missing"_s);
            check.compareStruct<M>(name, payload(name, u"params"_s));
            check.compareStruct<typename M::Reply>(name + u" reply"_s, payload(name + u".reply"_s, u"result"_s));
        });
        Events::forEach([&]<typename E>() {
            const QString type = QLatin1StringView(E::event.type);
            check.expect(type, payload(type, u"type"_s)["const"_L1].toString() == type, u"is missing"_s);
            check.compareStruct<typename E::Data>(type, payload(type, u"data"_s));
        });
        QCOMPARE(check.differences(), QStringList());
    }

    void nothingElseTravelsOnTheSocket()
    {
        QStringList messages{u"error"_s};
        QStringList operations;
        for (const Route *route : m_server.app().router().routes()) {
            if (route->info.webSocket)
                operations.append(QLatin1StringView(route->info.name));
        }
        operations += {u"session.start"_s, u"session.ping"_s, u"session.renew"_s};
        for (const QString &name : std::as_const(operations))
            messages += {name, name + u".reply"_s};
        Events::forEach([&]<typename E>() {
            messages.append(QLatin1StringView(E::event.type));
            operations.append(QLatin1StringView(E::event.type));
        });
        operations.replaceInStrings(u"."_s, u"_"_s);
        QCOMPARE(m_asyncApi.value("channels"_L1)["socket"_L1]["messages"_L1].toObject().keys(), sorted(messages));
        QCOMPARE(m_asyncApi.value("operations"_L1).toObject().keys(), sorted(operations));
    }

    void everyMethodOfTheSocketAnswers()
    {
        TestSocket socket(m_server.port());
        socket.start(m_server.aUser(u"asker"_s));
        QStringList wrong;
        Methods::forEach([&]<typename M>() {
            const QString name = QLatin1StringView(M::method.name);
            if (std::is_same_v<M, DeleteMe> || !wrong.isEmpty()) // Would end the account that asks.
                return;
            const QJsonObject error = socket.call(name).value("error"_L1).toObject();
            const bool isUnknown = error.value("field"_L1).toString() == "method"_L1;
            if (isUnknown == M::method.webSocket || isUnknown != message(name).isEmpty())
                wrong.append(name);
        });
        QCOMPARE(wrong, QStringList());
    }

    void everyEventIsToldSomewhere()
    {
        QByteArray sources;
        QDirIterator files(places::source(u"server"_s), {u"*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (!file.fileName().contains("/doors/"_L1) && file.open(QIODevice::ReadOnly))
                sources += file.readAll();
        }
        Events::forEach([&]<typename E>() {
            const QRegularExpression use(u"\\b"_s + typeName<E>() + u"\\b"_s);
            QVERIFY2(QString::fromUtf8(sources).contains(use), E::event.type);
        });
    }

    void refusalsHaveWhatTheDocumentsSay()
    {
        const QStringList said = sorted({u"code"_s, u"current"_s, u"field"_s, u"message"_s, u"retryAfter"_s});
        const QJsonObject inFrame = payload(u"error"_s, u"error"_s)["properties"_L1].toObject();
        QCOMPARE(inFrame.keys(), said);
        const QJsonObject problem = m_openApi.value("components"_L1)["schemas"_L1]["Problem"_L1].toObject();
        const QStringList known = problem.value("properties"_L1).toObject().keys();
        const Answer refused = m_server.request("POST", u"/api/v1/auth/login"_s, {{u"name"_s, 1}});
        for (const QString &name : refused.body.keys())
            QVERIFY2(known.contains(name), qPrintable(name));
        for (const auto &name : problem.value("required"_L1).toArray())
            QVERIFY2(refused.body.contains(name.toString()), qPrintable(name.toString()));
        const QJsonObject whole = errorToJson({ErrorCode::Conflict, u"m"_s, u"f"_s, {{u"version"_s, 2}}, 3});
        QCOMPARE(whole.keys(), said);
    }

    void versionsAreTaggedAsTheDocumentSays()
    {
        const Person owner = m_server.aUser(u"owner"_s);
        const QString path = u"rooms/%1"_s.arg(m_server.aRoom(owner, u"Room"_s));
        const QString get = routeOf(GetRoom::method);
        const Answer room = m_server.api("GET", path, owner);
        const QByteArray tag = room.headers.value("etag");
        expectDocumented(get, {room.status, room.headers, {}}, 200);
        const Answer known = m_server.api("GET", path, owner, {}, {{"If-None-Match", tag}});
        expectDocumented(get, {known.status, known.headers, {}}, 304);
        QCOMPARE(headersAskedFor(get), QStringList{u"If-None-Match"_s});
        const Answer changed = m_server.api("PATCH", path, owner, {{u"name"_s, u"New"_s}}, {{"If-Match", tag}});
        expectDocumented(routeOf(ChangeRoom::method), {changed.status, changed.headers, {}}, 200);
        QCOMPARE(headersAskedFor(routeOf(ChangeRoom::method)), (QStringList{u"Idempotency-Key"_s, u"If-Match"_s}));
        const Answer list = m_server.api("GET", u"rooms"_s, owner);
        expectDocumented(routeOf(ListRooms::method), {list.status, list.headers, {}}, 200);
    }

    void piecesOfFilesAreAsTheDocumentSays()
    {
        const QString put = routeOf(PutContent::method);
        const QString get = routeOf(GetContent::method);
        FileClient jane(m_server, m_server.aUser(u"jane"_s));
        const qint64 id = jane.create(u"a.bin"_s, 1000);
        const QByteArray target = QByteArray::number(id) + "/content";
        expectDocumented(put, jane.put(id, someBytes(400), "0-399/1000"), 202);
        expectDocumented(u"HEAD"_s + get.mid(3), jane.send("HEAD", target), 204);
        expectDocumented(put, jane.put(id, someBytes(10), "0-9/1000"), 409);
        expectDocumented(put, jane.put(id, someBytes(600), "400-999/1000"), 200);
        const RawAnswer whole = jane.get(id);
        expectDocumented(get, whole, 200);
        expectDocumented(u"HEAD"_s + get.mid(3), jane.send("HEAD", target), 200);
        expectDocumented(get, jane.get(id, "Range: bytes=0-9\r\n"), 206);
        expectDocumented(get, jane.get(id, "Range: bytes=1000-\r\n"), 416);
        expectDocumented(get, jane.get(id, "If-None-Match: " + whole.headers.value("etag") + "\r\n"), 304);
        QCOMPARE(headersAskedFor(put), QStringList{u"Content-Range"_s});
        QCOMPARE(headersAskedFor(get), (QStringList{u"If-None-Match"_s, u"If-Range"_s, u"Range"_s}));
    }

    void picturesAreAsTheDocumentSays()
    {
        const QString get = routeOf(GetThumbnail::method);
        FileClient paul(m_server, m_server.aUser(u"paul"_s));
        const qint64 id = paul.upload(u"a.png"_s, aPicture("png", {900, 600}));
        const RawAnswer small = paul.get(id, {}, "/thumbnail");
        expectDocumented(get, small, 200);
        expectDocumented(get, paul.get(id, "Range: bytes=0-9\r\n", "/thumbnail"), 206);
        expectDocumented(get, paul.get(id, "Range: bytes=9999999-\r\n", "/thumbnail"), 416);
        const QStringList types = response(get, 200).value("content"_L1).toObject().keys();
        QVERIFY(types.contains(QString::fromLatin1(small.headers.value("content-type"))));
        QCOMPARE(headersAskedFor(get), (QStringList{u"If-None-Match"_s, u"If-Range"_s, u"Range"_s}));
    }
};

QTEST_GUILESS_MAIN(DocumentsTest)
#include "documents_test.moc"
