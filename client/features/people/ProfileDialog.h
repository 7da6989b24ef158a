#pragma once

#include <optional>

#include "base/Error.h"
#include "features/people/PeopleContext.h"
#include "protocol/People.h"
#include "ui/Dialog.h"

class QCheckBox;
class QTimeEdit;

namespace rialto {

class AvatarField;
class TextField;

/// One's own profile: what others read, and when one does not want to be disturbed.
class ProfileDialog final : public Dialog
{
    Q_OBJECT
public:
    ProfileDialog(const Theme &theme, const PeopleContext &context, QWidget *parent);

    void accept() override;

private:
    void build();
    QWidget *buildQuiet();
    void fill();
    void save(const std::optional<qint64> &avatarId);
    void finish(const Result<> &result);

    AccountBook &m_account;
    AvatarField *m_picture;
    TextField *m_name;
    TextField *m_status;
    QCheckBox *m_doNotDisturb;
    QCheckBox *m_quietHours;
    QTimeEdit *m_from;
    QTimeEdit *m_to;
    Button *m_save = nullptr;
    bool m_isFilled = false;
    Account m_shown; ///< As it was when the dialog was filled.
};

} // namespace rialto
