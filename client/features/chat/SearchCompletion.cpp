#include "features/chat/SearchCompletion.h"

#include <QLineEdit>
#include <QRegularExpression>

#include "features/chat/RoomMatches.h"
#include "features/chat/model/RoomListModel.h"

using namespace Qt::StringLiterals;

namespace rialto {

namespace {

constexpr qsizetype most = 8;

/// As one would type it: names of several words stand in quotes, which no name keeps.
QString asTyped(QString name)
{
    name.remove(u'"');
    const bool isOneWord = std::none_of(name.begin(), name.end(), [](QChar c) { return c.isSpace(); });
    return isOneWord ? name : u'"' + name + u'"';
}

} // namespace

SearchCompletion::SearchCompletion(const Theme &theme, const ChatContext &context, QLineEdit &field, QWidget *pane)
    : QObject(pane), m_context(context), m_field(field), m_popup(new CompletionPopup(theme, pane))
{
    connect(&field, &QLineEdit::textEdited, this, &SearchCompletion::offer);
    connect(&field, &QLineEdit::cursorPositionChanged, this, &SearchCompletion::hideElsewhere);
    connect(&field, &QLineEdit::editingFinished, m_popup, &QWidget::hide); // Also when the focus goes elsewhere.
    connect(m_popup, &CompletionPopup::chosen, this, &SearchCompletion::insert);
}

/// None, without a filter, when the cursor stands elsewhere.
SearchCompletion::Part SearchCompletion::partAtCursor() const
{
    static const QRegularExpression filters(uR"((?:^|\s)(from:|in:|has:)("[^"]*"?|[^"\s]*)(?=\s|$))"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    const qsizetype cursor = m_field.cursorPosition();
    for (const QRegularExpressionMatch &found : filters.globalMatch(m_field.text())) {
        if (cursor >= found.capturedStart(2) && cursor <= found.capturedEnd(2)) {
            const QString typed = m_field.text().mid(found.capturedStart(2), cursor - found.capturedStart(2));
            return {found.capturedStart(1), found.capturedEnd(2), found.captured(1).toLower(),
                    QString(typed).remove(u'"')};
        }
    }
    return {};
}

void SearchCompletion::hideElsewhere()
{
    const Part part = partAtCursor();
    if (part.filter.isEmpty() || part.start != m_offeredAt)
        m_popup->hide();
}

void SearchCompletion::offer()
{
    const Part part = partAtCursor();
    m_offeredAt = part.start;
    QList<Completion> found = part.filter.isEmpty() ? QList<Completion>() : completions(part);
    found.removeIf([&](const Completion &one) { return one.insert.compare(part.typed, Qt::CaseInsensitive) == 0; });
    for (Completion &one : found)
        one.insert.prepend(part.filter);
    const QPoint corner = m_field.mapTo(m_popup->parentWidget(), QPoint(0, m_field.height()));
    m_popup->offer(found.mid(0, most), corner, CompletionPopup::Side::Below);
}

QList<Completion> SearchCompletion::completions(const Part &part) const
{
    if (part.filter == "from:"_L1)
        return people(part.typed);
    if (part.filter == "in:"_L1)
        return rooms(part.typed);
    QList<Completion> kinds;
    const std::pair<QString, QString> known[] = {
        {u"link"_s, tr("with a link")}, {u"file"_s, tr("with a file")}, {u"image"_s, tr("with a picture")}};
    for (const auto &[word, meaning] : known) {
        if (word.startsWith(part.typed, Qt::CaseInsensitive))
            kinds.append({u"has:"_s + word + u"  "_s + meaning, word});
    }
    return kinds;
}

QList<Completion> SearchCompletion::people(const QString &typed) const
{
    QList<Completion> found;
    if (u"me"_s.startsWith(typed, Qt::CaseInsensitive))
        found.append({tr("your own messages") + u"  from:me"_s, u"me"_s});
    for (const User &person : m_context.people()) {
        if (!person.deletedAt && RoomMatches::score(person, typed) > 1)
            found.append({person.displayName + u"  from:"_s + person.name, person.name});
    }
    return found;
}

QList<Completion> SearchCompletion::rooms(const QString &typed) const
{
    QList<Completion> found;
    for (int row = 0; row < m_context.rooms.rowCount(); ++row) {
        const QString title = m_context.rooms.title(m_context.rooms.idAt(row));
        if (RoomMatches::score(title, typed) > 1)
            found.append({title, asTyped(title)});
    }
    return found;
}

void SearchCompletion::insert(const QString &words)
{
    const Part part = partAtCursor();
    if (part.filter.isEmpty())
        return;
    QString text = m_field.text();
    const bool isFollowed = part.end < text.size(); // By a space.
    text.replace(part.start, part.end - part.start, isFollowed ? words : words + u' ');
    m_field.setText(text);
    m_field.setCursorPosition(int(part.start + words.size()) + 1);
}

} // namespace rialto
