#include "features/chat/model/UploadQueue.h"

#include "base/MediaType.h"
#include "net/ApiClient.h"
#include "net/ClientId.h"
#include "net/FileLink.h"
#include "net/LinkStatus.h"

#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace rialto {
namespace {

// In the params of a held item: an object for each file, none of which leaves this machine.
constexpr auto kUploads = "uploads"_L1;
constexpr auto kAttachments = "attachments"_L1;
constexpr qint64 kLongestWaitMs = 600'000;

QJsonObject toUpload(const LocalFile &file, const QString &clientId)
{
    return {{u"path"_s, file.path},   {u"name"_s, file.name},     {u"size"_s, file.size},
            {u"width"_s, file.width}, {u"height"_s, file.height}, {u"clientId"_s, clientId}};
}

// Says nothing about the upload: it may work later.
bool isPassing(const Error &error)
{
    return error.code == ErrorCode::Unavailable || error.code == ErrorCode::RateLimited ||
           error.code == ErrorCode::Unauthenticated || (error.code == ErrorCode::StorageFull && error.field.isEmpty());
}

} // namespace

FileId UploadQueue::Step::fileId() const
{
    return FileId{upload.value("fileId"_L1).toInteger()};
}

qint64 UploadQueue::Step::size() const
{
    return upload.value("size"_L1).toInteger();
}

UploadQueue::UploadQueue(Outbox &outbox, ApiClient &api, FileLink &files, LinkStatus &link, const Clock &clock,
                         QObject *parent)
    : QObject(parent), m_outbox(outbox), m_api(api), m_files(files), m_link(link), m_clock(clock)
{
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &UploadQueue::next);
    connect(&m_link, &LinkStatus::onlineChanged, this, &UploadQueue::next);
    connect(&m_outbox, &Outbox::changed, this, &UploadQueue::forgetGone);
}

Result<> UploadQueue::inspectContent(const QFileInfo &info, qint64 largest)
{
    const auto words = [](qint64 bytes) {
        return QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeTraditionalFormat);
    };
    if (largest > 0 && info.size() > largest)
        return failLocally(ErrorCode::TooLarge, tr("%1 has %2; this server takes files of %3 at most.")
                                                    .arg(info.fileName(), words(info.size()), words(largest)));
    QFile file(info.filePath());
    if (!file.open(QFile::ReadOnly))
        return failLocally(ErrorCode::Invalid, tr("%1 cannot be read.").arg(info.fileName()));
    const QByteArray head = file.read(kMediaTypeHead);
    if (isPictureNotTaken(head))
        return failLocally(ErrorCode::Invalid,
                           tr("%1 is a picture of a kind (%2) from which its place and time cannot be removed. Send it "
                              "as PNG, JPEG, GIF or WebP, or inside an archive.")
                               .arg(info.fileName(), mediaTypeOf(head)));
    return {};
}

Result<LocalFile> UploadQueue::inspect(const QString &path, qint64 largest)
{
    const QFileInfo info(path);
    if (!info.isFile() || !info.isReadable())
        return fail(ErrorCode::Invalid, tr("%1 cannot be read.").arg(info.fileName()));
    if (info.size() == 0)
        return fail(ErrorCode::Invalid, tr("%1 is empty.").arg(info.fileName()));
    if (const Result<> taken = inspectContent(info, largest); !taken)
        return tl::unexpected(taken.error());
    LocalFile file{info.absoluteFilePath(), info.fileName().replace(u'\\', u'_'), info.size()};
    QString name;
    if (!decodeValue(QJsonValue(file.name), kFileNameRules, Check::Rules, name))
        return fail(ErrorCode::Invalid, tr("%1 has a name that cannot be sent.").arg(info.fileName()));
    file.name = name;
    return file;
}

Result<QString> UploadQueue::send(RoomId room, const QString &text, const QList<LocalFile> &files,
                                  const std::optional<MessageId> &replyTo)
{
    QJsonArray uploads;
    for (const LocalFile &file : files)
        uploads.append(toUpload(file, makeClientId(m_clock)));
    OutboxItem item;
    item.clientId = makeClientId(m_clock);
    item.method = QString::fromLatin1(SendMessage::method.name);
    item.subject = u"new:"_s + item.clientId;
    item.dependsOn = Outbox::kHeldByFiles;
    item.params = parseObject(toJson(SendMessage{room, item.clientId, text, replyTo, {}})).value_or(QJsonObject());
    item.params.insert(kUploads, uploads);
    const QString clientId = item.clientId;
    if (const Result<> kept = m_outbox.add(std::move(item)); !kept)
        return tl::unexpected(kept.error());
    next();
    return clientId;
}

