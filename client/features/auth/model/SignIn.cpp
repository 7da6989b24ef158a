#include "features/auth/model/SignIn.h"

#include "net/RestClient.h"
#include "net/TlsPin.h"

#include <QSysInfo>

using namespace Qt::StringLiterals;

namespace rialto {
namespace {

QString deviceName()
{
    return u"Rialto, %1, %2"_s.arg(QSysInfo::machineHostName(), QSysInfo::prettyProductName()).left(128);
}

} // namespace

SignIn::SignIn(Profile &profile, const Clock &clock, QObject *parent)
    : QObject(parent), m_profile(profile), m_clock(clock)
{
}

SignIn::~SignIn() = default;

bool SignIn::isBusy() const
{
    return m_busy;
}

void SignIn::logIn(const QString &server, const QString &name, const QString &password)
{
    m_login = {name.trimmed(), password, deviceName()};
    begin(Kind::LogIn, server);
}

void SignIn::registerAccount(const QString &server, const Register &details)
{
    m_register = details;
    if (m_register.device.isEmpty())
        m_register.device = deviceName();
    begin(Kind::Register, server);
}

void SignIn::begin(Kind kind, const QString &server)
{
    cancel();
    const Result<ServerAddress> address = ServerAddress::parse(server);
    if (!address) {
        Q_EMIT failed(address.error());
        return;
    }
    m_kind = kind;
    m_server = *address;
    attempt();
}

void SignIn::attempt()
{
    dropAttempt();
    m_rest = std::make_unique<RestClient>(m_server, m_profile);
    connect(m_rest.get(), &RestClient::certificateRefused, this,
            [this](const QSslCertificate &certificate) { m_presented = certificate; });
    setBusy(true);
    const auto done = [this, attempt = m_attempt](const Result<SignedIn> &reply) {
        if (attempt == m_attempt)
            finish(reply);
    };
    // What breaks a rule is said at once, in the same words in which the server would.
    const auto checked = [this, done](const auto &request) {
        using Request = std::decay_t<decltype(request)>;
        const Result<Request> valid = fromJson<Request>(*parseObject(toJson(request)), Check::Rules);
        if (valid)
            m_rest->post(*valid, this, done);
        else
            finish(tl::unexpected(valid.error()));
    };
    if (m_kind == Kind::LogIn)
        checked(m_login);
    else
        checked(m_register);
}

void SignIn::finish(const Result<SignedIn> &reply)
{
    setBusy(false);
    if (!reply) {
        if (!m_presented.isNull())
            presentCertificate();
        else
            Q_EMIT failed(reply.error());
        return;
    }
    const StoredAccount account{m_server, reply->user, reply->accessToken, reply->refreshToken,
                                m_clock.nowMs() + qint64{reply->expiresIn} * 1000};
    if (const Result<> saved = m_profile.save(account); !saved)
        Q_EMIT failed(saved.error());
    else
        Q_EMIT succeeded(account);
}

void SignIn::presentCertificate()
{
    const QSslCertificate known = m_profile.pinnedCertificate(m_server);
    const QString fingerprint = TlsPin::fingerprint(m_presented);
    if (known.isNull())
        Q_EMIT fingerprintUnknown(fingerprint);
    else
        Q_EMIT fingerprintChanged(TlsPin::fingerprint(known), fingerprint);
}

void SignIn::trustFingerprint()
{
    if (m_presented.isNull())
        return;
    if (const Result<> pinned = m_profile.pin(m_server, m_presented); !pinned)
        Q_EMIT failed(pinned.error());
    else
        attempt();
}

void SignIn::cancel()
{
    dropAttempt();
    setBusy(false);
}

// This may run inside a signal of the client that is let go.
void SignIn::dropAttempt()
{
    ++m_attempt;
    m_presented.clear();
    if (m_rest)
        m_rest.release()->deleteLater();
}

void SignIn::setBusy(bool busy)
{
    if (m_busy == busy)
        return;
    m_busy = busy;
    Q_EMIT busyChanged();
}

} // namespace rialto
