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
        addCancel();
        addPrimary(action, ButtonKind::Danger);
    }
};

} // namespace rialto
