#include "app/FolderLock.h"

#include <QCoreApplication>
#include <QFile>

#include <array>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace rialto {
namespace {

// For people only: who holds it is known by the kernel. On a full disk the words are missing, and nothing else.
void writeHolder(int file)
{
    const QByteArray words = QByteArray::number(QCoreApplication::applicationPid()) + '\n' +
                             QCoreApplication::applicationName().toUtf8() + '\n';
    if (::ftruncate(file, 0) == 0) [[maybe_unused]]
        const ssize_t written = ::pwrite(file, words.constData(), static_cast<size_t>(words.size()), 0);
}

QString readHolder(int file)
{
    std::array<char, 200> bytes{};
    const ssize_t size = ::pread(file, bytes.data(), bytes.size(), 0);
    const QString words = QString::fromUtf8(bytes.data(), std::max<ssize_t>(0, size));
    return u"%1, process %2"_s.arg(words.section(u'\n', 1, 1), words.section(u'\n', 0, 0));
}

} // namespace

Result<std::unique_ptr<FolderLock>> FolderLock::take(const QString &folder)
{
    const QByteArray path = QFile::encodeName(folder + u"/LOCK"_s);
    const int file = ::open(path.constData(), O_RDWR | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (file < 0)
        return fail(
            ErrorCode::Forbidden,
            u"The data folder %1 cannot be written; give it to this user or choose another with --data."_s.arg(folder));
    auto lock = std::unique_ptr<FolderLock>(new FolderLock(file));
    if (::flock(file, LOCK_EX | LOCK_NB) == 0) {
        writeHolder(file);
        return lock;
    }
    return fail(ErrorCode::Conflict,
                u"The data folder %1 belongs to the running %2; stop it or use another folder."_s.arg(
                    folder, readHolder(file)));
}

FolderLock::~FolderLock()
{
    ::close(m_file);
}

} // namespace rialto
