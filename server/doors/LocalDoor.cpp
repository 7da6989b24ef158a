#include "doors/LocalDoor.h"

#include "protocol/Frame.h"

#include <QFile>
#include <QLocalSocket>
#include <QPointer>

using namespace Qt::StringLiterals;

namespace rialto {

LocalDoor::LocalDoor(const Router &router, FindCaller findCaller)
    : m_router(router), m_findCaller(std::move(findCaller))
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
    const Route *route = m_router.find(request->value("method"_L1).toString());
    if (!route || route->info.payload != Payload::Json)
        return answer(fail(ErrorCode::NotFound, u"There is no such method."_s));
    Caller caller;
    caller.isOperator = true;
    if (const QString name = request->value("as"_L1).toString(); !name.isEmpty()) {
        const auto found = m_findCaller(name);
        if (!found)
            return answer(tl::unexpected(found.error()));
        caller = *found;
    }
    m_router.dispatch(*route, {caller, request->value("params"_L1).toObject(), answer});
}

} // namespace rialto
