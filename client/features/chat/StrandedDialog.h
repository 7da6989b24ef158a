#pragma once

#include "ui/Dialog.h"

namespace rialto {

/// Shows messages that can never be sent, since their room is gone. Accepted: they were copied and may be forgotten;
/// otherwise they wait for the next time.
class StrandedDialog final : public Dialog
{
    Q_OBJECT
public:
    StrandedDialog(const Theme &theme, const QStringList &texts, QWidget *parent);

    void accept() override;

private:
    const QString m_text;
};

} // namespace rialto
