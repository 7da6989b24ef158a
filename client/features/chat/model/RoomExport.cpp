#include "features/chat/model/RoomExport.h"

#include "features/chat/model/ExportText.h"
#include "markdown/RichText.h"
#include "net/ApiClient.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace rialto {
namespace {

constexpr int kPage = 200;
constexpr int kQuoted = 80; ///< Characters.
constexpr qsizetype kQuotable = 5000;

} // namespace

RoomExport::RoomExport(ApiClient &api, RoomId room, const QString &title, const QString &path, Name name,
                       QObject *parent)
    : QObject(parent),
      m_api(api),
      m_room(room),
      m_title(title),
      m_name(std::move(name)),
      m_isJson(path.endsWith(u".json"_s, Qt::CaseInsensitive)),
      m_file(path)
{
}

void RoomExport::start()
{
    const QByteArray head = m_isJson ? QByteArray("[") : "# " + escapedMarkdown(m_title).toUtf8() + '\n';
    if (!m_file.open(QFile::WriteOnly) || m_file.write(head) != head.size())
        return Q_EMIT failed(cannotWrite());
    // There is no "from the beginning": what is before the second message of all, then what is after the first.
    ListMessages request;
    request.roomId = m_room;
    request.beforeId = MessageId{2};
    ask(request);
}

void RoomExport::ask(const ListMessages &request)
{
    m_api.call<ListMessages>(request, this, [this](const Result<Page<Message>> &page) { take(page); });
}

void RoomExport::take(const Result<Page<Message>> &page)
{
    if (!page)
        return Q_EMIT failed(page.error());
    for (const Message &message : page->items) {
        if (!write(message))
            return Q_EMIT failed(cannotWrite());
    }
    Q_EMIT progressed(m_count);
    const bool isFirst = !m_last.isValid();
    if (!isFirst && page->items.isEmpty())
        return finish();
    m_last = page->items.isEmpty() ? MessageId{1} : page->items.last().id;
    ListMessages request;
    request.roomId = m_room;
    request.limit = kPage;
    request.afterId = m_last;
    ask(request);
}

bool RoomExport::write(const Message &message)
{
    if (!m_isJson)
        remember(message);
    if (!m_isJson && message.deletedAt)
        return true;
    const QByteArray bytes =
        m_isJson ? (m_count > 0 ? QByteArray(",\n") : QByteArray("\n")) + toJson(message) : textOf(message);
    ++m_count;
    return m_file.write(bytes) == bytes.size();
}

QByteArray RoomExport::textOf(const Message &message)
{
    QString text;
    const QDate day = QDateTime::fromMSecsSinceEpoch(message.createdAt).date();
    if (std::exchange(m_day, day) != day)
        text += u"\n## "_s + QLocale().toString(day, QLocale::LongFormat) + u'\n';
    text += u'\n' + headOf(message) + u"\n\n"_s + quoteOf(message);
    if (!message.text.isEmpty())
        text += exportedText(message.text) + u'\n';
    QStringList reactions;
    for (const Reaction &reaction : message.reactions)
        reactions.append(escapedMarkdown(reaction.emoji) + u' ' + QString::number(reaction.userIds.size()));
    if (!reactions.isEmpty())
        text += u'\n' + reactions.join(u"  "_s) + u'\n';
    return text.toUtf8();
}

QString RoomExport::headOf(const Message &message) const
{
    const QTime time = QDateTime::fromMSecsSinceEpoch(message.createdAt).time();
    QString head =
        u"**%1** %2"_s.arg(escapedMarkdown(m_name(message.authorId)), QLocale().toString(time, QLocale::ShortFormat));
    if (message.editedAt)
        head += u" · "_s + QCoreApplication::translate("Timeline", "edited");
    if (message.forwardedFromId)
        head += u" · "_s + QCoreApplication::translate("Timeline", "Forwarded from %1")
                               .arg(escapedMarkdown(m_name(*message.forwardedFromId)));
    for (const Attachment &one : message.attachments)
        head += u" ("_s + escapedMarkdown(one.name) + u')';
    return head;
}

/// What the message answers: a quote inside its own.
QString RoomExport::quoteOf(const Message &message) const
{
    if (!message.replyToId)
        return {};
    return u"> > "_s + m_quotes.value(*message.replyToId, u"…"_s) + u"\n>\n"_s;
}

void RoomExport::remember(const Message &message)
{
    const QString words = message.deletedAt ? QCoreApplication::translate("Timeline", "Message deleted")
                                            : escapedMarkdown(previewText(message, kQuoted));
    m_quotes.insert(message.id, u"**%1**: %2"_s.arg(escapedMarkdown(m_name(message.authorId)), words));
    m_quotable.enqueue(message.id);
    if (m_quotable.size() > kQuotable)
        m_quotes.remove(m_quotable.dequeue());
}

Error RoomExport::cannotWrite() const
{
    return {ErrorCode::StorageFull, tr("%1 cannot be written.").arg(m_file.fileName()), {}, {}, 0, true};
}

void RoomExport::finish()
{
    if (m_isJson)
        m_file.write("\n]\n");
    if (m_file.commit())
        return Q_EMIT finished();
    Q_EMIT failed(cannotWrite());
}

} // namespace rialto
