#pragma once

#include "doors/FileDoor.h"
#include "protocol/Files.h"

#include <QPointer>

namespace rialto {

/// What uploads and downloads have in common: who asks, whether they may, and how they are answered.
/// Lives on: the net thread.
class FileTransfer : public HttpStream
{
    Q_OBJECT
public:
    FileTransfer(FileDoor &door, HttpRequest request, RouteMatch match);

    void start() override;
    void cancel() override;

protected:
    /// The file as the caller may see it.
    virtual void begin(const File &file) = 0;

    const HttpRequest &request() const { return m_request; }
    const Caller &caller() const { return m_caller; }
    const FileDoor::Services &services() const { return m_door.m_services; }
    FileDoor &door() { return m_door; }
    const MethodInfo &info() const { return m_match.route->info; }

    /// Calls a method of the Router about the file of this request.
    void ask(const MethodInfo &method, const std::function<void(const Result<File> &)> &then);
    /// Runs `work` on the disk's threads, then `then` with its result here. What `then` holds lives until it has run.
    template <typename Work, typename Then> void onDisk(Work work, Then then)
    {
        const bool taken = services().disk.post([&inbox = services().inbox, work, then](Database &) {
            inbox.post([then, result = std::make_shared<decltype(work())>(work())] { then(std::move(*result)); });
        });
        if (!taken)
            giveUp();
    }

    void respond(HttpResponse response, qint64 bodySize = 0);
    /// The server has too much to do: said, or shown by cutting an answer that has begun.
    void giveUp();
    void refuse(const Error &error, int status = 0, const QList<QPair<QByteArray, QByteArray>> &headers = {});

    static QList<QPair<QByteArray, QByteArray>> offsetHeader(qint64 offset)
    {
        return {{"Upload-Offset", QByteArray::number(offset)}};
    }

private:
    Result<Caller> admit();

    FileDoor &m_door;
    const HttpRequest m_request;
    const QByteArray m_id;
    const RouteMatch m_match;
    Caller m_caller;
    QJsonObject m_params;
    bool m_isCounted = false;
    bool m_isAnswered = false;
    QByteArray m_body; ///< Of an answer that is no stream.

protected:
    bool sendBody();
};

} // namespace rialto
