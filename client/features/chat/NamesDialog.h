#pragma once

#include "ui/Dialog.h"

namespace rialto {

/// Names to read, a line each: who reacted to a message, who has read it.
class NamesDialog final : public Dialog
{
    Q_OBJECT
public:
    /// `none` stands there when there are no lines.
    NamesDialog(const Theme &theme, const QString &title, const QStringList &lines, const QString &none,
                QWidget *parent);
};

} // namespace rialto
