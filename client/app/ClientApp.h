#pragma once

#include <QObject>
#include <memory>
#include <vector>

#include "app/ActivityWatch.h"
#include "app/CursorRest.h"
#include "app/Options.h"
#include "app/TextSizeKeys.h"
#include "app/Tray.h"
#include "base/Clock.h"
#include "net/Discovery.h"
#include "net/Profile.h"
#include "ui/Language.h"
#include "ui/Spelling.h"
#include "ui/Theme.h"
#include "ui/UiSettings.h"

class QApplication;

namespace rialto {

class AccountView;
class MainWindow;
class Session;
class SignIn;
class SignInPage;

/// Puts the program together: one profile, one window, and the accounts that are signed in, one of them shown.
/// Everything that needs something gets it from here. Lives on: GUI thread.
class ClientApp final : public QObject
{
    Q_OBJECT
public:
    ClientApp(QApplication &application, Profile profile, Options options);
    ~ClientApp() override;

    /// Asks, and then ends the session of the account that is shown.
    void askToSignOut();
    /// Shows the window: with the remembered accounts, or with the one of the command line, or to sign in.
    void start();

    MainWindow &window() { return *m_window; }
    Theme &theme() { return m_theme; }
    Language &language() { return m_language; }
    UiSettings &settings() { return m_settings; }
    /// Of the account that is shown; null while one signs in and nobody is signed in.
    Session *session();
    const std::vector<std::unique_ptr<AccountView>> &accounts() const { return m_accounts; }
    /// Shows another account; `index` as in accounts(). Nothing happens where there is none.
    void showAccount(qsizetype index);
    /// Opens the page to sign in to another account.
    void addAccount();
    /// Brings the window to the front; opens `link` where that is a rialto:// link.
    void come(const QString &link);
    Tray &tray() { return m_tray; }

private:
    void addShortcuts();
    void openRemembered();
    void showSignIn(const QString &notice);
    /// Opens an account that is not open, without showing it.
    AccountView &openAccount(const StoredAccount &account);
    void signedIn(const StoredAccount &account);
    void watch(AccountView &account);
    void show(AccountView &account);
    void endDialogsThenClose(const QString &key, const QString &notice);
    void showChanges();
    void openAccountMenu();
    void raiseWindow();
    /// Where its server has no account here yet, one may sign in, and comes to it then.
    void openLink(const QUrl &link);
    void followWantedLink();
    void quit();
    AccountView *find(const QString &key) const;
    QString labelOf(const AccountView &account) const;

    Options m_options;
    SystemClock m_clock;
    Profile m_profile;
    UiSettings m_settings;
    Spelling m_spelling;
    Theme m_theme;
    Language m_language;
    ActivityWatch m_activity;
    CursorRest m_cursorRest;
    TextSizeKeys m_textSizeKeys;
    Tray m_tray;
    Discovery m_discovery;
    std::unique_ptr<SignIn> m_signIn;
    std::unique_ptr<MainWindow> m_window;
    SignInPage *m_signInPage;
    QUrl m_wantedLink;                                    ///< To be opened when one has signed in to its server.
    std::vector<std::unique_ptr<AccountView>> m_accounts; ///< In the order in which one signed in.
    AccountView *m_current = nullptr;                     ///< The one that is shown, or was before one signs in.
};

} // namespace rialto
