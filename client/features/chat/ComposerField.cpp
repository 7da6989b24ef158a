#include "features/chat/ComposerField.h"

#include <QMimeData>
#include <QScrollBar>
#include <QUrl>

namespace rialto {

namespace {

// Text beside a picture is what was copied; the picture only shows it, as word processors do.
bool holdsFiles(const QMimeData &content)
{
    return (content.hasImage() && !content.hasText()) ||
           (content.hasUrls() && !content.urls().isEmpty() && content.urls().first().isLocalFile());
}

} // namespace

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
