#include "net/ServerAddress.h"

#include <QHostAddress>

using namespace Qt::StringLiterals;

namespace rialto {
namespace {

tl::unexpected<Error> unreadable(const QString &why)
{
    return fail(ErrorCode::Invalid, why, u"server"_s);
}

enum class Scheme { None, Plain, Secure };

// Takes the scheme off the text. `rialto://` says nothing about encryption, so it counts as none.
Result<Scheme> takeScheme(QString &text)
{
    const qsizetype end = text.indexOf("://"_L1);
    if (end < 0)
        return Scheme::None;
    const QString scheme = text.left(end).toLower();
    text.remove(0, end + 3);
    if (scheme == "http"_L1 || scheme == "ws"_L1)
        return Scheme::Plain;
    if (scheme == "https"_L1 || scheme == "wss"_L1)
        return Scheme::Secure;
    if (scheme == "rialto"_L1)
        return Scheme::None;
    return unreadable(
        QObject::tr("The address may begin with http://, https:// or rialto://, not with %1://.").arg(scheme));
}

Result<quint16> readPort(QStringView text)
{
    bool ok = false;
    const uint port = text.toUInt(&ok);
    if (!ok || port < 1 || port > 65535)
        return unreadable(QObject::tr("The port must be a number from 1 to 65535."));
    return static_cast<quint16>(port);
}

// Splits `[v6]:port`, `host:port` and a bare IPv6 address. The port stays empty when there is none.
Result<> splitPort(const QString &text, QString &host, QString &port)
{
    if (text.startsWith(u'[')) {
        const qsizetype end = text.indexOf(u']');
        const QString rest = end < 0 ? QString() : text.mid(end + 1);
        if (end < 0 || (!rest.isEmpty() && !rest.startsWith(u':')))
            return unreadable(QObject::tr("An IPv6 address in brackets looks like [::1]:3000."));
        host = text.mid(1, end - 1);
        port = rest.mid(1);
        if (rest == ":"_L1 || QHostAddress(host).protocol() != QHostAddress::IPv6Protocol)
            return unreadable(QObject::tr("An IPv6 address in brackets looks like [::1]:3000."));
        return {};
    }
    if (text.count(u':') > 1) {
        host = text;
        if (QHostAddress(host).protocol() != QHostAddress::IPv6Protocol)
            return unreadable(QObject::tr("There are too many colons in this address."));
        return {};
    }
    host = text.section(u':', 0, 0);
    port = text.section(u':', 1);
    if (text.endsWith(u':'))
        return unreadable(QObject::tr("The port is missing after the colon."));
    return {};
}

bool isHostName(const QString &host)
{
    const QString ascii = QString::fromLatin1(QUrl::toAce(host));
    return !ascii.isEmpty() && ascii.size() <= 253 && !QUrl(u"http://"_s + host).host().isEmpty();
}

} // namespace

Result<ServerAddress> ServerAddress::parse(const QString &typed)
{
    QString text = typed.trimmed();
    const Result<Scheme> scheme = takeScheme(text);
    if (!scheme)
        return tl::unexpected(scheme.error());
    while (text.endsWith(u'/'))
        text.chop(1);
    if (text.isEmpty())
        return unreadable(QObject::tr("Type the address of the server, for example 192.168.1.5 or chat.local:3000."));
    // QHostAddress overlooks white space within an address, which no URL can carry.
    if (std::any_of(text.begin(), text.end(), [](QChar c) { return c.isSpace() || !c.isPrint(); }))
        return unreadable(QObject::tr("“%1” is not the name or the address of a machine.").arg(text));
    if (text.contains(u'/') || text.contains(u'?') || text.contains(u'#') || text.contains(u'@'))
        return unreadable(QObject::tr("Only a host and a port are expected, for example chat.local:3000."));
    ServerAddress address;
    QString port;
    if (const Result<> split = splitPort(text, address.host, port); !split)
        return tl::unexpected(split.error());
    if (QHostAddress(address.host).isNull() && !isHostName(address.host))
        return unreadable(QObject::tr("“%1” is not the name or the address of a machine.").arg(address.host));
    if (!port.isEmpty()) {
        const Result<quint16> number = readPort(port);
        if (!number)
            return tl::unexpected(number.error());
        address.port = *number;
    }
    address.host = address.host.toLower();
    address.secure = *scheme == Scheme::Secure || (*scheme == Scheme::None && !address.isLoopback());
    return address;
}

bool ServerAddress::isLoopback() const
{
    return host == "localhost"_L1 || QHostAddress(host).isLoopback();
}

QString ServerAddress::displayName() const
{
    const bool bracketed = host.contains(u':');
    return u"%1%2%3:%4"_s.arg(bracketed ? u"["_s : QString(), host, bracketed ? u"]"_s : QString()).arg(port);
}

QString ServerAddress::toString() const
{
    return (secure ? u"https://"_s : u"http://"_s) + displayName();
}

QString ServerAddress::link() const
{
    const QString opening = u"rialto://"_s + displayName();
    return parse(opening) == *this ? opening : toString();
}

QUrl ServerAddress::restUrl(const QString &path) const
{
    return QUrl(toString() + u"/api/v1/"_s + path);
}

QUrl ServerAddress::webSocketUrl() const
{
    return QUrl((secure ? u"wss://"_s : u"ws://"_s) + displayName() + u"/ws"_s);
}

} // namespace rialto
