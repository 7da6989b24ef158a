#pragma once

#include <QPointer>

#include "features/people/PeopleContext.h"
#include "net/LinkStatus.h"
#include "session/Session.h"
#include "ui/Places.h"

namespace rialto {

class AccountFrame;
class ActivityWatch;
class Language;
class Theme;
class UiSettings;

/// What all accounts of a program share. Outlives them.
struct AccountSurroundings
{
    Theme &theme;
    Language &language;
    UiSettings &settings;
    Profile &profile;
    const Clock &clock;
    const ActivityWatch &activity;
};

/// One signed-in account and what the window shows of it; connected from the start, shown or not. Lives on: GUI
/// thread.
class AccountView final : public QObject
{
    Q_OBJECT
public:
    AccountView(const AccountSurroundings &surroundings, const StoredAccount &account, QObject *parent = nullptr);
    ~AccountView() override;

    Session &session() { return *m_session; }
    /// What the windows about people need of it.
    PeopleContext people();
    /// Owned by this object, wherever it is shown.
    AccountFrame &frame() { return *m_frame; }
    const QString &key() const { return m_key; }
    QString personName() const;
    int unreadCount() const;
    /// Others are signed in, too: what happens here is told with the name of the server.
    void setOneOfMany(bool many) { m_isOneOfMany = many; }
    void showProfile();

Q_SIGNALS:
    /// The name, the number of what is unread or the connection changed.
    void changed();
    /// The window is wanted, with this account; `pageId` may be empty.
    void wanted(const QString &pageId);
    /// Words for a toast.
    void said(const QString &text, const QString &icon);
    void accountsWanted();
    void anotherAccountWanted();
    void signOutWanted();
    /// See Session::signedOut. To be connected queued: the session is in the middle of telling.
    void ended(const rialto::Error &reason);

private:
    void addPages();
    void mirrorLink();
    void warnOfCertificate(const QString &known, const QString &presented);

    const AccountSurroundings m_shared;
    const QString m_key;
    Places m_places;
    LinkStatus m_link;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<AvatarPictures> m_avatars;
    QPointer<AccountFrame> m_frame;
    bool m_isOneOfMany = false;
    bool m_isSignedOut = false; ///< By the person, who wants nothing of it to stay.
};

} // namespace rialto
