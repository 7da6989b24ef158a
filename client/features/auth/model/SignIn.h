#pragma once

#include "base/Clock.h"
#include "net/Profile.h"
#include "protocol/Auth.h"

#include <QObject>
#include <memory>

namespace rialto {

class RestClient;

/// Signs somebody in or registers an account; what the sign-in page drives. One attempt at a time: a new one ends the
/// one before. Ends with exactly one of succeeded, failed, fingerprintUnknown and fingerprintChanged.
/// Lives on: the GUI thread.
class SignIn : public QObject
{
    Q_OBJECT

public:
    /// `profile` and `clock` must outlive this object.
    SignIn(Profile &profile, const Clock &clock, QObject *parent = nullptr);
    ~SignIn() override;

    /// `server` is what the person typed, see ServerAddress.
    void logIn(const QString &server, const QString &name, const QString &password);
    /// `details.device` is filled in when empty.
    void registerAccount(const QString &server, const Register &details);
    /// After fingerprintUnknown or fingerprintChanged: trusts that certificate from now on and repeats the attempt.
    void trustFingerprint();
    void cancel();
    bool isBusy() const;

Q_SIGNALS:
    /// The account was stored in the profile and is ready for a Session.
    void succeeded(const rialto::StoredAccount &account);
    /// `error.field` is "server", "name", "password", ... when a field is to blame, else empty.
    void failed(const rialto::Error &error);
    /// A self-made certificate that nobody has trusted yet. SHA-256 in hexadecimal, pairs separated by colons.
    void fingerprintUnknown(const QString &fingerprint);
    /// The server shows another certificate than the one trusted before: it was reinstalled, or it is somebody else.
    void fingerprintChanged(const QString &known, const QString &presented);
    void busyChanged();

private:
    enum class Kind { None, LogIn, Register };

    void begin(Kind kind, const QString &server);
    void attempt();
    void dropAttempt();
    void finish(const Result<SignedIn> &reply);
    void presentCertificate();
    void setBusy(bool busy);

    Profile &m_profile;
    const Clock &m_clock;
    std::unique_ptr<RestClient> m_rest;
    Kind m_kind = Kind::None;
    ServerAddress m_server;
    Login m_login;
    Register m_register;
    QSslCertificate m_presented;
    int m_attempt = 0; ///< Counts attempts, so that a late answer to an old one is known.
    bool m_busy = false;
};

} // namespace rialto
