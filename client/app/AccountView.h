#pragma once

#include <QPointer>
#include <QTimer>

#include "features/people/PeopleContext.h"
#include "net/LinkStatus.h"
#include "session/Session.h"
#include "ui/Places.h"
#include "ui/ToastActions.h"

namespace rialto {

class AccountFrame;
class ActivityWatch;
class Language;
class Spelling;
class Theme;
class UiSettings;

/// What all accounts of a program share. Outlives them.
struct AccountSurroundings
{
    Theme &theme;
    Language &language;
    UiSettings &settings;
    Spelling &spelling;
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
    const Session &session() const { return *m_session; }
    /// What the windows about people need of it.
    PeopleContext people();
    /// Owned by this object, wherever it is shown.
    AccountFrame &frame() { return *m_frame; }
    const QString &key() const { return m_key; }
    QString personName() const;
    int unreadCount() const;
    /// What tells this account from the others that are signed in, in front of what happens here: the server, with the
    /// person where two are of the same one; empty for the only account.
    const QString &label() const { return m_label; }
    void setLabel(const QString &label) { m_label = label; }
    /// None until that is known.
    std::optional<bool> doNotDisturb() const;
    void setDoNotDisturb(bool on);
    void showProfile();
    /// How others come to this account's server.
    void showInvitation();
    /// Opens what a rialto:// link of this server leads to; once connected, where nothing is known of it yet.
    void openLink(const QUrl &link);

Q_SIGNALS:
    /// The name, the number of what is unread or the connection changed.
    void changed();
    /// The window is wanted, with this account; `pageId` may be empty.
    void wanted(const QString &pageId);
    /// Words for a toast.
    void said(const QString &text, const QString &icon, const rialto::ToastActions &actions = {});
    /// A link to something on another server was followed.
    void linkFollowed(const QUrl &link);
    void accountsWanted();
    void anotherAccountWanted();
    void signOutWanted();
    /// See Session::signedOut. To be connected queued: the session is in the middle of telling.
    void ended(const rialto::Error &reason);

private:
    void addPages();
    void linkMoved();
    void mirrorLink();
    void warnOfCertificate(const QString &known, const QString &presented);

    const AccountSurroundings m_shared;
    const QString m_key;
    Places m_places;
    LinkStatus m_link;
    QString m_warnedOf; ///< The fingerprint that one was warned of last; each attempt to connect meets it again.
    QTimer m_attempt;
    QUrl m_wantedLink; ///< To be opened when the connection is there.
    std::unique_ptr<Session> m_session;
    std::unique_ptr<AvatarPictures> m_avatars;
    QPointer<AccountFrame> m_frame;
    QString m_label;
    bool m_isSignedOut = false; ///< By the person, who wants nothing of it to stay.
};

} // namespace rialto
