#pragma once

#include "ui/Dialog.h"

namespace rialto {

/// Asks before something that cannot be taken back. Accepted means yes.
class Confirm final : public Dialog
{
    Q_OBJECT
public:
    Confirm(const Theme &theme, const QString &question, const QString &consequence, const QString &action,
            QWidget *parent)
        : Dialog(theme, question, parent)
    {
        setExplanation(consequence);
        Button &no = addCancel();
        Button &yes = addPrimary(action, ButtonKind::Danger);
        // Enter does it only when one has gone to the button.
        no.setAutoDefault(true);
        yes.setAutoDefault(true);
        no.setDefault(true);
        no.setFocus(Qt::OtherFocusReason);
    }
};

} // namespace rialto
