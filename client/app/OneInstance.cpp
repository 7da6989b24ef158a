#include "app/OneInstance.h"

#include <QCryptographicHash>
#include <QLocalSocket>

using namespace Qt::StringLiterals;

namespace rialto {

namespace {

constexpr int kPatienceMs = 2'000;
/// A link is an address and a path; whatever is longer is none of ours.
constexpr qint64 kLongestLink = 4'096;
constexpr char kTaken[] = "taken\n";

/// The path of a socket may have about a hundred characters, and a profile may lie deeper.
QString socketName(const QString &folder)
{
    const QByteArray hash = QCryptographicHash::hash(folder.toUtf8(), QCryptographicHash::Sha256).toHex();
    return u"rialto-"_s + QString::fromLatin1(hash.left(24));
}

} // namespace

OneInstance::OneInstance(const QString &folder, QObject *parent)
    : QObject(parent), m_name(socketName(folder)), m_lock(folder + u"/lock"_s)
{
    m_lock.setStaleLockTime(0);
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, &OneInstance::take);
}

bool OneInstance::acquire()
{
    if (!m_lock.tryLock(0))
        return false;
    // Who holds the lock owns the name; a program that was killed leaves its socket behind.
    QLocalServer::removeServer(m_name);
    if (!m_server.listen(m_name))
        qWarning("Other starts cannot reach this window: %ls", qUtf16Printable(m_server.errorString()));
    return true;
}

bool OneInstance::handOver(const QString &link)
{
    QLocalSocket socket;
    socket.connectToServer(m_name);
    if (!socket.waitForConnected(kPatienceMs))
        return false;
    socket.write(link.toUtf8() + '\n');
    return socket.waitForBytesWritten(kPatienceMs) && socket.waitForReadyRead(kPatienceMs) &&
           socket.readAll() == kTaken;
}

void OneInstance::take()
{
    while (QLocalSocket *const other = m_server.nextPendingConnection()) {
        connect(other, &QLocalSocket::disconnected, other, &QObject::deleteLater);
        const auto read = [this, other] {
            if (other->bytesAvailable() > kLongestLink)
                return other->abort();
            if (!other->canReadLine())
                return;
            const QString link = QString::fromUtf8(other->readLine()).trimmed();
            other->write(kTaken);
            other->flush();
            Q_EMIT wanted(link);
        };
        connect(other, &QLocalSocket::readyRead, this, read);
        read();
    }
}

} // namespace rialto
