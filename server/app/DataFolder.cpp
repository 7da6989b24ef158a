#include "app/DataFolder.h"

#include <QDir>
#include <QSaveFile>
#include <sodium.h>

using namespace Qt::StringLiterals;

namespace rialto {
namespace {

constexpr int kSecretBytes = 32;

Result<QByteArray> makeSecret(const QString &path)
{
    QByteArray secret(kSecretBytes, Qt::Uninitialized);
    randombytes_buf(secret.data(), static_cast<size_t>(secret.size()));
    QSaveFile file(path);
    const bool written = file.open(QIODevice::WriteOnly) && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) &&
                         file.write(secret.toHex() + '\n') > 0 && file.commit();
    if (!written)
        return fail(ErrorCode::StorageFull, u"The secret cannot be written to %1: %2."_s.arg(path, file.errorString()));
    return secret;
}

} // namespace

DataFolder::DataFolder(QString path) : m_path(std::move(path)) {}

Result<std::unique_ptr<DataFolder>> DataFolder::open(const QString &path)
{
    const bool existed = QFileInfo::exists(path);
    if (!QDir().mkpath(path))
        return fail(ErrorCode::Forbidden,
                    u"The data folder %1 cannot be made; choose another with --data."_s.arg(path));
    if (!existed)
        QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    auto folder = std::unique_ptr<DataFolder>(new DataFolder(QDir(path).absolutePath()));
    auto lock = FolderLock::take(path);
    if (!lock)
        return tl::unexpected(lock.error());
    folder->m_lock = std::move(*lock);
    return folder;
}

Result<QByteArray> DataFolder::secret() const
{
    QFile stored(file(u"SECRET"_s));
    if (!stored.exists())
        return makeSecret(stored.fileName());
    if (!stored.open(QIODevice::ReadOnly))
        return fail(ErrorCode::Forbidden,
                    u"The secret %1 cannot be read: %2."_s.arg(stored.fileName(), stored.errorString()));
    const QByteArray secret = QByteArray::fromHex(stored.readAll().trimmed());
    if (secret.size() != kSecretBytes)
        return fail(ErrorCode::Invalid, u"%1 does not hold a secret; restore it from a backup, or remove it and have "
                                        "everybody sign in again."_s.arg(stored.fileName()));
    return secret;
}

QString DataFolder::socketPathIn(const QString &folder)
{
    return QDir(folder).absoluteFilePath(u"control.sock"_s);
}

} // namespace rialto
