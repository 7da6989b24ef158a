#pragma once

#include "features/chat/model/RoomExport.h"
#include "ui/Dialog.h"

class QLabel;

namespace rialto {

/// How far the export of a room has come; closing the dialog ends it and leaves no file.
class ExportDialog final : public Dialog
{
    Q_OBJECT
public:
    /// Takes the export over and starts it.
    ExportDialog(const Theme &theme, RoomExport *work, QWidget *parent);

private:
    void showCount(int messages);

    QLabel *m_count;
};

} // namespace rialto
