#pragma once

#include "doors/FileTransfer.h"

namespace rialto {

/// `PUT files/{id}/content`: writes what comes at the end of what is there; with the last byte the file is finished.
/// Whatever ends it before, what has come stays for the next attempt. Lives on: the net thread.
class Upload final : public FileTransfer
{
    Q_OBJECT
public:
    Upload(FileDoor &door, const HttpRequest &request, const RouteMatch &match, qint64 bodySize);

    void receive(const QByteArray &piece) override;
    void sendMore() override { sendBody(); }
    void cancel() override;

private:
    /// Which bytes of how many the body is.
    struct Piece
    {
        qint64 start = 0;
        qint64 size = 0; ///< Of the body.
    };
    /// Keeps others from writing the same file. Shared with every write that is under way, which may outlive its peer.
    class Claim;

    void begin(const File &file) override;
    Result<Piece> pieceOf(const File &file) const;
    void beginAt(qint64 offset, const Piece &piece);
    void handleWritten(const Result<> &result, qint64 size);
    void complete();
    void sendFile(const File &file, int status, qint64 offset);

    const qint64 m_bodySize;
    qint64 m_bodyLeft = 0;
    qint64 m_offset = 0;
    File m_file;
    std::shared_ptr<Claim> m_claim;
};

} // namespace rialto
