#pragma once

#include "features/auth/model/SignIn.h"
#include "features/catalog/model/ProductModel.h"
#include "features/chat/model/MessageModel.h"
#include "features/chat/model/RoomListModel.h"
#include "session/Session.h"
#include "support/RealServer.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace rialto {

/// A person at a client without windows, registered at a real server. A certificate that nobody knows is trusted.
class LiveClient
{
public:
    LiveClient(const RealServer &server, const QString &name) : m_profile(m_folder.path()), m_signIn(m_profile, m_clock)
    {
        QSignalSpy done(&m_signIn, &SignIn::succeeded);
        QObject::connect(&m_signIn, &SignIn::fingerprintUnknown, &m_signIn, &SignIn::trustFingerprint,
                         Qt::QueuedConnection);
        Register details;
        details.name = name;
        details.password = QStringLiteral("correct horse battery");
        m_signIn.registerAccount(server.address(), details);
        if (done.wait(20'000))
            open();
    }
    /// Another device of a person who is registered already.
    static std::unique_ptr<LiveClient> secondDevice(const RealServer &server, const QString &name,
                                                    const QString &password = QStringLiteral("correct horse battery"))
    {
        std::unique_ptr<LiveClient> client(new LiveClient);
        QSignalSpy done(&client->m_signIn, &SignIn::succeeded);
        client->m_signIn.logIn(server.address(), name, password);
        if (done.wait(20'000))
            client->open();
        return client;
    }

    /// Starts the client, as after a restart of the program.
    void open()
    {
        m_session = std::make_unique<Session>(m_profile, *m_profile.account(), m_clock);
        m_session->start();
    }
    void close() { m_session.reset(); }

    Session &operator*() { return *m_session; }
    Session *operator->() { return m_session.get(); }
    explicit operator bool() const { return m_session != nullptr; }
    Profile &profile() { return m_profile; }
    /// Connected, nothing missed, nothing unsent.
    bool isSettled() const { return m_session->linkState() == LinkState::Online && m_session->unsentCount() == 0; }

private:
    LiveClient() : m_profile(m_folder.path()), m_signIn(m_profile, m_clock) {}

    QTemporaryDir m_folder;
    SystemClock m_clock;
    Profile m_profile;
    SignIn m_signIn;
    std::unique_ptr<Session> m_session;
};

inline RoomId makeRoom(LiveClient &client, const QString &name)
{
    Result<Room> made = fail(ErrorCode::Unavailable, QStringLiteral("no answer"));
    bool answered = false;
    client->rooms().createRoom(name, {}, Visibility::Public, [&](const Result<Room> &room) {
        made = room;
        answered = true;
    });
    return QTest::qWaitFor([&] { return answered; }) && made ? made->id : RoomId{};
}

inline bool joinRoom(LiveClient &client, RoomId room)
{
    bool joined = false;
    client->rooms().joinRoom(room, [&](const Result<> &result) { joined = result.has_value(); });
    return QTest::qWaitFor([&] { return joined; });
}

/// All of a room's history, as one who scrolls up to its beginning sees it.
inline QStringList history(MessageModel &timeline)
{
    while (timeline.canLoadOlder()) {
        timeline.loadOlder();
        if (!QTest::qWaitFor([&] { return !timeline.isLoading(); }))
            return {};
    }
    QStringList lines;
    for (int row = 0; row < timeline.rowCount(); ++row) {
        const Message &message = timeline.row(row).message;
        lines.append(QStringLiteral("%1 %2 %3").arg(message.id.value).arg(message.version).arg(message.text));
    }
    return lines;
}

inline QStringList catalogue(const ProductModel &products)
{
    QStringList lines;
    for (int row = 0; row < products.rowCount(); ++row) {
        const Product &product = products.row(row).product;
        lines.append(QStringLiteral("%1 %2 %3 %4")
                         .arg(product.sku, product.name)
                         .arg(product.version)
                         .arg(product.quantity.thousandths));
    }
    lines.sort();
    return lines;
}

inline Product productOf(const QString &sku)
{
    Product product;
    product.sku = sku;
    product.name = QStringLiteral("Product ") + sku;
    product.price = 100;
    product.currency = QStringLiteral("EUR");
    product.unit = QStringLiteral("pcs");
    return product;
}

} // namespace rialto
