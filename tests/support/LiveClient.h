#pragma once

#include "features/auth/model/SignIn.h"
#include "session/Session.h"
#include "support/RealServer.h"

#include <QSignalSpy>
#include <QTemporaryDir>

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
    QTemporaryDir m_folder;
    SystemClock m_clock;
    Profile m_profile;
    SignIn m_signIn;
    std::unique_ptr<Session> m_session;
};

} // namespace rialto
