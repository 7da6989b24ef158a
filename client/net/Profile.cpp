#include "net/Profile.h"

#include "protocol/Codec.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QJsonDocument>
#include <QSaveFile>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace rialto {
namespace {

constexpr auto kCurrentFile = "current.json"_L1;
constexpr auto kCertificatesFile = "certificates.json"_L1;
constexpr auto kLastServerFile = "server.json"_L1;

QJsonObject readObject(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    // A damaged file reads as an empty one: the person signs in again.
    return parseObject(file.readAll()).value_or(QJsonObject());
}

// Whole or not at all, and readable by its owner only.
Result<> writeObject(const QString &path, const QJsonObject &object)
{
    QSaveFile file(path);
    const QByteArray bytes = QJsonDocument(object).toJson();
    const bool written = file.open(QIODevice::WriteOnly) &&
                         file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner) &&
                         file.write(bytes) == bytes.size() && file.commit();
    if (!written)
        return failLocally(ErrorCode::StorageFull,
                           QObject::tr("%1 could not be written: %2").arg(path, file.errorString()));
    return {};
}

std::optional<StoredAccount> read(const QJsonObject &object)
{
    const Result<ServerAddress> server = ServerAddress::parse(object.value("server"_L1).toString());
    const Result<User> user = fromJson<User>(object.value("user"_L1).toObject(), Check::Shape);
    const QString refreshToken = object.value("refreshToken"_L1).toString();
    if (!server || !user || !user->id.isValid() || refreshToken.isEmpty())
        return std::nullopt;
    return StoredAccount{*server, *user, object.value("accessToken"_L1).toString(), refreshToken,
                         object.value("accessEndsAt"_L1).toInteger()};
}

QJsonObject write(const StoredAccount &account)
{
    const Result<QJsonObject> user = parseObject(toJson(account.user));
    return {{u"server"_s, account.server.toString()},
            {u"user"_s, user.value_or(QJsonObject())},
            {u"accessToken"_s, account.accessToken},
            {u"refreshToken"_s, account.refreshToken},
            {u"accessEndsAt"_s, account.accessEndsAtMs}};
}

} // namespace

Profile::Profile(const QString &folder) : m_folder(QDir(folder).absolutePath())
{
    QDir().mkpath(m_folder);
}

Result<Profile> Profile::named(const QString &name)
{
    static const QRegularExpression allowed(u"^[A-Za-z0-9_-][A-Za-z0-9._-]{0,63}$"_s);
    if (!allowed.match(name).hasMatch())
        return fail(ErrorCode::Invalid,
                    QObject::tr("A profile's name has letters, digits, dots, hyphens and underscores."), u"profile"_s);
    const QString base = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    return Profile(base + u"/profiles/"_s + name);
}

QString Profile::accountFile(const QString &key) const
{
    return m_folder + u"/account-"_s + key + u".json"_s;
}

QList<StoredAccount> Profile::accounts() const
{
    QMultiMap<qint64, StoredAccount> bySince;
    const QDir folder(m_folder);
    for (const QString &name : folder.entryList({u"account-*.json"_s}, QDir::Files, QDir::Name)) {
        const QJsonObject object = readObject(folder.filePath(name));
        if (const auto account = read(object))
            bySince.insert(object.value("since"_L1).toInteger(), *account);
    }
    return bySince.values();
}

std::optional<StoredAccount> Profile::account() const
{
    const QList<StoredAccount> all = accounts();
    const QString current = readObject(m_folder + u'/' + kCurrentFile).value("account"_L1).toString();
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const StoredAccount &account) { return keyOf(account) == current; });
    return found != all.end() ? std::optional(*found) : all.isEmpty() ? std::nullopt : std::optional(all.first());
}

Result<> Profile::save(const StoredAccount &account)
{
    const QString path = accountFile(keyOf(account));
    QJsonObject object = write(account);
    const QJsonValue since = readObject(path).value("since"_L1);
    object.insert(u"since"_s, since.isDouble() ? since : QJsonValue(QDateTime::currentMSecsSinceEpoch()));
    if (const Result<> written = writeObject(path, object); !written)
        return written;
    return writeObject(m_folder + u'/' + kLastServerFile, {{u"server"_s, account.server.toString()}});
}

Result<> Profile::setCurrent(const StoredAccount &account)
{
    return writeObject(m_folder + u'/' + kCurrentFile, {{u"account"_s, keyOf(account)}});
}

void Profile::forget(const StoredAccount &account)
{
    QFile::remove(accountFile(keyOf(account)));
}

QString Profile::lastServer() const
{
    return readObject(m_folder + u'/' + kLastServerFile).value("server"_L1).toString();
}

QSslCertificate Profile::pinnedCertificate(const ServerAddress &server) const
{
    const QJsonObject pins = readObject(m_folder + u'/' + kCertificatesFile);
    const QByteArray pem = pins.value(server.displayName()).toString().toLatin1();
    return pem.isEmpty() ? QSslCertificate() : QSslCertificate(pem, QSsl::Pem);
}

Result<> Profile::pin(const ServerAddress &server, const QSslCertificate &certificate)
{
    QJsonObject pins = readObject(m_folder + u'/' + kCertificatesFile);
    pins.insert(server.displayName(), QString::fromLatin1(certificate.toPem()));
    return writeObject(m_folder + u'/' + kCertificatesFile, pins);
}

QString Profile::keyOf(const StoredAccount &account)
{
    const QByteArray name = account.server.displayName().toUtf8() + '#' + QByteArray::number(account.user.id.value);
    return QString::fromLatin1(QCryptographicHash::hash(name, QCryptographicHash::Sha256).toHex().left(16));
}

QString Profile::cacheFile(const StoredAccount &account) const
{
    return m_folder + u"/cache-"_s + keyOf(account) + u".sqlite"_s;
}

} // namespace rialto