void UploadQueue::clearFolder(const QString &folder) const
{
    QSet<QString> named;
    for (const OutboxItem &item : m_outbox.items()) {
        for (const QString &path : localPathsOf(item))
            named.insert(path);
    }
    for (QDirIterator each(folder, QDir::Files, QDirIterator::Subdirectories); each.hasNext();) {
        const QFileInfo file(each.next());
        if (named.contains(file.absoluteFilePath()))
            continue;
        QFile::remove(file.filePath());
        QDir(folder).rmdir(file.path()); // Unless something is left in it.
    }
}

bool UploadQueue::isHeld(const OutboxItem &item)
{
    return item.dependsOn == Outbox::kHeldByFiles;
}

QList<Attachment> UploadQueue::attachmentsOf(const OutboxItem &item)
{
    QList<Attachment> attachments;
    const bool held = isHeld(item);
    for (const QJsonValue &value : item.params.value(held ? kUploads : kAttachments).toArray()) {
        Attachment one = fromJson<Attachment>(value.toObject(), Check::Shape).value_or(Attachment());
        one.fileId = held ? FileId() : one.fileId;
        attachments.append(one);
    }
    return attachments;
}

QStringList UploadQueue::localPathsOf(const OutboxItem &item)
{
    QStringList paths;
    for (const QJsonValue &value : item.params.value(kUploads).toArray())
        paths.append(value.toObject().value("path"_L1).toString());
    return paths;
}

UploadQueue::Progress UploadQueue::progress(const OutboxItem &item) const
{
    Progress progress;
    for (const QJsonValue &value : item.params.value(kUploads).toArray()) {
        const qint64 size = value.toObject().value("size"_L1).toInteger();
        progress.total += size;
        progress.sent += value.toObject().value("file"_L1).isObject() ? size : 0;
    }
    progress.sent += m_sent.value(item.clientId);
    return progress;
}

std::optional<UploadQueue::Step> UploadQueue::findStep() const
{
    for (const OutboxItem &item : m_outbox.items()) {
        if (!isHeld(item) || item.failed)
            continue;
        const QJsonArray uploads = item.params.value(kUploads).toArray();
        for (qsizetype i = 0; i < uploads.size(); ++i) {
            const QJsonObject upload = uploads.at(i).toObject();
            if (!upload.value("file"_L1).isObject())
                return Step{item.clientId, RoomId{item.params.value("roomId"_L1).toInteger()}, i, upload};
        }
    }
    return std::nullopt;
}

void UploadQueue::next()
{
    if (!m_busyWith.isEmpty() || m_retry.isActive() || !m_link.isOnline())
        return;
    const std::optional<Step> step = findStep();
    if (!step)
        return;
    m_busyWith = step->item;
    m_busyFile = step->fileId();
    m_call = std::make_unique<QObject>();
    if (step->fileId().isValid())
        askOffset(*step);
    else
        announce(*step);
}

void UploadQueue::announce(const Step &step)
{
    const CreateFile request{step.upload.value("clientId"_L1).toString(), step.upload.value("name"_L1).toString(),
                             step.size(), step.room};
    m_api.call<CreateFile>(request, m_call.get(), [this, step](const Result<File> &file) {
        if (!file)
            return handleError(step, file.error());
        Step announced = step;
        announced.upload.insert("fileId"_L1, file->id.value);
        m_busyFile = file->id;
        change(step, u"fileId"_s, file->id.value);
        sendPiece(announced, 0);
    });
}

void UploadQueue::askOffset(const Step &step)
{
    m_files.askOffset(step.fileId(), m_call.get(), [this, step](const Result<qint64> &offset) {
        if (offset)
            return sendPiece(step, *offset);
        // It took too long, and the server has forgotten it: once more from the beginning, as another file.
        if (offset.error().code == ErrorCode::NotFound) {
            change(step, u"fileId"_s, 0);
            change(step, u"clientId"_s, makeClientId(m_clock));
            m_busyWith.clear();
            return next();
        }
        handleError(step, offset.error());
    });
}

