#pragma once

#include "protocol/Auth.h"
#include "protocol/People.h"

#include <QObject>
#include <functional>
#include <memory>
#include <optional>

namespace rialto {

class ApiClient;
class AvatarUpload;
class Clock;
class EventBus;
class FileLink;
class LinkStatus;
class Socket;
class TokenKeeper;

/// One's own account: what only oneself sees of it, the devices that are signed in, and the password. Everything goes
/// to the server at once and needs a connection; offline the calls answer Unavailable. `done` is called once, unless
/// the book is gone by then. Lives on: the GUI thread.
class AccountBook : public QObject
{
    Q_OBJECT

public:
    template <typename T = void> using Done = std::function<void(Result<T>)>;

    struct Parts
    {
        EventBus &bus;
        ApiClient &api;
        LinkStatus &link;
        TokenKeeper &tokens;
        Socket &socket;
        FileLink &files;
        const Clock &clock;
    };

    explicit AccountBook(const Parts &parts, QObject *parent = nullptr);

    /// Empty until it was fetched once.
    const std::optional<Account> &account() const { return m_account; }
    void change(const ChangeMe &change, Done<> done);
    /// For a picture that a change is to name then.
    std::unique_ptr<AvatarUpload> newUpload();
    /// All other devices are signed out; this one goes on with the new tokens.
    void changePassword(const QString &current, const QString &wanted, Done<> done);
    void listDevices(Done<QList<DeviceSession>> done);
    void endDevice(SessionId id, Done<> done);

Q_SIGNALS:
    void changed();

private:
    void linkChanged();
    void apply(const Account &account);

    Parts m_parts;
    std::optional<Account> m_account;
};

} // namespace rialto
