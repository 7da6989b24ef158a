#pragma once

#include "doors/FileTransfer.h"

namespace rialto {

/// `GET files/{id}/content` and `/thumbnail`, whole or a range of it. Whatever it is, a browser is told to save it, not
/// to show or run it. Lives on: the net thread.
class Download final : public FileTransfer
{
    Q_OBJECT
public:
    using FileTransfer::FileTransfer;

    void receive(const QByteArray &) override {}
    void sendMore() override;

private:
    struct Range
    {
        qint64 first = 0;
        qint64 size = 0;
    };
    struct Opened
    {
        std::shared_ptr<StoredContent> content; ///< Null when there is none.
        bool isPng = false;                     ///< Of a thumbnail; otherwise it is a JPEG.
    };
    enum class RangeAsked { None, Good, Unsatisfiable };

    void begin(const File &file) override;
    void sendOffset();
    void sendHead(bool isPng);
    void takePiece(const QByteArray &piece);
    bool isThumbnail() const;
    QByteArray tag() const;
    RangeAsked findRange(Range &range) const;

    File m_file;
    /// Shared with the read that is under way, which may outlive the transfer.
    std::shared_ptr<StoredContent> m_content;
    Range m_left;
};

} // namespace rialto
