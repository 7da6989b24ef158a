#include "features/chat/Composer.h"

#include <QAbstractTextDocumentLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QRegularExpression>
#include <QScrollBar>
#include <QStyle>
#include <QTextBlock>

#include "features/chat/ComposerField.h"
#include "ui/Avatar.h"
#include "ui/Button.h"
#include "ui/Metrics.h"
#include "ui/Shortcuts.h"

using namespace Qt::StringLiterals;

namespace rialto {

Composer::Composer(const Theme &theme, Spelling &spelling, QWidget *parent)
    : Surface(theme, &Colors::panel, Qt::TopEdge, parent),
      m_theme(theme),
      m_field(new ComposerField(theme, spelling)),
      m_attach(new IconButton(theme, u"paperclip"_s, {})),
      m_emoji(new IconButton(theme, u"smile"_s, {})),
      m_popup(new CompletionPopup(theme, this)),
      m_send(new IconButton(theme, u"send-horizontal"_s, {})),
      m_cancel(new IconButton(theme, u"x"_s, {})),
      m_noteRow(new QWidget),
      m_note(new QLabel)
{
    theme.dress(*m_field, TextStyle::Message);
    m_field->setProperty("kind", u"composer"_s);
    m_field->setTabChangesFocus(true);
    m_field->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_field->document()->setDocumentMargin(4);
    m_field->installEventFilter(this);
    m_note->setTextFormat(Qt::PlainText);
    theme.dress(*m_note, TextStyle::Small);
    auto *note = new QHBoxLayout(m_noteRow);
    note->setContentsMargins(8, 0, 0, 0);
    note->addWidget(m_note, 1);
    note->addWidget(m_cancel);
    auto *line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(m_attach, 0, Qt::AlignBottom);
    line->addWidget(m_field, 1);
    line->addWidget(m_emoji, 0, Qt::AlignBottom);
    line->addWidget(m_send, 0, Qt::AlignBottom);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 10, 12, 10);
    column->setSpacing(2);
    column->addWidget(m_noteRow);
    column->addLayout(line);
    m_noteRow->hide();
    setFocusProxy(m_field);
    connect(m_field, &QPlainTextEdit::textChanged, this, &Composer::textChanged);
    connect(m_field, &ComposerField::filesGiven, this, &Composer::filesGiven);
    connect(m_send, &IconButton::clicked, this, &Composer::submit);
    connect(m_attach, &IconButton::clicked, this, &Composer::attachRequested);
    connect(m_cancel, &IconButton::clicked, this, &Composer::cancelNote);
    connect(m_emoji, &IconButton::clicked, this, [this] {
        Q_EMIT emojiWanted({m_emoji->mapToGlobal(QPoint()), m_emoji->size()});
    });
    connect(m_field, &QPlainTextEdit::cursorPositionChanged, this, &Composer::complete);
    connect(m_popup, &CompletionPopup::chosen, this, &Composer::insertCompletion);
    connect(&theme, &Theme::changed, this, &Composer::fitHeight);
    retranslate();
    textChanged();
}

void Composer::setWordsFor(const std::function<QString(const QString &)> &wordsFor)
{
    m_field->setWordsFor(wordsFor);
}

QPlainTextEdit &Composer::field()
{
    return *m_field;
}

QString Composer::text() const
{
    return m_field->toPlainText();
}

void Composer::setText(const QString &text)
{
    m_editing = false;
    m_replying = false;
    m_noteRow->hide();
    m_popup->hide();
    m_field->setPlainText(text);
    m_field->moveCursor(QTextCursor::End);
}

void Composer::setPlaceholder(const QString &text)
{
    m_field->setPlaceholderText(text);
    m_field->viewport()->update(); // Qt paints it anew only when it comes or goes.
    m_field->setAccessibleName(text);
}

void Composer::startEditing(const QString &text)
{
    if (!m_editing)
        m_kept = this->text();
    m_editing = true;
    m_replying = false;
    m_field->setPlainText(text);
    m_field->moveCursor(QTextCursor::End);
    m_field->setFocus(Qt::OtherFocusReason);
    showOwnNote();
}

void Composer::stopEditing()
{
    const QString kept = m_editing ? m_kept : text();
    setText(kept);
}

void Composer::startReply(qint64 authorId, const QString &author, const QString &text)
{
    if (m_editing)
        stopEditing();
    m_replying = true;
    m_quote = author + u'\n' + text;
    m_quoteTint = colorIndex(authorId);
    showOwnNote();
    m_field->setFocus(Qt::OtherFocusReason);
}

void Composer::stopReply()
{
    if (!std::exchange(m_replying, false))
        return;
    m_noteRow->hide();
    Q_EMIT replyCancelled();
}

void Composer::cancelNote()
{
    if (m_replying)
        stopReply();
    else
        stopEditing();
}

void Composer::insert(const QString &text)
{
    m_field->insertPlainText(text);
    m_field->setFocus(Qt::OtherFocusReason);
}

/// Looks at the word before the cursor: a sign, then letters.
void Composer::complete()
{
    static const QRegularExpression word(u"(?:^|[\\s(])([@#:])([\\p{L}\\p{N}._+-]*)$"_s,
                                         QRegularExpression::UseUnicodePropertiesOption);
    const QTextCursor cursor = m_field->textCursor();
    const auto match = word.match(cursor.block().text().left(cursor.positionInBlock()));
    const QString typed = match.captured(2);
    const bool isEnough = match.hasMatch() && (match.captured(1) != u":"_s || typed.size() >= 2);
    if (!m_completer || !isEnough || cursor.hasSelection() || !m_field->hasFocus()) {
        m_popup->hide();
        return;
    }
    m_popup->setParent(window());
    m_popup->offer(m_completer(match.captured(1).front(), typed), m_field->mapTo(window(), QPoint(0, -4)));
}

