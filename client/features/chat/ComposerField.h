#pragma once

#include <QPlainTextEdit>

namespace rialto {

/// The field that one writes in. Files and pictures that are pasted or dropped do not become text: they are handed on.
class ComposerField final : public QPlainTextEdit
{
    Q_OBJECT
public:
    using QPlainTextEdit::QPlainTextEdit;

Q_SIGNALS:
    /// `content` is good during the call only.
    void filesGiven(const QMimeData *content);

protected:
    bool canInsertFromMimeData(const QMimeData *source) const override;
    void insertFromMimeData(const QMimeData *source) override;
};

} // namespace rialto