void UploadQueue::sendPiece(const Step &step, qint64 offset)
{
    QFile file(step.upload.value("path"_L1).toString());
    if (!file.open(QFile::ReadOnly) || file.size() != step.size() || !file.seek(offset))
        return park(step.item,
                    {ErrorCode::Invalid,
                     tr("%1 is no longer there, or was changed.").arg(step.upload.value("name"_L1).toString()),
                     {},
                     {},
                     0});
    const QByteArray piece = file.read(std::min(FileLink::kPiece, step.size() - offset));
    m_sent.insert(step.item, offset);
    Q_EMIT progressed(step.item);
    m_files.put(
        step.fileId(), piece, offset, step.size(), m_call.get(),
        [this, step, reached = offset + piece.size()](const Result<File> &stored) {
            if (stored)
                m_backoff.reset();
            if (stored && stored->status == FileStatus::Uploading)
                return sendPiece(step, reached);
            pieceSent(step, stored);
        },
        [this, id = step.item](qint64 sent, qint64) {
            m_sent.insert(id, sent);
            Q_EMIT progressed(id);
        });
}

void UploadQueue::pieceSent(const Step &step, const Result<File> &file)
{
    if (!file)
        return handleError(step, file.error());
    m_sent.remove(step.item);
    change(step, u"file"_s, parseObject(toJson(*file)).value_or(QJsonObject()));
    m_busyWith.clear();
    release(step.item);
    next();
}

// All its files are there: the message goes, and what only this machine knows stays here.
void UploadQueue::release(const QString &clientId)
{
    (void)m_outbox.alter([&](OutboxItem &item) {
        if (item.clientId != clientId)
            return false;
        QJsonArray ids;
        QJsonArray attachments;
        for (const QJsonValue &value : item.params.value(kUploads).toArray()) {
            QJsonObject file = value.toObject().value("file"_L1).toObject();
            if (file.isEmpty())
                return false;
            ids.append(file.value("id"_L1));
            file.insert("fileId"_L1, file.value("id"_L1));
            attachments.append(file);
        }
        item.params.remove(kUploads);
        item.params.insert("fileIds"_L1, ids);
        item.params.insert(kAttachments, attachments);
        item.dependsOn.clear();
        return true;
    });
}

void UploadQueue::change(const Step &step, const QString &key, const QJsonValue &value)
{
    (void)m_outbox.alter([&](OutboxItem &item) {
        if (item.clientId != step.item)
            return false;
        QJsonArray uploads = item.params.value(kUploads).toArray();
        QJsonObject upload = uploads.at(step.index).toObject();
        upload.insert(key, value);
        uploads.replace(step.index, upload);
        item.params.insert(kUploads, uploads);
        return true;
    });
}

void UploadQueue::handleError(const Step &step, const Error &error)
{
    // Where the upload stands is asked again: the server may have more, or less, than was thought.
    if (!isPassing(error) && error.code != ErrorCode::Conflict)
        return park(step.item, error);
    m_busyWith.clear();
    const qint64 asked = qint64{error.retryAfterSeconds} * 1000;
    m_retry.start(static_cast<int>(std::clamp<qint64>(asked, m_backoff.nextDelayMs(), kLongestWaitMs)));
}

void UploadQueue::park(const QString &clientId, const Error &error)
{
    m_busyWith.clear();
    m_sent.remove(clientId);
    m_outbox.park(clientId, error);
    next();
}

// Discarded while its files were under way: what is under way ends here, and on the server where it can be reached; the
// rest it forgets by itself, since nothing names it.
void UploadQueue::forgetGone()
{
    if (!m_busyWith.isEmpty() && !m_outbox.find(m_busyWith)) {
        m_call.reset();
        if (m_busyFile.isValid())
            m_api.call<DeleteFile>({m_busyFile, makeClientId(m_clock)}, this, {});
        m_sent.remove(m_busyWith);
        m_busyWith.clear();
    }
    QMetaObject::invokeMethod(this, &UploadQueue::next, Qt::QueuedConnection);
}

} // namespace rialto
