#include "features/chat/model/RoomExport.h"

#include "net/ApiClient.h"

#include <QDateTime>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace rialto {
namespace {

constexpr int kPage = 200;

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
    const QByteArray head = m_isJson ? QByteArray("[") : "# " + m_title.toUtf8() + '\n';
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
    const QDateTime when = QDateTime::fromMSecsSinceEpoch(message.createdAt);
    if (std::exchange(m_day, when.date()) != when.date())
        text += u"\n## "_s + QLocale().toString(when.date(), QLocale::LongFormat) + u'\n';
    text += u"\n**%1** %2"_s.arg(m_name(message.authorId), QLocale().toString(when.time(), QLocale::ShortFormat));
    for (const Attachment &one : message.attachments)
        text += u" [%1]"_s.arg(one.name);
    text += u"\n\n"_s + message.text + u'\n';
    return text.toUtf8();
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
