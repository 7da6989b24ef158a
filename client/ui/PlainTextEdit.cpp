#include "ui/PlainTextEdit.h"

#include <QMimeData>

namespace rialto {

void PlainTextEdit::insertFromMimeData(const QMimeData *source)
{
    if (source && !source->formats().isEmpty())
        QPlainTextEdit::insertFromMimeData(source);
}

} // namespace rialto
