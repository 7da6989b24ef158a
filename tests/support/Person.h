#pragma once

#include "features/auth/model/SignIn.h"
#include "features/chat/model/MessageModel.h"
#include "session/Session.h"
#include "support/FakeServer.h"

#include <QSignalSpy>
#include <QTemporaryDir>

namespace rialto {

/// A person at a client of their own: signed in at a pretended server, without windows.
class Person
{
public:
    Person(const FakeServer &server, const QString &name) : m_profile(m_folder.path()), m_signIn(m_profile, m_clock)
    {
        QSignalSpy done(&m_signIn, &SignIn::succeeded);
        m_signIn.logIn(server.address(), name, QStringLiteral("correct horse"));
        if (done.wait())
            open();
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
    Profile &profile() { return m_profile; }
    QString cacheFile() { return m_profile.cacheFile(*m_profile.account()); }

private:
    QTemporaryDir m_folder;
    SystemClock m_clock;
    Profile m_profile;
    SignIn m_signIn;
    std::unique_ptr<Session> m_session;
};

inline QStringList texts(const MessageModel &model)
{
    QStringList all;
    for (int row = 0; row < model.rowCount(); ++row)
        all.append(model.row(row).message.text);
    return all;
}

inline DeliveryState lastState(const MessageModel &model)
{
    return model.row(model.rowCount() - 1).state;
}

inline Product widget(const QString &sku)
{
    Product product;
    product.sku = sku;
    product.name = QStringLiteral("Widget ") + sku;
    product.price = 1250;
    product.currency = QStringLiteral("EUR");
    product.unit = QStringLiteral("pcs");
    return product;
}

} // namespace rialto

#define VERIFY_ONLINE(person) QTRY_COMPARE_WITH_TIMEOUT((person)->linkState(), LinkState::Online, 10'000)
