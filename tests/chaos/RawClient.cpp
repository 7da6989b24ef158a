#include "chaos/RawClient.h"

#include "chaos/Entities.h"
#include "protocol/Protocol.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QPointer>

using namespace Qt::StringLiterals;

namespace rialto::chaos {
namespace {

constexpr int kSilenceUs = 4'000'000;
constexpr int kWatchMs = 250;
constexpr int kAskAgainMs = 20;
constexpr int kHttpLimitMs = 5'000;
/// Of so many operations cut off by a lost connection one is given up.
constexpr int kGiveUpOneOf = 25;

bool isPassing(ErrorCode code)
{
    return code == ErrorCode::Unavailable || code == ErrorCode::RateLimited || code == ErrorCode::StorageFull ||
           code == ErrorCode::Unauthenticated;
}

} // namespace

RawClient::RawClient(const Setup &setup, HistoryWriter &history)
    : m_setup(setup), m_history(history), m_random(setup.seed)
{
    m_http.setProxy(QNetworkProxy::NoProxy);
    m_http.setTransferTimeout(kHttpLimitMs);
    m_reconnect.setSingleShot(true);
    connect(&m_reconnect, &QTimer::timeout, this, &RawClient::connectNow);
    connect(&m_watch, &QTimer::timeout, this, &RawClient::watch);
    m_watch.start(kWatchMs);
    connect(&m_work, &QTimer::timeout, this, &RawClient::work);
}

RawClient::~RawClient()
{
    if (m_socket)
        m_socket->disconnect(this);
}

void RawClient::begin()
{
    if (!m_setup.deviceOf.isEmpty())
        return connectNow();
    post(u"auth/register"_s, {{u"name"_s, m_setup.name}, {u"password"_s, QLatin1StringView(kPassword)}});
}

void RawClient::post(const QString &path, const QJsonObject &body)
{
    QNetworkRequest request(QUrl(u"http://127.0.0.1:%1/api/v1/%2"_s.arg(m_setup.port).arg(path)));
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    QNetworkReply *const reply = m_http.post(request, QJsonDocument(body).toJson());
    connect(reply, &QNetworkReply::finished, this, [this, reply, path] {
        reply->deleteLater();
        const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        if (status == 200 || status == 201)
            return signedIn(QJsonDocument::fromJson(reply->readAll()).object());
        // A refused refresh token or a registration that was lost on its way back: the password always works.
        if (status >= 400 && status < 500)
            m_refreshToken.clear();
        m_accessToken.clear();
        if (path == "auth/register"_L1 && status != 409)
            QTimer::singleShot(100, this, &RawClient::begin);
        else
            m_reconnect.start(100 + chance(200));
    });
}

void RawClient::signedIn(const QJsonObject &reply)
{
    m_accessToken = reply["accessToken"_L1].toString();
    m_refreshToken = reply["refreshToken"_L1].toString();
    if (!m_world.me().isValid())
        m_world = World(UserId{reply["user"_L1]["id"_L1].toInteger()});
    connectNow();
}

void RawClient::connectNow()
{
    if (m_accessToken.isEmpty() && m_refreshToken.isEmpty())
        return post(u"auth/login"_s, {{u"name"_s, account()}, {u"password"_s, QLatin1StringView(kPassword)}});
    if (m_accessToken.isEmpty())
        return post(u"auth/refresh"_s, {{u"refreshToken"_s, m_refreshToken}});
    m_heardAt = monotonicUs();
    m_socket.reset(new QWebSocket);
    m_socket->setProxy(QNetworkProxy::NoProxy);
    connect(m_socket.get(), &QWebSocket::connected, this, &RawClient::startSession);
    connect(m_socket.get(), &QWebSocket::disconnected, this, &RawClient::lost);
    connect(m_socket.get(), &QWebSocket::textMessageReceived, this, &RawClient::receive);
    m_socket->open(QUrl(u"ws://127.0.0.1:%1/ws"_s.arg(m_setup.port)));
}

// Whatever ended the connection: what was not answered goes again over the next one.
void RawClient::lost()
{
    if (!m_socket)
        return;
    QWebSocket *const socket = m_socket.release();
    socket->disconnect(this);
    socket->abort();
    socket->deleteLater();
    ++m_connection;
    m_started = m_caughtUp = false;
    m_calls.clear();
    m_lists = 0;
    giveUpSome();
    for (Operation &operation : m_operations)
        operation.sent = operation.waiting = false;
    m_reconnect.start(30 + chance(220));
}

void RawClient::giveUpSome()
{
    for (qsizetype i = m_operations.size() - 1; i >= 0; --i) {
        if (!m_operations[i].sent || chance(kGiveUpOneOf) != 0)
            continue;
        m_history.writeFor(m_setup.name, Record::Kind::Unknown, m_operations[i].number);
        m_operations.removeAt(i);
    }
}

void RawClient::startSession()
{
    QJsonObject params{{u"token"_s, m_accessToken}};
    const qint64 after = m_epoch.isEmpty() ? -1 : m_seq;
    if (after >= 0)
        params.insert(u"resume"_s, QJsonObject{{u"seq"_s, m_seq}, {u"epoch"_s, m_epoch}});
    call("session.start", params, [this, after](const ServerFrame &reply) { started(reply, after); });
}

void RawClient::started(const ServerFrame &reply, qint64 after)
{
    if (reply.error) {
        if (reply.error->code == ErrorCode::Unauthenticated)
            m_accessToken.clear();
        return lost();
    }
    const bool fresh = after < 0 || reply.body["snapshotRequired"_L1].toBool();
    m_head = reply.body["seq"_L1].toInteger();
    m_epoch = reply.body["epoch"_L1].toString();
    m_history.writeFor(m_setup.name, Record::Kind::Started, 0,
                       {{u"user"_s, me().value}, {u"seq"_s, m_head}, {u"after"_s, fresh ? -1 : after}});
    if (fresh) {
        m_seq = m_head;
        m_world = World(me());
        m_listed = false;
    }
    m_started = true;
    if (!m_listed)
        listAll();
    for (const RoomId room : std::as_const(m_toFetch))
        fetchRoom(room);
    askHowFar();
    for (Operation &operation : m_operations)
        transmit(operation);
}

void RawClient::askHowFar()
{
    m_caughtUp = false;
    if (!m_started)
        return;
    call("session.ping", {}, [this](const ServerFrame &reply) {
        const qint64 seq = reply.body["seq"_L1].toInteger();
        m_caughtUp = !reply.error && seq >= m_head;
        if (!m_caughtUp)
            return QTimer::singleShot(kAskAgainMs, this, [this] {
                if (!m_caughtUp)
                    askHowFar();
            });
        m_seq = std::max(m_seq, seq);
        m_history.writeFor(m_setup.name, Record::Kind::CaughtUp, 0, {{u"seq"_s, seq}});
    });
}

void RawClient::receive(const QString &text)
{
    m_heardAt = monotonicUs();
    const Result<ServerFrame> frame = parseServerFrame(text.toUtf8());
    if (!frame)
        return lost();
    if (!frame->id)
        return applyEvent(*frame);
    if (const Answer answer = m_calls.take(*frame->id))
        answer(*frame);
}

void RawClient::applyEvent(const ServerFrame &event)
{
    if (event.seq == 0)
        return; // Volatile (presence, typing): in no log, so nothing is promised of it.
    m_history.writeFor(
        m_setup.name, Record::Kind::Event, 0,
        {{u"seq"_s, event.seq}, {u"topic"_s, event.topic}, {u"type"_s, event.type}, {u"data"_s, event.body}});
    m_seq = std::max(m_seq, event.seq);
    m_world.apply(event);
    if (event.type == "people.userRegistered"_L1)
        m_names.insert(UserId{event.body["id"_L1].toInteger()}, event.body["name"_L1].toString());
    if (event.type != "chat.membershipAdded"_L1)
        return;
    const RoomId room{event.body["roomId"_L1].toInteger()};
    m_toFetch.insert(room);
    fetchRoom(room);
}

void RawClient::call(const QByteArray &method, const QJsonObject &params, Answer answer)
{
    if (!m_socket)
        return;
    const qint64 id = ++m_lastCall;
    m_calls.insert(id, std::move(answer));
    m_socket->sendTextMessage(
        QString::fromUtf8(requestFrame(id, method.constData(), QJsonDocument(params).toJson(QJsonDocument::Compact))));
}

// A connection that swallows everything looks like one on which nothing happens.
void RawClient::watch()
{
    if (m_socket && (!m_calls.isEmpty() || !m_started) && monotonicUs() - m_heardAt > kSilenceUs)
        lost();
}

// The lists, one after the other, and then what is inside the rooms.
void RawClient::listAll(qsizetype from)
{
    static const QList<QByteArray> kLists = {"people.listUsers",     "chat.listRooms", "chat.listMemberships",
                                             "catalog.listProducts", "friends.list",   "notify.list"};
    if (from < kLists.size()) {
        ++m_lists;
        page(
            kLists[from], {{u"limit"_s, 200}},
            [this, method = kLists[from]](const QJsonObject &item) { take(method, item); },
            [this, from] {
                --m_lists;
                listAll(from + 1);
            });
        return;
    }
    m_listed = true;
    for (const RoomId room : m_world.joinedRooms()) {
        m_toFetch.insert(room);
        fetchRoom(room);
    }
}

void RawClient::take(const QByteArray &method, const QJsonObject &item)
{
    if (method == "people.listUsers")
        m_names.insert(UserId{item["id"_L1].toInteger()}, item["name"_L1].toString());
    else if (method == "chat.listRooms")
        m_world.merge(fromJson<Room>(item, Check::Shape).value_or(Room{}));
    else if (method == "chat.listMemberships")
        m_world.merge(fromJson<Membership>(item, Check::Shape).value_or(Membership{}));
    else if (method == "friends.list")
        m_world.merge(fromJson<Friendship>(item, Check::Shape).value_or(Friendship{}));
    else if (method == "notify.list")
        m_world.merge(fromJson<Notification>(item, Check::Shape).value_or(Notification{}));
    else
        m_world.merge(fromJson<Product>(item, Check::Shape).value_or(Product{}));
}

void RawClient::fetchRoom(RoomId room)
{
    const QJsonObject params{{u"roomId"_s, room.value}, {u"limit"_s, 200}};
    page(
        "chat.listMembers", params,
        [this](const QJsonObject &item) { m_world.merge(fromJson<Member>(item, Check::Shape).value_or(Member{})); },
        [this, room, params] {
            page(
                "chat.listMessages", params,
                [this](const QJsonObject &item) {
                    m_world.merge(fromJson<Message>(item, Check::Shape).value_or(Message{}));
                },
                [this, room] { m_toFetch.remove(room); });
        });
}

void RawClient::page(const QByteArray &method, const QJsonObject &params, std::function<void(const QJsonObject &)> each,
                     std::function<void()> done)
{
    call(method, params, [=, this](const ServerFrame &reply) {
        // A room that cannot be read any more is as good as read; other refusals pass.
        if (reply.error && isPassing(reply.error->code)) {
            QTimer::singleShot(100, this, [=, this, connection = m_connection] {
                if (connection == m_connection)
                    page(method, params, each, done);
            });
            return;
        }
        for (const auto &item : reply.body["items"_L1].toArray())
            each(item.toObject());
        const QString next = reply.body["nextCursor"_L1].toString();
        if (next.isEmpty())
            return done();
        QJsonObject following = params;
        following.insert(method == "chat.listMessages" ? u"before"_s : u"after"_s, next);
        page(method, following, each, done);
    });
}

void RawClient::transmit(Operation &operation)
{
    if (!m_started || operation.sent)
        return;
    operation.sent = true;
    operation.waiting = false;
    call(operation.method, operation.params,
         [this, number = operation.number](const ServerFrame &reply) { answered(number, reply); });
}

void RawClient::answered(qint64 number, const ServerFrame &reply)
{
    const auto found = std::find_if(m_operations.begin(), m_operations.end(),
                                    [&](const Operation &operation) { return operation.number == number; });
    if (found == m_operations.end())
        return;
    if (reply.error && isPassing(reply.error->code)) {
        found->waiting = true;
        found->sent = false;
        QTimer::singleShot(100, this, [this] {
            for (Operation &operation : m_operations) {
                if (operation.waiting)
                    transmit(operation);
            }
        });
        return;
    }
    if (reply.error)
        m_history.writeFor(m_setup.name, Record::Kind::Fail, number,
                           {{u"code"_s, QString(wireName(reply.error->code))}});
    else
        m_history.writeFor(m_setup.name, Record::Kind::Ok, number, {{u"reply"_s, reply.body}});
    m_operations.erase(found);
}

} // namespace rialto::chaos
