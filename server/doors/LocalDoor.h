#pragma once

#include "core/Directory.h"
#include "core/Inbox.h"
#include "core/Router.h"
#include "storage/FileStore.h"

#include <QLocalServer>

class QLocalSocket;

namespace rialto {

/// The command line's door into a running server: a local socket in the data folder, mode 0600, that takes the same
/// Router requests, a line of JSON each: {"method", "params", "as"?}. Whoever may open it owns the data anyway, so the
/// caller is the operator, or any account it names with `as`. With `files.putContent` the content of a small file comes
/// along as "content", in Base64, whole.
///
/// Lives on: the net thread.
class LocalDoor : public QObject
{
    Q_OBJECT
public:
    /// Finds the caller for an account name.
    using FindCaller = std::function<Result<Caller>(const QString &name)>;

    struct Services
    {
        const Router &router;
        FileStore &store;
        TaskPool &disk;
        Inbox &inbox;
    };

    LocalDoor(Services services, FindCaller findCaller);

    /// False when the socket cannot be made: the folder's path is too long for one.
    bool listen(const QString &path);

    /// Runs one request line; the reply line goes to `done`. Also used by the command line when it holds the folder.
    void run(const QByteArray &line, const std::function<void(QByteArray)> &done) const;

private:
    void accept();
    void read(QLocalSocket *socket);
    void dispatch(const MethodInfo &method, Call &&call) const;
    void checkUpload(const Call &call, const QByteArray &content) const;
    void write(FileId id, const Call &call, const QByteArray &content) const;
    void finishUpload(FileId id, const Call &call) const;
    template <typename Work, typename Then> void onDisk(const Call &call, Work work, Then then) const;

    const Services m_services;
    const FindCaller m_findCaller;
    QLocalServer m_server;
};

} // namespace rialto
