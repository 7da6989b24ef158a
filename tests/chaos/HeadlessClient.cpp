#include "chaos/HeadlessClient.h"

#include "cache/Cache.h"
#include "features/catalog/model/ProductModel.h"
#include "features/chat/model/MessageModel.h"
#include "features/chat/model/RoomListModel.h"

#include <QCoreApplication>
#include <QTextStream>

using namespace Qt::StringLiterals;

namespace rialto::chaos {
namespace {

constexpr int kWorkMs = 30;
constexpr int kProducts = 40;
const QString kPassword = u"correct horse battery"_s;

void say(const QString &line)
{
    QTextStream(stdout) << line << Qt::endl;
}

} // namespace

HeadlessClient::HeadlessClient(const Setup &setup)
    : m_setup(setup),
      m_history(setup.history, setup.name),
      m_profile(setup.folder),
      m_signIn(m_profile, m_clock),
      m_random(setup.seed)
{
    connect(&m_signIn, &SignIn::succeeded, this, &HeadlessClient::open);
    connect(&m_signIn, &SignIn::failed, this, [this](const Error &error) {
        m_registered = m_registered || error.code == ErrorCode::Conflict;
        QTimer::singleShot(200, this, &HeadlessClient::signIn);
    });
    connect(&m_work, &QTimer::timeout, this, &HeadlessClient::work);
    connect(&m_settle, &QTimer::timeout, this, &HeadlessClient::settle);
    readHistoryBack();
}

// A client that was killed goes on counting where it was, so that every message keeps words of its own.
void HeadlessClient::readHistoryBack()
{
    for (const Record &record : readHistory(m_setup.history)) {
        if (record.client != m_setup.name)
            continue;
        m_lastOperation = std::max(m_lastOperation, record.op);
        if (record.kind == Record::Kind::Kept && record.data.contains("clientId"_L1))
            m_creations.insert(record.data["clientId"_L1].toString(), record.op);
    }
}

void HeadlessClient::begin()
{
    if (m_profile.account())
        open();
    else
        signIn();
}

void HeadlessClient::signIn()
{
    if (m_registered) {
        m_signIn.logIn(m_setup.server, m_setup.name, kPassword);
        return;
    }
    Register details;
    details.name = m_setup.name;
    details.password = kPassword;
    m_signIn.registerAccount(m_setup.server, details);
}

void HeadlessClient::open()
{
    m_registered = true;
    m_session = std::make_unique<Session>(m_profile, *m_profile.account(), m_clock);
    connect(m_session.get(), &Session::linkChanged, this, &HeadlessClient::tellState);
    // The server's clock may have jumped over the grace that a lost refresh has: a person would sign in again.
    connect(
        m_session.get(), &Session::signedOut, this,
        [this] {
            m_session.reset();
            signIn();
        },
        Qt::QueuedConnection);
    if (!m_session->cacheProblem().isEmpty())
        tellProblem(m_session->cacheProblem());
    m_session->start();
    tellState();
}

void HeadlessClient::tellState()
{
    if (!m_session)
        return;
    joinRoom();
    const bool ready = m_session->linkState() == LinkState::Online && m_session->rooms().isJoined(m_room);
    say(u"link %1 %2"_s.arg(ready ? u"online"_s : u"offline"_s).arg(m_session->unsentCount()));
}

void HeadlessClient::tellProblem(const QString &problem)
{
    say(u"problem "_s + problem);
}

void HeadlessClient::joinRoom()
{
    RoomListModel &rooms = m_session->rooms();
    if (!m_room.isValid() || m_joining || m_session->linkState() != LinkState::Online || rooms.isJoined(m_room) ||
        rooms.rowOf(m_room) < 0)
        return;
    m_joining = true;
    rooms.joinRoom(m_room, [this](const Result<> &) {
        m_joining = false;
        tellState();
    });
}

void HeadlessClient::obey(const QString &line)
{
    const QString word = line.section(u' ', 0, 0);
    const qint64 number = line.section(u' ', 1, 1).toLongLong();
    if (word == "room"_L1)
        m_room = RoomId{number};
    else if (word == "work"_L1)
        m_work.start(kWorkMs);
    else if (word == "pause"_L1)
        m_work.stop();
    else if (word == "settle"_L1)
        m_settle.start(kWorkMs);
    else if (word == "show"_L1)
        show();
    else if (word == "burst"_L1)
        for (qint64 i = 0; i < number; ++i)
            send();
    if (word == "burst"_L1)
        say(u"burst done"_s);
    if (word == "room"_L1 && m_session)
        tellState();
}

qint64 HeadlessClient::invoke(const QString &method, const QJsonObject &params)
{
    m_history.write(Record::Kind::Invoke, ++m_lastOperation,
                    {{u"method"_s, method}, {u"params"_s, params}, {u"ordered"_s, true}});
    return m_lastOperation;
}

void HeadlessClient::work()
{
    if (!m_session)
        return;
    if (!m_session->rooms().isJoined(m_room))
        return tellState();
    const int what = chance(28);
    if (what >= 20)
        beSocial();
    else if (what < 10)
        send();
    else if (what < 15)
        changeMessage();
    else if (what < 18)
        changeProduct();
    else
        m_session->openRoom(m_room)->markRead();
}

void HeadlessClient::send()
{
    MessageModel *const timeline = m_session ? m_session->openRoom(m_room) : nullptr;
    if (!timeline)
        return;
    const QString text = u"%1/%2 добрий день"_s.arg(m_setup.name).arg(m_lastOperation + 1);
    const qint64 number = invoke(u"chat.send"_s, {{u"roomId"_s, m_room.value}, {u"text"_s, text}});
    if (const Result<QString> kept = timeline->send(text)) {
        m_creations.insert(*kept, number);
        m_history.write(Record::Kind::Kept, number, {{u"clientId"_s, *kept}});
    }
}

// Edits or deletes one of the newest messages of one's own, sent or not.
void HeadlessClient::changeMessage()
{
    MessageModel &timeline = *m_session->openRoom(m_room);
    for (int row = timeline.rowCount() - 1 - chance(8); row >= 0; --row) {
        const TimelineRow &found = timeline.row(row);
        const QString clientId = found.message.clientId;
        // Of what was sent just before the last death nobody knows whether it counts.
        if (!found.own || found.message.deletedAt || found.state == DeliveryState::Failed ||
            !m_creations.contains(clientId))
            continue;
        if (chance(4) == 0) {
            const qint64 number = invoke(u"chat.delete"_s, {{u"target"_s, clientId}});
            timeline.remove(row);
            m_history.write(Record::Kind::Kept, number);
            return;
        }
        const QString text =
            u"%1/%2 edited %3"_s.arg(m_setup.name).arg(m_creations.value(clientId)).arg(m_lastOperation + 1);
        const qint64 number = invoke(u"chat.edit"_s, {{u"target"_s, clientId}, {u"text"_s, text}});
        if (timeline.edit(row, text))
            m_history.write(Record::Kind::Kept, number);
        return;
    }
}

void HeadlessClient::changeProduct()
{
    ProductModel &products = m_session->products();
    if (products.rowCount() < 3 || (chance(6) == 0 && products.rowCount() < kProducts)) {
        Product product;
        product.sku = u"%1/%2"_s.arg(m_setup.name).arg(m_lastOperation + 1);
        product.name = u"Product"_s;
        product.price = 100;
        product.currency = u"EUR"_s;
        product.unit = u"pcs"_s;
        const qint64 number = invoke(u"catalog.createProduct"_s, {{u"sku"_s, product.sku}});
        if (const Result<QString> kept = products.createProduct(product)) {
            m_creations.insert(*kept, number);
            m_history.write(Record::Kind::Kept, number, {{u"clientId"_s, *kept}});
        }
        return;
    }
    const ProductRow row = products.row(chance(products.rowCount()));
    Product edited = row.product;
    edited.description = u"%1 %2"_s.arg(m_setup.name).arg(chance(1000));
    if (row.localId.isEmpty())
        (void)products.changeProduct(edited, edited.version);
    else
        (void)products.changeUnsent(row.localId, edited);
}

// Products that others changed first are refused, as they should be, and what a person lost the right to say; that is
// told and let go.
void HeadlessClient::discardRefused()
{
    const auto tell = [this](const QString &clientId, const QString &reason) {
        if (const qint64 number = m_creations.take(clientId); number > 0)
            m_history.write(Record::Kind::Fail, number, {{u"code"_s, reason}});
    };
    ProductModel &products = m_session->products();
    for (int row = products.rowCount() - 1; row >= 0; --row) {
        if (products.row(row).state != DeliveryState::Failed)
            continue;
        tell(products.row(row).localId, products.row(row).error.message);
        products.discard(row);
    }
    MessageModel *const timeline = m_session->openRoom(m_room);
    for (int row = timeline ? timeline->rowCount() - 1 : -1; row >= 0; --row) {
        const TimelineRow found = timeline->row(row);
        if (found.state != DeliveryState::Failed)
            continue;
        if (!found.message.id.isValid())
            tell(found.message.clientId, found.error.message);
        timeline->discard(row);
    }
}

void HeadlessClient::settle()
{
    if (m_session && m_session->linkState() == LinkState::Online)
        discardRefused();
}

void HeadlessClient::show()
{
    if (!m_session)
        return;
    const World world = shown();
    m_history.write(Record::Kind::Final, 0, {{u"sections"_s, world.sections()}});
    world.save(m_setup.history + u".state"_s);
    say(u"state "_s + world.digest());
}

// All messages as one who scrolls up sees them; the rest as the cache holds it, from which every start shows it.
World HeadlessClient::shown()
{
    const UserId me = m_session->me().id;
    World world(me);
    RoomListModel &rooms = m_session->rooms();
    for (int row = 0; row < rooms.rowCount(); ++row) {
        if (const std::optional<Room> room = rooms.find(rooms.idAt(row)))
            world.merge(*room);
        for (const Member &member : rooms.members(rooms.idAt(row)))
            world.merge(member);
    }
    ProductModel &products = m_session->products();
    for (int row = 0; row < products.rowCount(); ++row)
        world.merge(products.row(row).product);
    const QString file = m_profile.cacheFile(*m_profile.account());
    Cache cache(file);
    for (const Membership &membership : cache.entities().list<Membership>(u"membership"_s))
        world.merge(membership);
    showSocial(world, cache);
    for (const RoomId room : world.joinedRooms())
        showMessages(world, room);
    return world;
}

void HeadlessClient::showMessages(World &world, RoomId room)
{
    MessageModel *const timeline = m_session->openRoom(room);
    if (!timeline)
        return;
    const auto take = [&] {
        for (int row = 0; row < timeline->rowCount(); ++row)
            world.merge(timeline->row(row).message);
    };
    timeline->jumpToNewest(); // Where the last showing went up, the newest rows have left the model.
    take();
    while (timeline->canLoadOlder()) {
        timeline->loadOlder();
        while (timeline->isLoading())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        for (int row = 0; row < std::min(timeline->rowCount(), 2 * MessageModel::kPageRows); ++row)
            world.merge(timeline->row(row).message);
    }
}

} // namespace rialto::chaos
