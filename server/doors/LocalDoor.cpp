#include "doors/LocalDoor.h"

#include "protocol/Files.h"
#include "protocol/Frame.h"

#include <QFile>
#include <QLocalSocket>
#include <QPointer>

using namespace Qt::StringLiterals;

namespace rialto {

LocalDoor::LocalDoor(Services services, FindCaller findCaller)
    : m_services(services), m_findCaller(std::move(findCaller))
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, &LocalDoor::accept);
}

bool LocalDoor::listen(const QString &path)
{
    QLocalServer::removeServer(path); // Left behind by a killed process; the folder's lock says that it is ours.
    if (!m_server.listen(path))
        return false;
    return QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner);
}

void LocalDoor::accept()
{
    while (QLocalSocket *socket = m_server.nextPendingConnection()) {
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] { read(socket); });
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
    }
}

void LocalDoor::read(QLocalSocket *socket)
{
    if (socket->bytesAvailable() > kMaximumFrameBytes && !socket->canReadLine())
        return socket->abort();
    while (socket->canReadLine()) {
        run(socket->readLine(kMaximumFrameBytes), [receiver = QPointer(socket)](const QByteArray &reply) {
            if (receiver)
                receiver->write(reply);
        });
    }
}

void LocalDoor::run(const QByteArray &line, const std::function<void(QByteArray)> &done) const
{
    const auto answer = [done](const Result<QByteArray> &result) {
        done((result ? replyFrame("0", *result) : errorFrame("0", result.error())) + '\n');
    };
    const auto request = parseObject(line);
    if (!request)
        return answer(tl::unexpected(request.error()));
    const Route *route = m_services.router.find(request->value("method"_L1).toString());
    const bool bringsContent = route && route->info.payload == Payload::Upload && request->contains("content"_L1);
    if (!route || (route->info.payload != Payload::Json && !bringsContent))
        return answer(fail(ErrorCode::NotFound, u"There is no such method."_s));
    Caller caller;
    caller.isOperator = true;
    if (const QString name = request->value("as"_L1).toString(); !name.isEmpty()) {
        const auto found = m_findCaller(name);
        if (!found)
            return answer(tl::unexpected(found.error()));
        caller = *found;
    }
    const Call call{caller, request->value("params"_L1).toObject(), answer};
    if (bringsContent)
        checkUpload(call, QByteArray::fromBase64(request->value("content"_L1).toString().toLatin1()));
    else
        m_services.router.dispatch(*route, Call(call));
}

void LocalDoor::dispatch(const MethodInfo &method, Call &&call) const
{
    m_services.router.dispatch(*m_services.router.find(QString::fromLatin1(method.name)), std::move(call));
}

// Nobody writes into somebody else's upload, and none is written that was finished.
void LocalDoor::checkUpload(const Call &call, const QByteArray &content) const
{
    Call question = call;
    question.done = [this, call, content](const Result<QByteArray> &reply) {
        const auto file = reply.and_then([](const QByteArray &json) { return fromJson<File>(json); });
        if (!file)
            return call.done(tl::unexpected(file.error()));
        if (file->ownerId == call.caller.userId && file->status == FileStatus::Uploading)
            return write(file->id, call, content);
        dispatch(PutContent::method, Call(call));
    };
    dispatch(GetFile::method, std::move(question));
}

void LocalDoor::write(FileId id, const Call &call, const QByteArray &content) const
{
    onDisk(
        call, [&store = m_services.store, id, content] { return store.append(id, 0, content); },
        [this, id, call](const Result<> &written) {
            if (written)
                finishUpload(id, call);
            else
                call.done(tl::unexpected(written.error()));
        });
}

void LocalDoor::finishUpload(FileId id, const Call &call) const
{
    Call request = call;
    request.done = [this, id, call](const Result<QByteArray> &reply) {
        onDisk(
            call, [&store = m_services.store, id] { return store.dropPart(id), true; },
            [call, reply](bool) { call.done(reply); });
    };
    dispatch(PutContent::method, std::move(request));
}

template <typename Work, typename Then> void LocalDoor::onDisk(const Call &call, Work work, Then then) const
{
    const bool taken = m_services.disk.post([&inbox = m_services.inbox, work, then](Database &) {
        inbox.post([then, result = std::make_shared<decltype(work())>(work())] { then(std::move(*result)); });
    });
    if (!taken)
        call.done(fail(ErrorCode::Unavailable, u"The server has too much to do. Try again."_s));
}

} // namespace rialto
