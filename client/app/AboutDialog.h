#pragma once

#include "ui/Dialog.h"

namespace rialto {

/// Version, licences and what one copies into a report.
class AboutDialog final : public Dialog
{
    Q_OBJECT
public:
    AboutDialog(const Theme &theme, QWidget *parent);

private:
    QString diagnostics() const;
};

} // namespace rialto
