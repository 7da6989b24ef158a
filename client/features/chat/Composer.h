#pragma once

#include "features/chat/CompletionPopup.h"
#include "ui/Surface.h"

class QPlainTextEdit;
class QLabel;
class QMimeData;

namespace rialto {

class ComposerField;
class IconButton;
class Spelling;

/// Where one writes. Enter sends, or breaks the line where the settings say so; Up in the empty field edits the last
/// message.
class Composer final : public Surface
{
    Q_OBJECT
public:
    Composer(const Theme &theme, Spelling &spelling, QWidget *parent = nullptr);

    QString text() const;
    void setText(const QString &text);
    void setPlaceholder(const QString &text);
    /// Puts an old message into the field; what was there is given back afterwards.
    void startEditing(const QString &text);
    void stopEditing();
    bool isEditing() const { return m_editing; }
    /// Shows above the field what the next message answers.
    void startReply(qint64 authorId, const QString &author, const QString &text);
    void stopReply();
    bool isReplying() const { return m_replying; }
    /// Finds what can complete `@name`, `#room` and `:emoji:`.
    void setCompleter(Completer completer) { m_completer = std::move(completer); }
    /// See ComposerField::setWordsFor().
    void setWordsFor(const std::function<QString(const QString &)> &wordsFor);
    void insert(const QString &text);
    /// A line above the field about what was not accepted; empty takes it away.
    void setProblem(const QString &text);
    QPlainTextEdit &field();

Q_SIGNALS:
    void sendRequested(const QString &text);
    void editConfirmed(const QString &text);
    void editLastRequested();
    /// Files are to be chosen.
    void attachRequested();
    /// Files or a picture were pasted or dropped; `content` is good during the call only.
    void filesGiven(const QMimeData *content);
    void draftChanged(const QString &text);
    void replyCancelled();
    /// The button for emoji was clicked; it lies there on the screen.
    void emojiWanted(const QRect &button);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    bool handleKey(QKeyEvent &key);
    bool mark(const QKeyEvent &key);
    void submit();
    void textChanged();
    void fitHeight();
    void retranslate();
    void showNote(const QString &text, const QString &tone);
    void showOwnNote();
    void cancelNote();
    void complete();
    void insertCompletion(const QString &text);

    const Theme &m_theme;
    ComposerField *m_field;
    IconButton *m_attach;
    IconButton *m_emoji;
    CompletionPopup *m_popup;
    Completer m_completer;
    IconButton *m_send;
    IconButton *m_cancel;
    QWidget *m_noteRow;
    QLabel *m_note;
    QString m_kept;
    QString m_quote;
    size_t m_quoteTint = 0;
    bool m_editing = false;
    bool m_replying = false;
    bool m_showsProblem = false;
};

} // namespace rialto
