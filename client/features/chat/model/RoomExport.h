#pragma once

#include "protocol/Chat.h"

#include <QDate>
#include <QHash>
#include <QObject>
#include <QQueue>
#include <QSaveFile>
#include <functional>

namespace rialto {

class ApiClient;

/// Writes all messages of a room to a file, oldest first: as Markdown that can be read, without what was deleted, or,
/// when the file's name ends with `.json`, everything as the server gives it. The file is there as a whole or not at
/// all. Needs the connection. Lives on: the GUI thread.
class RoomExport : public QObject
{
    Q_OBJECT
public:
    using Name = std::function<QString(UserId)>;

    /// `title` heads the text; `name` tells what to call an author.
    RoomExport(ApiClient &api, RoomId room, const QString &title, const QString &path, Name name,
               QObject *parent = nullptr);

    void start();
    int count() const { return m_count; }

Q_SIGNALS:
    void progressed(int messages);
    void finished();
    void failed(const rialto::Error &reason);

private:
    void ask(const ListMessages &request);
    void take(const Result<Page<Message>> &page);
    bool write(const Message &message);
    QByteArray textOf(const Message &message);
    QString headOf(const Message &message) const;
    QString quoteOf(const Message &message) const;
    void remember(const Message &message);
    void finish();
    Error cannotWrite() const;

    ApiClient &m_api;
    const RoomId m_room;
    const QString m_title;
    const Name m_name;
    const bool m_isJson;
    QSaveFile m_file;
    MessageId m_last; ///< Invalid until the first page was asked for.
    QDate m_day;
    QHash<MessageId, QString> m_quotes; ///< Of the messages before, as they are quoted by those that answer them ...
    QQueue<MessageId> m_quotable;       ///< ... the oldest first; not more than a few thousand.
    int m_count = 0;
};

} // namespace rialto
