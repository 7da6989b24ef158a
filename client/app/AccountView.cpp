#include "app/AccountView.h"

#include "app/AccountFrame.h"
#include "app/ActivityWatch.h"
#include "app/Features.h"
#include "app/ProfileButton.h"
#include "features/auth/InviteDialog.h"
#include "features/chat/model/RoomListModel.h"
#include "features/notify/model/NotificationModel.h"
#include "features/people/ProfileDialog.h"
#include "features/people/model/AccountBook.h"
#include "net/ErrorText.h"
#include "net/PresenceBook.h"
#include "net/TlsPin.h"
#include "ui/ConnectionBanner.h"
#include "ui/Dialog.h"
#include "ui/PresenceText.h"
#include "ui/UiSettings.h"

using namespace Qt::StringLiterals;

namespace rialto {
namespace {

/// An attempt to connect again is told of when it takes longer.
constexpr int quietAttemptMs = 400;

} // namespace

AccountView::AccountView(const AccountSurroundings &surroundings, const StoredAccount &account, QObject *parent)
    : QObject(parent),
      m_shared(surroundings),
      m_key(Profile::keyOf(account)),
      m_places(surroundings.settings.places(m_key)),
      m_session(std::make_unique<Session>(surroundings.profile, account, surroundings.clock)),
      m_avatars(std::make_unique<AvatarPictures>(m_session->directory(), m_session->files(), m_link,
                                                 m_session->fileFolder() + u"/avatars"_s)),
      m_frame(new AccountFrame(surroundings.theme, m_places))
{
    Session &session = *m_session;
    connect(&session, &Session::linkChanged, this, &AccountView::linkMoved);
    m_attempt.setSingleShot(true);
    m_attempt.setInterval(quietAttemptMs);
    connect(&m_attempt, &QTimer::timeout, this, &AccountView::mirrorLink);
    connect(&session, &Session::meChanged, this, &AccountView::mirrorLink);
    connect(&session.presence(), &PresenceBook::changed, this, &AccountView::mirrorLink);
    connect(&session, &Session::signedOut, this, [this](const Error &reason) {
        m_isSignedOut = reason.message.isEmpty();
        Q_EMIT ended(reason);
    });
    connect(&session, &Session::certificateChanged, this, &AccountView::warnOfCertificate, Qt::QueuedConnection);
    connect(&session.notifications(), &NotificationModel::unreadChanged, this, &AccountView::changed);
    connect(&session.rooms(), &RoomListModel::totalUnreadChanged, this, &AccountView::changed);
    connect(&m_shared.activity, &ActivityWatch::idleChanged, &session.presence(), &PresenceBook::setIdle);
    connect(m_frame, &AccountFrame::profileClicked, this, &AccountView::accountsWanted);
    m_frame->profileButton().avatar().setPictures(m_avatars.get());
    mirrorLink();
    addPages();
    session.start();
}

AccountView::~AccountView()
{
    // Pages refer to the session's models.
    if (m_frame)
        m_frame->clearPages();
    delete m_frame;
    if (m_isSignedOut)
        m_places.forget();
}

void AccountView::addPages()
{
    const FeatureContext context{.theme = m_shared.theme,
                                 .language = m_shared.language,
                                 .settings = m_shared.settings,
                                 .spelling = m_shared.spelling,
                                 .places = m_places,
                                 .session = *m_session,
                                 .link = m_link,
                                 .people = people(),
                                 .say = [this](const QString &text, const QString &icon) { Q_EMIT said(text, icon); },
                                 .tell = [this](const QString &text, const QString &icon,
                                                const ToastActions &actions) { Q_EMIT said(text, icon, actions); },
                                 .openElsewhere = [this](const QUrl &link) { Q_EMIT linkFollowed(link); },
                                 .showPage = [this](const QString &pageId) { Q_EMIT wanted(pageId); },
                                 .showProfile = [this] { showProfile(); },
                                 .addAccount = [this] { Q_EMIT anotherAccountWanted(); },
                                 .signOut = [this] { Q_EMIT signOutWanted(); },
                                 .accountName = [this] { return m_label; }};
    for (FramePage *page : makePages(context))
        m_frame->addPage(page);
    m_frame->restorePage();
}

void AccountView::openLink(const QUrl &link)
{
    const bool isKnown = m_session->rooms().rowCount() > 0 || m_link.isOnline();
    m_wantedLink = isKnown ? QUrl() : link;
    if (!isKnown)
        return;
    m_frame->showPage(u"chat"_s);
    m_frame->currentPage()->openLink(link);
}

PeopleContext AccountView::people()
{
    return {m_session->people(), m_session->friends(), m_session->account(), *m_avatars};
}

QString AccountView::personName() const
{
    const User me = m_session->me();
    return me.displayName.isEmpty() ? me.name : me.displayName;
}

int AccountView::unreadCount() const
{
    // Messages are counted by their rooms.
    return m_session->notifications().unreadCount(NotificationModel::Counting::BesidesMessages) +
           m_session->rooms().totalUnread();
}

std::optional<bool> AccountView::doNotDisturb() const
{
    const std::optional<Account> &account = m_session->account().account();
    return account ? std::optional(account->doNotDisturb) : std::nullopt;
}

void AccountView::setDoNotDisturb(bool on)
{
    ChangeMe change;
    change.doNotDisturb = on;
    m_session->account().change(change, [self = QPointer(this)](const Result<> &result) {
        if (self && !result)
            Q_EMIT self->said(errorText(result.error()), u"circle-alert"_s);
    });
}

void AccountView::showProfile()
{
    auto *profile = new ProfileDialog(m_shared.theme, people(), m_frame);
    profile->setAttribute(Qt::WA_DeleteOnClose);
    profile->open();
}

void AccountView::showInvitation()
{
    const ServerAddress server = m_session->server();
    // Without a pin the certificate is one that machines know by themselves.
    const QSslCertificate pin = m_shared.profile.pinnedCertificate(server);
    const QString fingerprint = server.secure && !pin.isNull() ? TlsPin::fingerprint(pin) : QString();
    auto *invitation = new InviteDialog(m_shared.theme, server, fingerprint, m_frame);
    invitation->setAttribute(Qt::WA_DeleteOnClose);
    invitation->open();
}

/// Where the server is away, each attempt ends at once: words that come and go every few seconds tell nothing.
void AccountView::linkMoved()
{
    const bool wasLost = m_link.state() == LinkState::Offline && !m_link.error().isEmpty();
    if (wasLost && m_session->linkState() == LinkState::Connecting)
        m_attempt.start();
    else
        mirrorLink();
}

void AccountView::mirrorLink()
{
    m_attempt.stop();
    m_link.set(m_session->linkState(), m_session->linkError(), m_session->retryAtMs());
    const LinkState state = m_link.state();
    const bool online = state == LinkState::Online || state == LinkState::Syncing;
    const Presence mine = presenceDot(m_session->presence().find(m_session->me().id));
    ProfileButton &button = m_frame->profileButton();
    button.avatar().showPerson(m_session->me().id.value, personName());
    button.avatar().setPresence(!online ? Presence::Offline : mine == Presence::Unknown ? Presence::Online : mine);
    const QString words = u"%1 · %2"_s.arg(personName(), linkText(m_link));
    button.setToolTip(words.toHtmlEscaped());
    button.setAccessibleName(words);
    Q_EMIT changed();
    if (m_link.isOnline() && !m_wantedLink.isEmpty())
        openLink(std::exchange(m_wantedLink, QUrl()));
}

void AccountView::warnOfCertificate(const QString &known, const QString &presented)
{
    if (std::exchange(m_warnedOf, presented) == presented)
        return;
    auto *warning =
        new Dialog(m_shared.theme, tr("%1 is not the server you know").arg(m_session->serverName()), m_frame->window());
    warning->setAttribute(Qt::WA_DeleteOnClose);
    warning->setExplanation(
        tr("Its certificate has changed, so nothing is sent to it. Either it was installed anew, or "
           "somebody stands between you and it. Ask its operator; if all is well, sign out and sign "
           "in again to trust the new certificate.\n\nUntil now: %1\n\nNow: %2")
            .arg(known, presented));
    warning->addPrimary(tr("Close"));
    warning->open();
}

} // namespace rialto
