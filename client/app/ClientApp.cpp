#include "app/ClientApp.h"

#include <QApplication>
#include <QTimer>

#include "app/Features.h"
#include "app/MainWindow.h"
#include "features/auth/SignInPage.h"
#include "features/auth/model/SignIn.h"
#include "features/chat/model/RoomListModel.h"
#include "features/notify/model/NotificationModel.h"
#include "features/people/ProfileDialog.h"
#include "net/PresenceBook.h"
#include "session/Session.h"
#include "ui/Confirm.h"
#include "ui/ConnectionBanner.h"
#include "ui/ErrorText.h"
#include "ui/PresenceText.h"
#include "ui/ShortcutSheet.h"

using namespace Qt::StringLiterals;

namespace rialto {

namespace {

QString shownName(const User &user)
{
    return user.displayName.isEmpty() ? user.name : user.displayName;
}

} // namespace

ClientApp::ClientApp(QApplication &application, Profile profile, Options options)
    : m_options(std::move(options)),
      m_profile(std::move(profile)),
      m_settings(m_profile.folder()),
      m_theme(application),
      m_language(application),
      m_activity(application),
      m_cursorRest(application),
      m_tray(m_theme),
      m_signIn(std::make_unique<SignIn>(m_profile, m_clock))
{
    m_theme.setChoice(m_settings.theme());
    m_theme.setTextSize(m_settings.textSize());
    m_language.set(m_settings.language());
    m_window = std::make_unique<MainWindow>(m_theme, m_settings);
    m_signInPage = new SignInPage(m_theme, m_language, m_settings, *m_signIn);
    m_window->addAlone(m_signInPage);
    connect(m_signIn.get(), &SignIn::succeeded, this, &ClientApp::openSession);
    connect(m_window.get(), &MainWindow::profileRequested, this, &ClientApp::showProfile);
    connect(&m_tray, &Tray::activated, this, [this] { raiseWindow({}); });
    addShortcuts();
}

void ClientApp::addShortcuts()
{
    QWidget *window = m_window.get();
    addShortcut(Shortcut::Settings, window, [this] { m_window->showPage(u"settings"_s); });
    addShortcut(Shortcut::ShortcutSheet, window, [this] { ShortcutSheet(m_theme, m_window.get()).exec(); });
    const auto resize = [this](int percent) {
        m_theme.setTextSize(percent);
        m_settings.setTextSize(m_theme.textSize());
    };
    addShortcut(Shortcut::EnlargeText, window, [this, resize] { resize(m_theme.textSizeBeside(1)); });
    addShortcut(Shortcut::ReduceText, window, [this, resize] { resize(m_theme.textSizeBeside(-1)); });
    addShortcut(Shortcut::ResetText, window, [resize] { resize(100); });
}

ClientApp::~ClientApp()
{
    // Pages refer to the session's models.
    m_window->clearPages();
}

void ClientApp::start()
{
    const auto account = m_profile.account();
    if (account && remembers(*account)) {
        openSession(*account);
    } else {
        showSignIn({});
        if (!m_options.user.isEmpty())
            m_signIn->logIn(m_signInPage->server(), m_options.user, m_options.password);
    }
    m_window->show();
}

/// Whether the remembered account is the one that the command line asks for, if it asks for any.
bool ClientApp::remembers(const StoredAccount &account) const
{
    const auto wanted = ServerAddress::parse(m_options.server);
    const bool sameServer = m_options.server.isEmpty() || (wanted && *wanted == account.server);
    return sameServer &&
           (m_options.user.isEmpty() || m_options.user.compare(account.user.name, Qt::CaseInsensitive) == 0);
}

void ClientApp::showSignIn(const QString &notice)
{
    const auto asked = ServerAddress::parse(m_options.server);
    const QString last = m_settings.servers().isEmpty() ? m_profile.lastServer() : m_settings.servers().first();
    m_window->setPerson(0, {});
    m_signInPage->setServer(asked ? asked->toString() : m_options.server.isEmpty() ? last : m_options.server);
    m_signInPage->setNotice(notice);
    m_window->showAlone(m_signInPage);
}

void ClientApp::openSession(const StoredAccount &account)
{
    m_session = std::make_unique<Session>(m_profile, account, m_clock);
    Session &session = *m_session;
    connect(&session, &Session::linkChanged, this, &ClientApp::mirrorLink);
    connect(&session, &Session::meChanged, this, [this] {
        m_window->setPerson(m_session->me().id.value, shownName(m_session->me()));
        mirrorLink();
    });
    // Queued: the session is deleted there, and it may be in the middle of telling.
    connect(&session, &Session::signedOut, this, &ClientApp::closeSession, Qt::QueuedConnection);
    connect(&session, &Session::certificateChanged, this, &ClientApp::warnOfCertificate, Qt::QueuedConnection);
    connect(&session.presence(), &PresenceBook::changed, this, &ClientApp::mirrorLink);
    connect(&session.notifications(), &NotificationModel::unreadChanged, this, &ClientApp::countUnread);
    connect(&session.rooms(), &RoomListModel::totalUnreadChanged, this, &ClientApp::countUnread);
    connect(&m_activity, &ActivityWatch::idleChanged, &session.presence(), &PresenceBook::setIdle);
    m_window->setPerson(session.me().id.value, shownName(session.me()));
    mirrorLink();
    const FeatureContext context{m_theme,
                                 m_language,
                                 m_settings,
                                 session,
                                 m_link,
                                 [this](const QString &text, const QString &icon) { m_window->say(text, icon); },
                                 [this](const QString &pageId) { raiseWindow(pageId); },
                                 [this] { askToSignOut(); }};
    for (FramePage *page : makePages(context))
        m_window->addPage(page);
    m_window->restorePage();
    countUnread();
    session.start();
}

void ClientApp::showProfile()
{
    if (!m_session)
        return;
    auto *profile = new ProfileDialog(m_theme, m_session->account(), m_window.get());
    profile->setAttribute(Qt::WA_DeleteOnClose);
    profile->open();
}

void ClientApp::countUnread()
{
    m_tray.setUnread(m_session ? m_session->notifications().unreadCount() + m_session->rooms().totalUnread() : 0);
}

void ClientApp::raiseWindow(const QString &pageId)
{
    if (!pageId.isEmpty())
        m_window->showPage(pageId);
    m_window->setWindowState(m_window->windowState() & ~Qt::WindowMinimized);
    m_window->show();
    m_window->raise();
    m_window->activateWindow();
}

void ClientApp::mirrorLink()
{
    m_link.set(m_session->linkState(), m_session->linkError(), m_session->retryAtMs());
    const LinkState state = m_link.state();
    const bool online = state == LinkState::Online || state == LinkState::Syncing;
    const Presence mine = presenceDot(m_session->presence().find(m_session->me().id));
    m_window->setPresence(!online                     ? Presence::Offline
                          : mine == Presence::Unknown ? Presence::Online
                                                      : mine,
                          linkText(m_link));
}

void ClientApp::closeSession(const Error &reason)
{
    m_endNotice = reason.message.isEmpty() ? QString() : errorText(reason);
    endDialogsThenClose();
}

/// A dialog of a page that runs its own loop must have returned before the page goes.
void ClientApp::endDialogsThenClose()
{
    QWidget *popup = QApplication::activePopupWidget();
    QWidget *open = popup ? popup : QApplication::activeModalWidget();
    if (open) {
        open->close();
        QTimer::singleShot(0, this, &ClientApp::endDialogsThenClose);
        return;
    }
    m_window->clearPages();
    m_session.reset();
    countUnread();
    m_link.set(LinkState::SignedOut);
    showSignIn(m_endNotice);
}

void ClientApp::askToSignOut()
{
    if (!m_session)
        return;
    QString consequence = tr("Rooms, messages and products kept on this computer are removed.");
    if (const int unsent = m_session->unsentCount(); unsent > 0)
        consequence += u' ' + tr("%n change(s) not sent yet will be lost.", nullptr, unsent);
    Confirm question(m_theme, tr("Sign out?"), consequence, tr("Sign out"), m_window.get());
    if (question.exec() == QDialog::Accepted && m_session)
        m_session->signOut();
}

void ClientApp::warnOfCertificate(const QString &known, const QString &presented)
{
    auto *warning = new Dialog(m_theme, tr("This server is not the one you know"), m_window.get());
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
