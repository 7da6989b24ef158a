#include "features/people/PasswordDialog.h"

#include <QPointer>

#include "features/people/model/AccountBook.h"
#include "net/ErrorText.h"
#include "ui/TextField.h"

namespace rialto {

PasswordDialog::PasswordDialog(const Theme &theme, AccountBook &account, QWidget *parent)
    : Dialog(theme, tr("Change password"), parent),
      m_account(account),
      m_current(addSecret(tr("Present password"))),
      m_wanted(addSecret(tr("New password"))),
      m_again(addSecret(tr("New password again")))
{
    setExplanation(tr("Your other devices are signed out and need the new password."));
    addCancel();
    m_change = &addPrimary(tr("Change password"));
    m_current.line().setFocus();
}

TextField &PasswordDialog::addSecret(const QString &label)
{
    auto *field = new TextField(theme());
    field->setLabel(label);
    field->line().setAccessibleName(label);
    field->makeSecret(tr("Show the password"), tr("Hide the password"));
    content().addWidget(field);
    return *field;
}

void PasswordDialog::accept()
{
    if (m_change->isBusy())
        return;
    m_wanted.setError(m_wanted.text().size() < kNewPasswordRules.minLength ? tr("At least 8 characters.") : QString());
    m_again.setError(m_again.text() != m_wanted.text() ? tr("The two are not the same.") : QString());
    if (!m_wanted.error().isEmpty() || !m_again.error().isEmpty())
        return;
    m_change->setBusy(true);
    m_account.changePassword(m_current.text(), m_wanted.text(), [self = QPointer(this)](const Result<> &result) {
        if (!self)
            return;
        self->m_change->setBusy(false);
        if (result)
            self->Dialog::accept();
        else if (result.error().field == u"currentPassword")
            self->m_current.setError(tr("This is not your present password."));
        else
            self->setRefusal(result.error());
    });
}

} // namespace rialto
