#pragma once

#include <functional>

#include "ui/PlainTextEdit.h"

namespace rialto {

/// The field that one writes in. Files and pictures that are pasted or dropped do not become text: they are handed on.
class ComposerField final : public PlainTextEdit
{
    Q_OBJECT
public:
    using PlainTextEdit::PlainTextEdit;

    /// What is inserted in place of a text that is pasted; the same text where it is to be inserted as it is.
    void setWordsFor(std::function<QString(const QString &)> wordsFor) { m_wordsFor = std::move(wordsFor); }

Q_SIGNALS:
    /// `content` is good during the call only.
    void filesGiven(const QMimeData *content);

protected:
    bool canInsertFromMimeData(const QMimeData *source) const override;
    void insertFromMimeData(const QMimeData *source) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    std::function<QString(const QString &)> m_wordsFor = [](const QString &text) { return text; };
};

} // namespace rialto