/// Puts what was chosen in place of the sign and the word behind it.
void Composer::insertCompletion(const QString &text)
{
    QTextCursor cursor = m_field->textCursor();
    const QString before = cursor.block().text().left(cursor.positionInBlock());
    qsizetype start = before.size();
    while (start > 0 && !u"@#:"_s.contains(before.at(start - 1)))
        --start;
    cursor.movePosition(QTextCursor::Left, QTextCursor::KeepAnchor, int(before.size() - start + 1));
    cursor.insertText(text + u' ');
    m_field->setTextCursor(cursor);
}

void Composer::setProblem(const QString &text)
{
    m_showsProblem = !text.isEmpty();
    if (m_showsProblem)
        showNote(text, u"danger"_s);
    else
        showOwnNote();
}

/// What stands above the field while nothing is wrong: that one edits, or what one answers.
void Composer::showOwnNote()
{
    if (m_editing) {
        showNote(tr("Editing a message. Esc cancels."), u"accent"_s);
    } else if (m_replying) {
        showNote(m_quote, u"muted"_s);
        m_note->setStyleSheet(
            u"border-left: 3px solid %1; padding-left: 8px"_s.arg(m_theme.colors().senderNames[m_quoteTint].name()));
    } else {
        m_noteRow->hide();
    }
}

void Composer::showNote(const QString &text, const QString &tone)
{
    m_note->setStyleSheet({});
    m_note->setProperty("tone", tone);
    m_note->style()->unpolish(m_note);
    m_note->style()->polish(m_note);
    m_note->setText(text);
    m_noteRow->show();
}

bool Composer::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_field && event->type() == QEvent::KeyPress && handleKey(*static_cast<QKeyEvent *>(event)))
        return true;
    if (watched == m_field && event->type() == QEvent::FocusOut)
        m_popup->hide();
    if (watched == m_field && event->type() == QEvent::Resize)
        fitHeight();
    return Surface::eventFilter(watched, event);
}

bool Composer::handleKey(QKeyEvent &key)
{
    if (m_popup->handleKey(key.key()))
        return true;
    if (isPressed(key, Shortcut::SendMessage)) {
        submit();
        return true;
    }
    if (isPressed(key, Shortcut::Cancel) && (m_editing || m_replying)) {
        cancelNote();
        return true;
    }
    if (isPressed(key, Shortcut::EditLast) && text().isEmpty() && !m_editing) {
        Q_EMIT editLastRequested();
        return true;
    }
    return mark(key);
}

bool Composer::mark(const QKeyEvent &key)
{
    constexpr std::pair<Shortcut, const char16_t *> marks[] = {{Shortcut::Bold, u"**"},
                                                               {Shortcut::Italic, u"*"},
                                                               {Shortcut::StrikeOut, u"~~"},
                                                               {Shortcut::Code, u"`"},
                                                               {Shortcut::Spoiler, u"||"}};
    for (const auto &[shortcut, sign] : marks) {
        if (!isPressed(key, shortcut))
            continue;
        m_field->toggleMarks(QString::fromUtf16(sign));
        return true;
    }
    return false;
}

void Composer::submit()
{
    const QString written = text();
    if (written.trimmed().isEmpty() && m_editing)
        return setProblem(tr("A message cannot become empty. Esc leaves it as it was; its menu deletes it."));
    if (written.trimmed().isEmpty())
        return;
    if (m_editing)
        Q_EMIT editConfirmed(written);
    else
        Q_EMIT sendRequested(written);
}

void Composer::textChanged()
{
    const bool empty = text().trimmed().isEmpty();
    m_send->setEnabled(!empty || m_editing);
    m_send->setInk(&Colors::accent);
    fitHeight();
    if (std::exchange(m_showsProblem, false)) // Who goes on typing has read what was wrong.
        showOwnNote();
    if (!m_editing)
        Q_EMIT draftChanged(text());
}

/// As high as its lines, from one to eight; then it scrolls.
void Composer::fitHeight()
{
    int lines = 0;
    for (QTextBlock block = m_field->document()->begin(); block.isValid(); block = block.next()) {
        m_field->document()->documentLayout()->blockBoundingRect(block); // Lays out what came just now.
        lines += qMax(1, block.layout()->lineCount());
    }
    const int shown = qBound(1, lines, metrics::composerMaxLines);
    const int height = QFontMetrics(m_field->font()).lineSpacing() * shown + 2 * 4 + 2 * 5;
    m_field->setVerticalScrollBarPolicy(lines > metrics::composerMaxLines ? Qt::ScrollBarAsNeeded
                                                                          : Qt::ScrollBarAlwaysOff);
    m_field->setFixedHeight(qMax(height, metrics::composerFieldMin));
}

void Composer::retranslate()
{
    m_send->setName(tr("Send (%1)").arg(shortcutText(Shortcut::SendMessage)));
    m_cancel->setName(tr("Close"));
    m_attach->setName(tr("Attach files"));
    m_emoji->setName(tr("Emoji"));
}

/// The keys may have been changed meanwhile, in the settings.
void Composer::showEvent(QShowEvent *event)
{
    Surface::showEvent(event);
    retranslate();
}

void Composer::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Surface::changeEvent(event);
}

} // namespace rialto
