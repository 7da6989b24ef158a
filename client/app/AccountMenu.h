#pragma once

#include <QMenu>

#include "base/Id.h"

namespace rialto {

class AvatarPictures;
class Theme;

/// What opens at the foot of the rail: the accounts to choose from, and what can be done with the one that is shown.
/// Deletes itself when it closes.
class AccountMenu final : public QMenu
{
    Q_OBJECT
public:
    struct Line
    {
        AvatarPictures &avatars;
        UserId personId;
        QString person;
        QString server;
        int unread = 0;
        bool isShown = false;
    };

    AccountMenu(const Theme &theme, QWidget *parent);

    /// In the order of the accounts.
    void addAccount(const Line &line);
    /// Offers to be left alone, or to be told again; of the account that is shown.
    void addDoNotDisturb(bool isOn);
    void openBeside(const QWidget &button);

Q_SIGNALS:
    void accountChosen(qsizetype index);
    void doNotDisturbChosen(bool on);
    void profileRequested();
    void inviteRequested();
    void addRequested();
    void signOutRequested();

private:
    QIcon picture(const Line &line) const;

    const Theme &m_theme;
    QAction *m_afterAccounts;
    QAction *m_afterPresence;
    qsizetype m_count = 0;
};

} // namespace rialto
