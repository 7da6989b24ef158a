#pragma once

#include <QObject>
#include <memory>

#include "app/ActivityWatch.h"
#include "app/CursorRest.h"
#include "app/Options.h"
#include "app/Tray.h"
#include "base/Clock.h"
#include "net/LinkStatus.h"
#include "net/Profile.h"
#include "ui/Language.h"
#include "ui/Theme.h"
#include "ui/UiSettings.h"

class QApplication;

namespace rialto {

class MainWindow;
class Session;
class SignIn;
class SignInPage;

/// Puts the program together: one profile, one window, and the account that is signed in. Everything that needs
/// something gets it from here. Lives on: GUI thread.
class ClientApp final : public QObject
{
    Q_OBJECT
public:
    ClientApp(QApplication &application, Profile profile, Options options);
    ~ClientApp() override;

    /// Asks, and then ends the session of the account that is signed in.
    void askToSignOut();
    /// Shows the window: with the remembered account, or with the one of the command line, or to sign in.
    void start();

    MainWindow &window() { return *m_window; }
    Theme &theme() { return m_theme; }
    Language &language() { return m_language; }
    /// The signed-in account, null while nobody is signed in.
    Session *session() { return m_session.get(); }

private:
    void addShortcuts();
    void showSignIn(const QString &notice);
    void openSession(const StoredAccount &account);
    void closeSession(const Error &reason);
    void endDialogsThenClose();
    void mirrorLink();
    void countUnread();
    void showProfile();
    void raiseWindow(const QString &pageId);
    void warnOfCertificate(const QString &known, const QString &presented);
    bool remembers(const StoredAccount &account) const;

    Options m_options;
    SystemClock m_clock;
    Profile m_profile;
    UiSettings m_settings;
    Theme m_theme;
    Language m_language;
    LinkStatus m_link;
    ActivityWatch m_activity;
    CursorRest m_cursorRest;
    Tray m_tray;
    std::unique_ptr<SignIn> m_signIn;
    std::unique_ptr<MainWindow> m_window;
    SignInPage *m_signInPage;
    std::unique_ptr<Session> m_session;
    QString m_endNotice;
};

} // namespace rialto
