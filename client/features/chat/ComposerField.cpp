#include "features/chat/ComposerField.h"

#include <QContextMenuEvent>
#include <QMenu>
#include <QMimeData>
#include <QScrollBar>
#include <QUrl>

#include "features/chat/ComposerHighlighter.h"
#include "ui/Spelling.h"

using namespace Qt::StringLiterals;

namespace rialto {

namespace {

// Text beside a picture is what was copied; the picture only shows it, as word processors do.
bool holdsFiles(const QMimeData &content)
{
    return (content.hasImage() && !content.hasText()) ||
           (content.hasUrls() && !content.urls().isEmpty() && content.urls().first().isLocalFile());
}

/// Whether these marks stand around a part of the text. Of asterisks one is italic, two are bold and three are both.
bool hasMarks(const QString &text, int start, int end, const QString &marks)
{
    const QChar sign = marks.front();
    int count = 0;
    while (count < start && end + count < text.size() && text.at(start - 1 - count) == sign &&
           text.at(end + count) == sign)
        ++count;
    return marks == "*"_L1 ? count % 2 == 1 : count >= marks.size();
}

} // namespace

ComposerField::ComposerField(const Theme &theme, Spelling &spelling, QWidget *parent)
    : PlainTextEdit(parent), m_spelling(spelling), m_highlighter(new ComposerHighlighter(theme, spelling, *document()))
{
    connect(this, &QPlainTextEdit::cursorPositionChanged, this,
            [this] { m_highlighter->setCursor(hasFocus() ? textCursor().position() : -1); });
}

bool ComposerField::canInsertFromMimeData(const QMimeData *source) const
{
    return holdsFiles(*source) || PlainTextEdit::canInsertFromMimeData(source);
}

void ComposerField::insertFromMimeData(const QMimeData *source)
{
    if (holdsFiles(*source)) {
        Q_EMIT filesGiven(source);
        return;
    }
    const QString text = source->hasText() ? source->text() : QString();
    if (const QString words = m_wordsFor(text); words != text)
        textCursor().insertText(words);
    else
        PlainTextEdit::insertFromMimeData(source);
}

void ComposerField::toggleMarks(const QString &marks)
{
    QTextCursor cursor = textCursor();
    const int start = cursor.selectionStart();
    const int length = cursor.selectionEnd() - start;
    const QString text = toPlainText();
    const int around = int(marks.size());
    const bool isMarked = hasMarks(text, start, start + length, marks);
    cursor.beginEditBlock();
    if (isMarked) {
        cursor.setPosition(start - around);
        cursor.setPosition(start + length + around, QTextCursor::KeepAnchor);
        cursor.insertText(text.mid(start, length));
    } else {
        cursor.insertText(marks + text.mid(start, length) + marks);
    }
    cursor.endEditBlock();
    const int inside = isMarked ? start - around : start + around;
    cursor.setPosition(inside);
    cursor.setPosition(inside + length, QTextCursor::KeepAnchor);
    setTextCursor(cursor);
}

void ComposerField::focusInEvent(QFocusEvent *event)
{
    PlainTextEdit::focusInEvent(event);
    m_highlighter->setCursor(textCursor().position());
}

/// Who goes elsewhere has written the last word.
void ComposerField::focusOutEvent(QFocusEvent *event)
{
    PlainTextEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason)
        m_highlighter->setCursor(-1);
}

void ComposerField::contextMenuEvent(QContextMenuEvent *event)
{
    const bool isByMouse = event->reason() == QContextMenuEvent::Mouse;
    const int position = (isByMouse ? cursorForPosition(event->pos()) : textCursor()).position();
    const std::unique_ptr<QMenu> menu(createStandardContextMenu(event->pos()));
    if (const QTextCursor word = m_highlighter->wrongWordAt(position); word.hasSelection())
        offerSpelling(*menu, word);
    menu->exec(isByMouse ? event->globalPos() : viewport()->mapToGlobal(cursorRect().bottomLeft()));
}

/// Puts what one can do about a misspelt word above what is in the menu anyway.
void ComposerField::offerSpelling(QMenu &menu, const QTextCursor &word)
{
    QList<QAction *> actions;
    for (const QString &meant : m_spelling.suggestions(word.selectedText())) {
        actions.append(new QAction(QString(meant).replace(u'&', u"&&"_s), &menu));
        connect(actions.last(), &QAction::triggered, this,
                [meant, cursor = word]() mutable { cursor.insertText(meant); });
    }
    if (actions.isEmpty()) {
        actions.append(new QAction(tr("No suggestions"), &menu));
        actions.last()->setEnabled(false);
    }
    actions.append(new QAction(tr("Add to the dictionary"), &menu));
    connect(actions.last(), &QAction::triggered, this, [this, text = word.selectedText()] { m_spelling.learn(text); });
    actions.append(new QAction(&menu));
    actions.last()->setSeparator(true);
    menu.insertActions(menu.actions().value(0), actions);
}

/// It grows with its lines: those that were scrolled away while it was lower are seen again.
void ComposerField::resizeEvent(QResizeEvent *event)
{
    PlainTextEdit::resizeEvent(event);
    if (verticalScrollBarPolicy() == Qt::ScrollBarAlwaysOff)
        verticalScrollBar()->setValue(0);
    else
        ensureCursorVisible();
}

} // namespace rialto
