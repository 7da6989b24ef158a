#pragma once

#include "ui/PlainTextEdit.h"

namespace rialto {

/// The field that one writes in. Files and pictures that are pasted or dropped do not become text: they are handed on.
class ComposerField final : public PlainTextEdit
{
    Q_OBJECT
public:
    using PlainTextEdit::PlainTextEdit;

Q_SIGNALS:
    /// `content` is good during the call only.
    void filesGiven(const QMimeData *content);

protected:
    bool canInsertFromMimeData(const QMimeData *source) const override;
    void insertFromMimeData(const QMimeData *source) override;
    void resizeEvent(QResizeEvent *event) override;
};

} // namespace rialto
