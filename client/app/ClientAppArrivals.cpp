// The part of ClientApp that answers what comes from outside: another start of the program, links, the tray.
#include <QApplication>

#include "app/AccountFrame.h"
#include "app/AccountView.h"
#include "app/ClientApp.h"
#include "app/MainWindow.h"
#include "features/auth/SignInPage.h"
#include "net/ServerLinks.h"

using namespace Qt::StringLiterals;

namespace rialto {

void ClientApp::come(const QString &link)
{
    raiseWindow();
    if (const QUrl url = readLink(link); !url.isEmpty())
        openLink(url);
}

void ClientApp::openLink(const QUrl &link)
{
    const QString server = serverOf(link);
    const auto owns = [&link](const auto &account) { return account->session().links().owns(link); };
    const auto isThere = [&server](const auto &account) { return account->session().serverName() == server; };
    const auto found = std::find_if(m_accounts.begin(), m_accounts.end(), owns);
    if (found != m_accounts.end()) {
        AccountView &account = m_current && owns(m_current) ? *m_current : **found;
        show(account);
        if (!leadsToServerAlone(link))
            account.openLink(link);
    } else if (std::any_of(m_accounts.begin(), m_accounts.end(), isThere)) {
        m_window->say(tr("This link leads to a server that is not at its address any more."), u"link"_s);
    } else if (!server.isEmpty()) {
        m_wantedLink = leadsToServerAlone(link) ? QUrl() : link;
        showSignIn(tr("Sign in to %1 to follow the link.").arg(server));
        m_signInPage->setServer(server);
    }
}

/// Somebody signed in to follow a link, perhaps by another address than the link's: the server's id, which comes with
/// the connection, tells whether it is the same server.
void ClientApp::followWantedLink()
{
    if (m_wantedLink.isEmpty() || !m_current || !m_current->session().links().owns(m_wantedLink))
        return;
    const QUrl link = std::exchange(m_wantedLink, QUrl());
    show(*m_current);
    m_current->openLink(link);
}

void ClientApp::quit()
{
    m_window->setHasTray(false);
    m_window->close();
    QApplication::quit();
}

void ClientApp::raiseWindow()
{
    m_window->setWindowState(m_window->windowState() & ~Qt::WindowMinimized);
    m_window->show();
    m_window->raise();
    m_window->activateWindow();
}

} // namespace rialto
