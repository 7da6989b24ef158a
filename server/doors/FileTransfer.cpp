#include "doors/FileTransfer.h"

#include "doors/Problem.h"
#include "doors/RestParameters.h"

using namespace Qt::StringLiterals;

namespace rialto {

FileTransfer::FileTransfer(FileDoor &door, HttpRequest request, RouteMatch match)
    : m_door(door), m_request(std::move(request)), m_id(requestIdOf(m_request)), m_match(std::move(match))
{
}

Result<Caller> FileTransfer::admit()
{
    const RestServices &rest = services().rest;
    if (!isAllowedOrigin(rest, m_request))
        return fail(ErrorCode::Forbidden, u"Pages from this origin may not use this server."_s);
    auto caller = callerOf(rest, m_request, info());
    if (!caller)
        return caller;
    auto params = restParameters(m_request, m_match);
    if (!params)
        return tl::unexpected(params.error());
    m_params = *params;
    const QString person = QString::number(caller->userId.value);
    const int wait = rest.rates.take(u"requests:"_s + person, rates::kRequestsPerPerson);
    const bool isTooMany =
        rest.rates.isEnabled() && m_door.m_transfers.value(caller->userId) >= rates::kTransfersPerPerson;
    if (wait > 0 || isTooMany)
        return tl::unexpected(
            Error{ErrorCode::RateLimited, u"Too many files at once. Try again."_s, {}, {}, std::max(wait, 1)});
    return caller;
}

void FileTransfer::start()
{
    const auto caller = admit();
    if (!caller)
        return refuse(caller.error());
    m_caller = *caller;
    ++m_door.m_transfers[m_caller.userId];
    m_isCounted = true;
    const bool isThumbnail = QByteArrayView(info().name) == QByteArrayView(GetThumbnail::method.name);
    ask(isThumbnail ? GetThumbnail::method : GetContent::method, [this](const Result<File> &file) {
        if (file)
            begin(*file);
        else
            refuse(file.error());
    });
}

void FileTransfer::cancel()
{
    m_isAnswered = true;
    if (!std::exchange(m_isCounted, false))
        return;
    if (--m_door.m_transfers[m_caller.userId] <= 0)
        m_door.m_transfers.remove(m_caller.userId);
}

void FileTransfer::ask(const MethodInfo &method, const std::function<void(const Result<File> &)> &then)
{
    const Route *route = services().rest.router.find(QString::fromLatin1(method.name));
    services().rest.router.dispatch(
        *route, {m_caller, m_params, [self = QPointer(this), then](const Result<QByteArray> &result) {
                     if (!self || self->m_isAnswered)
                         return;
                     then(result ? fromJson<File>(QByteArrayView(*result)) : tl::unexpected(result.error()));
                 }});
}

void FileTransfer::respond(HttpResponse response, qint64 bodySize)
{
    if (std::exchange(m_isAnswered, true))
        return;
    addCommonHeaders(response, services().rest, m_request, m_id);
    m_body = response.body;
    const qint64 size = m_body.isEmpty() ? bodySize : m_body.size();
    QByteArray head = "HTTP/1.1 " + QByteArray::number(response.status) + ' ' + reasonOf(response.status) + "\r\n";
    for (const auto &[name, value] : response.headers)
        head += name + ": " + value + "\r\n";
    if (response.status != 204 && response.status != 304) {
        head += "Content-Length: " + QByteArray::number(size) + "\r\n";
        head += "Content-Type: " + response.contentType + "\r\n";
    }
    Q_EMIT answered(head, size);
}

bool FileTransfer::sendBody()
{
    if (m_body.isEmpty())
        return false;
    Q_EMIT pieceReady(std::exchange(m_body, {}));
    return true;
}

void FileTransfer::giveUp()
{
    if (m_isAnswered)
        Q_EMIT broken();
    else
        refuse({ErrorCode::Unavailable, u"The server is too busy. Try again."_s, {}, {}, 1});
}

void FileTransfer::refuse(const Error &error, int status, const QList<QPair<QByteArray, QByteArray>> &headers)
{
    HttpResponse response = problem(error, m_id, status);
    response.headers += headers;
    respond(std::move(response));
}

} // namespace rialto
