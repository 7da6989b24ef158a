#pragma once

#include <functional>

#include "ui/PlainTextEdit.h"

namespace rialto {

class ComposerHighlighter;
class Spelling;
class Theme;

/// The field that one writes in, with emoji in colour. Files and pictures that are pasted or dropped do not become
/// text: they are handed on. What is misspelt is underlined, and its menu offers what may have been meant.
class ComposerField final : public PlainTextEdit
{
    Q_OBJECT
public:
    ComposerField(const Theme &theme, Spelling &spelling, QWidget *parent = nullptr);

    /// What is inserted in place of a text that is pasted; the same text where it is to be inserted as it is.
    void setWordsFor(std::function<QString(const QString &)> wordsFor) { m_wordsFor = std::move(wordsFor); }

    /// Puts the marks of Markdown around what is selected, or takes them away; around the cursor where nothing is.
    void toggleMarks(const QString &marks);

Q_SIGNALS:
    /// `content` is good during the call only.
    void filesGiven(const QMimeData *content);

protected:
    bool canInsertFromMimeData(const QMimeData *source) const override;
    void insertFromMimeData(const QMimeData *source) override;
    void resizeEvent(QResizeEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void offerSpelling(QMenu &menu, const QTextCursor &word);

    Spelling &m_spelling;
    ComposerHighlighter *m_highlighter;
    std::function<QString(const QString &)> m_wordsFor = [](const QString &text) { return text; };
};

} // namespace rialto
