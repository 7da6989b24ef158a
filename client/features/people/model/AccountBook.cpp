#include "features/people/model/AccountBook.h"

#include "features/people/model/AvatarUpload.h"
#include "net/ApiClient.h"
#include "net/EventBus.h"
#include "net/LinkStatus.h"
#include "net/Socket.h"
#include "net/TokenKeeper.h"

namespace rialto {
namespace {

constexpr int kDevices = 200;

} // namespace

AccountBook::AccountBook(const Parts &parts, QObject *parent) : QObject(parent), m_parts(parts)
{
    m_parts.bus.on<AccountChanged>([this](const Account &account) { apply(account); });
    connect(&m_parts.link, &LinkStatus::onlineChanged, this, &AccountBook::linkChanged);
}

// At each connection: what changed meanwhile may have been told in a snapshot, which has no accounts.
void AccountBook::linkChanged()
{
    if (!m_parts.link.isOnline())
        return;
    m_parts.api.call(GetMe{}, this, [this](const Result<Account> &account) {
        if (account)
            apply(*account);
    });
}

void AccountBook::apply(const Account &account)
{
    if (m_account && account.version < m_account->version)
        return;
    m_account = account;
    Q_EMIT changed();
}

void AccountBook::change(const ChangeMe &change, Done<> done)
{
    m_parts.api.call(change, this, [this, done = std::move(done)](const Result<Account> &account) {
        if (account)
            apply(*account);
        done(account ? Result<>() : Result<>(tl::unexpected(account.error())));
    });
}

std::unique_ptr<AvatarUpload> AccountBook::newUpload()
{
    return std::make_unique<AvatarUpload>(m_parts.api, m_parts.files, m_parts.clock);
}

// The server ends this session, too, right behind the reply: the connection is left for a new one before it says so.
void AccountBook::changePassword(const QString &current, const QString &wanted, Done<> done)
{
    m_parts.api.call(ChangePassword{current, wanted}, this,
                     [this, done = std::move(done)](const Result<SignedIn> &signedIn) {
                         if (signedIn) {
                             m_parts.tokens.adopt(*signedIn);
                             m_parts.socket.reconnectNow();
                         }
                         done(signedIn ? Result<>() : Result<>(tl::unexpected(signedIn.error())));
                     });
}

void AccountBook::listDevices(Done<QList<DeviceSession>> done)
{
    m_parts.api.call(ListSessions{kDevices, {}}, this,
                     [done = std::move(done)](const Result<Page<DeviceSession>> &page) {
                         done(page ? Result<QList<DeviceSession>>(page->items) : tl::unexpected(page.error()));
                     });
}

void AccountBook::endDevice(SessionId id, Done<> done)
{
    m_parts.api.call(RevokeSession{id}, this, [done = std::move(done)](const Result<Nothing> &nothing) {
        done(nothing ? Result<>() : Result<>(tl::unexpected(nothing.error())));
    });
}

} // namespace rialto
