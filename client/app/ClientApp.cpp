#include "app/ClientApp.h"

#include <QApplication>
#include <QTimer>

#include "app/AccountFrame.h"
#include "app/AccountMenu.h"
#include "app/AccountView.h"
#include "app/HoverRest.h"
#include "app/MainWindow.h"
#include "app/ProfileButton.h"
#include "features/auth/SignInPage.h"
#include "features/auth/model/SignIn.h"
#include "features/chat/model/RoomListModel.h"
#include "net/ErrorText.h"
#include "ui/Confirm.h"
#include "ui/ShortcutSheet.h"

using namespace Qt::StringLiterals;

namespace rialto {

namespace {

/// A window that was opened over something in the frame; null for none.
QWidget *openDialogOf(const QWidget &frame)
{
    for (QWidget *window : QApplication::topLevelWidgets()) {
        for (const QWidget *parent = window->parentWidget(); parent && window->isVisible();
             parent = parent->parentWidget()) {
            if (parent == &frame)
                return window;
        }
    }
    return nullptr;
}

} // namespace

ClientApp::ClientApp(QApplication &application, Profile profile, Options options)
    : m_options(std::move(options)),
      m_profile(std::move(profile)),
      m_settings(m_profile.folder()),
      m_spelling(m_settings),
      m_theme(application),
      m_language(application),
      m_activity(application),
      m_cursorRest(application),
      m_textSizeKeys(application, m_theme, m_settings),
      m_tray(m_theme),
      m_discovery(m_options.discoveryPort, Discovery::Reach::Networks, m_clock),
      m_signIn(std::make_unique<SignIn>(m_profile, m_clock))
{
    new HoverRest(application, this);
    m_theme.setChoice(m_settings.theme());
    m_theme.setTextSize(m_settings.textSize());
    m_language.set(m_settings.language());
    setEnterSends(m_settings.enterSends());
    m_window = std::make_unique<MainWindow>(m_theme, m_settings);
    m_signInPage = new SignInPage(m_theme, m_language, m_settings, *m_signIn, m_discovery);
    m_window->addView(m_signInPage);
    m_signInPage->setIsOpen([this](const QString &server, const QString &name) {
        return std::any_of(m_accounts.begin(), m_accounts.end(), [&](const auto &account) {
            const StoredAccount stored = account->session().stored();
            return stored.server.toString() == server && stored.user.name == name;
        });
    });
    connect(m_signIn.get(), &SignIn::succeeded, this, &ClientApp::signedIn);
    connect(m_signInPage, &SignInPage::left, this, [this] {
        m_signIn->cancel();
        m_wantedLink.clear();
        if (m_current)
            show(*m_current);
    });
    connect(m_signInPage, &SignInPage::linkFound, this, &ClientApp::openLink);
    connect(&m_tray, &Tray::activated, this, &ClientApp::raiseWindow);
    if (m_tray.isShown()) {
        QApplication::setQuitOnLastWindowClosed(false);
        m_window->setHasTray(true);
        connect(m_window.get(), &MainWindow::closed, this, &ClientApp::quit);
        connect(&m_tray, &Tray::quitRequested, this, &ClientApp::quit);
    }
    addShortcuts();
}

ClientApp::~ClientApp() = default;

void ClientApp::addShortcuts()
{
    QWidget *window = m_window.get();
    addShortcut(Shortcut::Settings, window, [this] { m_window->showPage(u"settings"_s); });
    addShortcut(Shortcut::ShortcutSheet, window, [this] { ShortcutSheet(m_theme, m_window.get()).exec(); });
    addShortcut(Shortcut::Quit, window, [this] { quit(); });
    addNumberedShortcut(Shortcut::SwitchAccount, window, [this](qsizetype number) { showAccount(number); });
}

Session *ClientApp::session()
{
    return m_current ? &m_current->session() : nullptr;
}

void ClientApp::start()
{
    const auto isWanted = [this](const StoredAccount &account) {
        const auto wanted = ServerAddress::parse(m_options.server);
        const bool sameServer = m_options.server.isEmpty() || (wanted && *wanted == account.server);
        return sameServer &&
               (m_options.user.isEmpty() || m_options.user.compare(account.user.name, Qt::CaseInsensitive) == 0);
    };
    QList<StoredAccount> accounts = m_profile.accounts();
    if (const auto last = m_profile.account())
        accounts.prepend(*last);
    const auto first = std::find_if(accounts.cbegin(), accounts.cend(), isWanted);
    if (first != accounts.cend()) {
        show(openAccount(*first));
    } else {
        showSignIn({});
        if (!m_options.user.isEmpty())
            m_signIn->logIn(m_signInPage->server(), m_options.user, m_options.password);
    }
    m_window->show();
    // What is seen comes first.
    QTimer::singleShot(0, this, &ClientApp::openRemembered);
}

void ClientApp::openRemembered()
{
    for (const StoredAccount &account : m_profile.accounts()) {
        if (!find(Profile::keyOf(account)))
            openAccount(account);
    }
    showChanges();
    if (const QUrl link = std::exchange(m_options.link, QUrl()); !link.isEmpty())
        openLink(link);
}

AccountView *ClientApp::find(const QString &key) const
{
    const auto found =
        std::find_if(m_accounts.begin(), m_accounts.end(), [&](const auto &account) { return account->key() == key; });
    return found == m_accounts.end() ? nullptr : found->get();
}

AccountView &ClientApp::openAccount(const StoredAccount &account)
{
    auto view = std::make_unique<AccountView>(
        AccountSurroundings{m_theme, m_language, m_settings, m_spelling, m_profile, m_clock, m_activity}, account);
    AccountView &opened = *view;
    watch(opened);
    m_window->addView(&opened.frame());
    m_accounts.push_back(std::move(view));
    // As in the profile, whichever was opened first.
    QStringList order;
    for (const StoredAccount &stored : m_profile.accounts())
        order.append(Profile::keyOf(stored));
    std::stable_sort(m_accounts.begin(), m_accounts.end(),
                     [&](const auto &a, const auto &b) { return order.indexOf(a->key()) < order.indexOf(b->key()); });
    return opened;
}

void ClientApp::watch(AccountView &account)
{
    connect(&account, &AccountView::changed, this, &ClientApp::showChanges);
    connect(&account, &AccountView::changed, this, &ClientApp::followWantedLink);
    connect(&account, &AccountView::accountsWanted, this, &ClientApp::openAccountMenu);
    connect(&account, &AccountView::anotherAccountWanted, this, &ClientApp::addAccount);
    connect(&account, &AccountView::signOutWanted, this, &ClientApp::askToSignOut);
    connect(&account, &AccountView::said, this,
            [this, &account](const QString &text, const QString &icon, const ToastActions &actions) {
                const bool isElsewhere = m_window->frame() != &account.frame();
                m_window->say(isElsewhere ? u"%1 · %2"_s.arg(account.label(), text) : text, icon, actions);
            });
    connect(&account, &AccountView::linkFollowed, this, &ClientApp::openLink);
    connect(&account, &AccountView::wanted, this, [this, &account](const QString &pageId) {
        show(account);
        if (!pageId.isEmpty())
            m_window->showPage(pageId);
        raiseWindow();
    });
    const auto close = [this, key = account.key()](const Error &reason) {
        endDialogsThenClose(key, reason.message.isEmpty() ? QString() : errorText(reason));
    };
    connect(&account, &AccountView::ended, this, close, Qt::QueuedConnection);
}

void ClientApp::signedIn(const StoredAccount &account)
{
    // Signed in once more to an account that is open: what was stored just now is newer than what it works with.
    const QString key = Profile::keyOf(account);
    std::erase_if(m_accounts, [&](const auto &open) {
        if (open->key() != key)
            return false;
        if (m_current == open.get())
            m_current = nullptr;
        return true;
    });
    show(openAccount(account));
    followWantedLink();
}

void ClientApp::show(AccountView &account)
{
    m_current = &account;
    if (const auto stored = m_profile.account(); !stored || Profile::keyOf(*stored) != account.key())
        (void)m_profile.setCurrent(account.session().stored()); // At worst the next start shows another one.
    m_window->showView(&account.frame());
    showChanges();
    if (FramePage *page = m_window->currentPage())
        page->setFocus(Qt::OtherFocusReason);
}

void ClientApp::showAccount(qsizetype index)
{
    if (index >= 0 && index < std::ssize(m_accounts))
        show(*m_accounts[static_cast<size_t>(index)]);
}

void ClientApp::addAccount()
{
    showSignIn({});
}

void ClientApp::showSignIn(const QString &notice)
{
    const auto asked = ServerAddress::parse(m_options.server);
    const QString last = m_settings.servers().isEmpty() ? m_profile.lastServer() : m_settings.servers().first();
    m_window->setPerson({});
    m_signInPage->setServer(asked ? asked->toString() : m_options.server.isEmpty() ? last : m_options.server);
    m_signInPage->setNotice(notice);
    m_signInPage->setMayLeave(m_current != nullptr);
    m_window->showView(m_signInPage);
}

QString ClientApp::labelOf(const AccountView &account) const
{
    if (m_accounts.size() < 2)
        return {};
    const QString server = account.session().serverName();
    const auto isThere = [&](const auto &other) { return other->session().serverName() == server; };
    const bool isAlone = std::count_if(m_accounts.begin(), m_accounts.end(), isThere) == 1;
    return isAlone ? server : u"%1, %2"_s.arg(account.personName(), server);
}

/// The names, counters and dots that stand for the accounts.
void ClientApp::showChanges()
{
    int unread = 0;
    for (const auto &account : m_accounts)
        unread += account->unreadCount();
    m_tray.setUnread(unread);
    for (const auto &account : m_accounts) {
        account->setLabel(labelOf(*account));
        account->frame().profileButton().setCalledElsewhere(unread > account->unreadCount());
    }
    if (m_current && m_window->frame())
        m_window->setPerson(m_current->personName());
}

void ClientApp::openAccountMenu()
{
    auto *menu = new AccountMenu(m_theme, m_window.get());
    for (const auto &account : m_accounts) {
        const User me = account->session().me();
        menu->addAccount({account->people().avatars, me.id, account->personName(), account->session().serverName(),
                          account->unreadCount(), account.get() == m_current});
    }
    if (const auto quiet = m_current->doNotDisturb())
        menu->addDoNotDisturb(*quiet);
    connect(menu, &AccountMenu::doNotDisturbChosen, m_current, &AccountView::setDoNotDisturb);
    connect(menu, &AccountMenu::accountChosen, this, &ClientApp::showAccount);
    connect(menu, &AccountMenu::inviteRequested, this, [this] {
        if (m_current)
            m_current->showInvitation();
    });
    connect(menu, &AccountMenu::addRequested, this, &ClientApp::addAccount);
    connect(menu, &AccountMenu::signOutRequested, this, &ClientApp::askToSignOut);
    connect(menu, &AccountMenu::profileRequested, this, [this] {
        if (m_current)
            m_current->showProfile();
    });
    menu->openBeside(m_current->frame().profileButton());
}

/// A dialog of a page that runs its own loop must have returned before the page goes. Those of other accounts stay.
void ClientApp::endDialogsThenClose(const QString &key, const QString &notice)
{
    AccountView *const closed = find(key);
    if (!closed)
        return;
    QWidget *popup = QApplication::activePopupWidget();
    if (QWidget *open = popup ? popup : openDialogOf(closed->frame())) {
        open->close();
        QTimer::singleShot(0, this, [this, key, notice] { endDialogsThenClose(key, notice); });
        return;
    }
    const QString server = closed->session().serverName();
    const bool wasShown = closed == m_current;
    if (wasShown)
        m_current = nullptr;
    std::erase_if(m_accounts, [closed](const auto &account) { return account.get() == closed; });
    if (!m_current && !m_accounts.empty())
        m_current = m_accounts.front().get();
    if (m_accounts.empty() || (wasShown && !notice.isEmpty()))
        showSignIn(notice);
    else if (wasShown)
        show(*m_current);
    else if (!notice.isEmpty())
        m_window->say(u"%1 · %2"_s.arg(server, notice), u"circle-alert"_s);
    showChanges();
}

void ClientApp::askToSignOut()
{
    if (!m_current)
        return;
    QString consequence = tr("The copies of this account on this computer are removed; the server keeps everything.");
    if (const int unsent = m_current->session().unsentCount(); unsent > 0)
        consequence += u' ' + tr("%n change(s) not sent yet will be lost.", nullptr, unsent);
    if (const int drafts = m_current->session().rooms().draftCount(); drafts > 0)
        consequence += u' ' + tr("%n draft(s) are only here and will be lost, too.", nullptr, drafts);
    const QString question = m_accounts.size() > 1 ? tr("Sign out of %1?").arg(m_current->label()) : tr("Sign out?");
    const QString key = m_current->key();
    Confirm dialog(m_theme, question, consequence, tr("Sign out"), m_window.get());
    if (dialog.exec() != QDialog::Accepted)
        return;
    if (AccountView *const asked = find(key))
        asked->session().signOut();
}

} // namespace rialto
