#pragma once

#include "ui/Dialog.h"
#include "ui/Shortcuts.h"

namespace rialto {

/// All keys by group, as the table of shortcuts has them.
class ShortcutSheet final : public Dialog
{
    Q_OBJECT
public:
    ShortcutSheet(const Theme &theme, QWidget *parent);

private:
    QWidget *buildGroup(ShortcutGroup group);
};

} // namespace rialto
