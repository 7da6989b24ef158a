#pragma once

#include "core/Inbox.h"
#include "doors/RestCaller.h"
#include "doors/RouteTable.h"
#include "net/HttpStream.h"
#include "storage/FileStore.h"

#include <QHash>
#include <QSet>

namespace rialto {

class FileTransfer;

/// The contents of files over HTTP: takes the requests whose bodies or answers are streams past the engine. Who may do
/// what is asked of the Router like any other request; here is only how bytes travel (RFC 9110 sections 13 and 14).
///
/// Lives on: the net thread; the disk is read and written on the pool `disk`.
class FileDoor
{
public:
    struct Services
    {
        const RestServices &rest;
        FileStore &store;
        TaskPool &disk;
        Inbox &inbox;
    };

    explicit FileDoor(Services services);

    /// The stream for a request of a file's content or thumbnail; null for all others.
    std::unique_ptr<HttpStream> open(const HttpHead &head, const QHostAddress &peer);

private:
    friend class FileTransfer;
    friend class Upload;

    const Services m_services;
    const RouteTable m_routes;
    QHash<UserId, int> m_transfers; ///< How many a person has open.
    QSet<FileId> m_uploading;       ///< Until the last write of the upload has ended, whatever became of its peer.
};

} // namespace rialto
