#pragma once

#include <QObject>

#include "features/chat/ChatContext.h"
#include "features/chat/CompletionPopup.h"

class QLineEdit;

namespace rialto {

/// Offers what can stand after `from:`, `in:` and `has:` in the field of a search, below it. Lives on: GUI thread.
class SearchCompletion final : public QObject
{
    Q_OBJECT
public:
    /// `pane` is what the list may cover; the field lies in it.
    SearchCompletion(const Theme &theme, const ChatContext &context, QLineEdit &field, QWidget *pane);

    /// Whether the key was meant for the list.
    bool handleKey(int key) { return m_popup->handleKey(key); }

private:
    /// What is being typed: where it begins and ends, what it narrows down, and by what so far.
    struct Part
    {
        qsizetype start = 0;
        qsizetype end = 0;
        QString filter;
        QString typed;
    };

    Part partAtCursor() const;
    void offer();
    void hideElsewhere();
    void insert(const QString &words);
    QList<Completion> completions(const Part &part) const;
    QList<Completion> people(const QString &typed) const;
    QList<Completion> rooms(const QString &typed) const;

    const ChatContext m_context;
    QLineEdit &m_field;
    CompletionPopup *m_popup;
    qsizetype m_offeredAt = 0; ///< Where the part begins that the list is for.
};

} // namespace rialto
