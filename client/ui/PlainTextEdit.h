#pragma once

#include <QPlainTextEdit>

namespace rialto {

/// A field of several lines. Qt up to 6.4 looks at the first format of what is pasted, and an X11 clipboard that nobody
/// owns has none: the program would end.
class PlainTextEdit : public QPlainTextEdit
{
    Q_OBJECT
public:
    using QPlainTextEdit::QPlainTextEdit;

protected:
    void insertFromMimeData(const QMimeData *source) override;
};

} // namespace rialto
