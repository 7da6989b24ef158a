#pragma once

#include "ui/Dialog.h"

namespace rialto {

class AccountBook;
class TextField;

/// Changes one's password; all other devices must sign in again.
class PasswordDialog final : public Dialog
{
    Q_OBJECT
public:
    PasswordDialog(const Theme &theme, AccountBook &account, QWidget *parent);

    void accept() override;

private:
    TextField &addSecret(const QString &label);

    AccountBook &m_account;
    TextField &m_current;
    TextField &m_wanted;
    TextField &m_again;
    Button *m_change;
};

} // namespace rialto
