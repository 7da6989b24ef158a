#pragma once

#include "ui/Dialog.h"

class QCheckBox;
class QTimeEdit;

namespace rialto {

class AccountBook;
class TextField;

/// One's own profile: what others read, and when one does not want to be disturbed.
class ProfileDialog final : public Dialog
{
    Q_OBJECT
public:
    ProfileDialog(const Theme &theme, AccountBook &account, QWidget *parent);

    void accept() override;

private:
    void build();
    QWidget *buildQuiet();
    void fill();

    AccountBook &m_account;
    TextField *m_name;
    TextField *m_status;
    QCheckBox *m_doNotDisturb;
    QCheckBox *m_quietHours;
    QTimeEdit *m_from;
    QTimeEdit *m_to;
    Button *m_save = nullptr;
    bool m_isFilled = false;
};

} // namespace rialto
