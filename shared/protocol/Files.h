#pragma once

#include "protocol/Method.h"

namespace rialto {

/// The last part of a path, never a path.
inline constexpr Rules kFileNameRules = {.minLength = 1, .maxLength = 255, .pattern = "^[^/\\\\]+$"};
/// How many files one message carries.
inline constexpr int kMaximumAttachments = 10;

enum class FileStatus {
    Uploading, ///< Its content has not come as a whole.
    Ready,
    Removed,
};
template <> struct EnumWords<FileStatus>
{
    static constexpr const char *words[] = {"uploading", "ready", "removed"};
};

/// A file as its owner knows it. What others see of it is the Attachment in a message.
struct File
{
    FileId id;
    UserId ownerId;
    QString name;
    qint64 size = 0;
    QString mediaType;
    int width = 0;
    int height = 0;
    bool hasThumbnail = false;
    QString hash;
    FileStatus status = FileStatus::Uploading;
    qint64 createdAt = 0;
    qint64 version = 1;

    static auto fields()
    {
        return std::tuple{
            Field{"id", &File::id, {}, "Key of the file."},
            Field{"ownerId", &File::ownerId, {}, "Who uploads it."},
            Field{"name", &File::name, {}, "What its owner calls it."},
            Field{"size", &File::size, {}, "Bytes; as announced until it is ready, then as stored."},
            Field{"mediaType", &File::mediaType, {}, "By its content, not its name; empty until it is ready."},
            Field{"width", &File::width, {}, "Of a picture, in pixels as it is shown; otherwise 0."},
            Field{"height", &File::height, {}, "Of a picture, in pixels as it is shown; otherwise 0."},
            Field{"hasThumbnail", &File::hasThumbnail, {}, "Whether there is a small picture of it."},
            Field{"hash", &File::hash, {}, "SHA-256 of what is stored, in hex; empty until it is ready."},
            Field{"status", &File::status, {}, "Whether its content is there."},
            Field{"createdAt", &File::createdAt, {}, "Epoch milliseconds."},
            Field{"version", &File::version, {}, "Grows with every change."}};
    }
};

/// A file as a message carries it. The size of a picture is known before a byte of it is loaded.
struct Attachment
{
    FileId fileId;
    QString name;
    qint64 size = 0;
    QString mediaType;
    int width = 0;
    int height = 0;
    bool hasThumbnail = false;

    bool isPicture() const { return width > 0 && height > 0; }

    static auto fields()
    {
        return std::tuple{
            Field{"fileId", &Attachment::fileId, {}, "The file."},
            Field{"name", &Attachment::name, {}, "What its owner calls it."},
            Field{"size", &Attachment::size, {}, "Bytes."},
            Field{"mediaType", &Attachment::mediaType, {}, "By its content, not its name."},
            Field{"width", &Attachment::width, {}, "Of a picture, in pixels; otherwise 0."},
            Field{"height", &Attachment::height, {}, "Of a picture, in pixels; otherwise 0."},
            Field{"hasThumbnail", &Attachment::hasThumbnail, {}, "Whether there is a small picture of it."}};
    }
};

struct CreateFile
{
    using Reply = File;
    static constexpr MethodInfo method = {
        "files.create",
        Verb::Post,
        "files",
        Effect::Create,
        Access::Member,
        "Announces a file; its content follows with PUT files/{fileId}/content. It may take 14 days, and then 14 days "
        "more until a message carries the file; after that it is removed."};
    QString clientId;
    QString name;
    qint64 size = 0;
    std::optional<RoomId> roomId;

    static auto fields()
    {
        return std::tuple{
            Field{"clientId", &CreateFile::clientId, kClientIdRules, "Idempotency key."},
            Field{"name", &CreateFile::name, required(kFileNameRules), "What to call it; no path."},
            Field{"size", &CreateFile::size, {.required = true, .minimum = 1}, "Bytes."},
            Field{"roomId", &CreateFile::roomId, {}, "Where it will be sent; refused here when one may not."}};
    }
};

struct GetFile
{
    using Reply = File;
    static constexpr MethodInfo method = {"files.get",  Verb::Get,     "files/{fileId}",
                                          Effect::Read, Access::Guest, "Reads what is known of a file."};
    FileId fileId;

    static auto fields() { return std::tuple{Field{"fileId", &GetFile::fileId, {.required = true}, "The file."}}; }
};

struct DeleteFile
{
    using Reply = Nothing;
    static constexpr MethodInfo method = {
        "files.delete", Verb::Delete,   "files/{fileId}",
        Effect::Delete, Access::Member, "Removes a file of one's own that no message carries; ends its upload."};
    FileId fileId;
    QString clientId;

    static auto fields()
    {
        return std::tuple{Field{"fileId", &DeleteFile::fileId, {.required = true}, "The file."},
                          Field{"clientId", &DeleteFile::clientId, kClientIdRules, "Idempotency key."}};
    }
};

struct PutContent
{
    using Reply = File;
    static constexpr MethodInfo method = {"files.putContent",
                                          Verb::Put,
                                          "files/{fileId}/content",
                                          Effect::Change,
                                          Access::Member,
                                          "Sends the content, or with Content-Range the next piece of it; 202 with "
                                          "Upload-Offset while bytes are missing.",
                                          false,
                                          Payload::Upload};
    FileId fileId;

    static auto fields() { return std::tuple{Field{"fileId", &PutContent::fileId, {.required = true}, "The file."}}; }
};

struct GetContent
{
    using Reply = File;
    static constexpr MethodInfo method = {"files.getContent",
                                          Verb::Get,
                                          "files/{fileId}/content",
                                          Effect::Read,
                                          Access::Guest,
                                          "The content, or the Range of it that is asked for; HEAD tells the owner "
                                          "how far an upload has come (Upload-Offset).",
                                          false,
                                          Payload::Download};
    FileId fileId;

    static auto fields() { return std::tuple{Field{"fileId", &GetContent::fileId, {.required = true}, "The file."}}; }
};

struct GetThumbnail
{
    using Reply = File;
    static constexpr MethodInfo method = {"files.getThumbnail",
                                          Verb::Get,
                                          "files/{fileId}/thumbnail",
                                          Effect::Read,
                                          Access::Guest,
                                          "A small picture of a picture: at most 640 pixels a side.",
                                          false,
                                          Payload::Download};
    FileId fileId;

    static auto fields() { return std::tuple{Field{"fileId", &GetThumbnail::fileId, {.required = true}, "The file."}}; }
};

} // namespace rialto
