// The part of RoomPane that sends, shows and saves files.
#include <QDesktopServices>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QImageReader>
#include <QMenu>
#include <QMimeData>
#include <QStandardPaths>
#include <QUuid>

#include "features/chat/Composer.h"
#include "features/chat/DownloadBook.h"
#include "features/chat/EmojiList.h"
#include "features/chat/FileActions.h"
#include "features/chat/FilePreviewDialog.h"
#include "features/chat/RoomPane.h"
#include "features/chat/TimelineView.h"
#include "features/chat/model/ChatWriter.h"
#include "features/chat/model/RoomListModel.h"
#include "net/ErrorText.h"
#include "ui/PictureStore.h"

using namespace Qt::StringLiterals;

namespace rialto {

namespace {

// What stands in the message; a picture that lies on its side is told so by its file.
void measure(LocalFile &file)
{
    QImageReader reader(file.path);
    reader.setDecideFormatFromContent(true);
    if (!QList<QByteArray>{"png", "jpeg", "jpg", "gif", "webp"}.contains(reader.format()))
        return;
    const bool isTurned = reader.transformation().testFlag(QImageIOHandler::TransformationRotate90);
    const QSize size = isTurned ? reader.size().transposed() : reader.size();
    file.width = qMax(0, size.width());
    file.height = qMax(0, size.height());
}

} // namespace

void RoomPane::connectFiles()
{
    setAcceptDrops(true);
    m_timeline->setPictureReader(attachedPictures(m_context.pictures));
    m_timeline->setAvatars(m_context.avatars);
    connect(&m_context.pictures, &PictureStore::arrived, m_timeline->viewport(), qOverload<>(&QWidget::update));
    connect(m_timeline, &TimelineView::fileClicked, this, &RoomPane::openFile);
    connect(&m_context.downloads, &DownloadBook::changed, this, &RoomPane::refreshDownload);
    connect(&m_context.downloads, &DownloadBook::saved, this, [this](const QString &target) {
        const auto open = [target] { QDesktopServices::openUrl(QUrl::fromLocalFile(target)); };
        const auto openFolder = [target] {
            QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(target).absolutePath()));
        };
        m_context.tell(tr("Saved as %1").arg(QFileInfo(target).fileName()), u"download"_s,
                       {{}, {{tr("Open"), open}, {tr("Show folder"), openFolder}}});
    });
    connect(&m_context.downloads, &DownloadBook::stopped, this, [this](const QString &name, const Error &reason) {
        m_context.say(tr("“%1” is not saved. %2").arg(name, errorText(reason)), u"circle-alert"_s);
    });
    connect(m_composer, &Composer::attachRequested, this, &RoomPane::chooseFiles);
    connect(m_composer, &Composer::filesGiven, this, &RoomPane::offerContent);
}

void RoomPane::chooseFiles()
{
    const RoomId room = m_room; // While one chooses, another one may come to be shown.
    const QStringList paths = QFileDialog::getOpenFileNames(this, tr("Attach files"));
    if (!paths.isEmpty())
        offerFiles(room, paths);
}

// Files, or a picture that is nowhere yet: it is kept where the outbox finds it after a restart.
void RoomPane::offerContent(const QMimeData *content)
{
    QStringList paths;
    for (const QUrl &url : content->urls()) {
        if (url.isLocalFile())
            paths.append(url.toLocalFile());
    }
    if (!paths.isEmpty())
        return offerFiles(m_room, paths);
    if (!content->hasImage())
        return;
    QDir folder(m_context.uploadFolder);
    folder.mkpath(u"."_s);
    // Its name is what others see; two of one second lie in folders of their own.
    const QString own = QUuid::createUuid().toString(QUuid::Id128);
    folder.mkdir(own);
    const QString moment = QDateTime::currentDateTime().toString(u"yyyy-MM-dd HH-mm-ss"_s);
    const QString path = folder.filePath(own + u'/' + tr("Picture") + u' ' + moment + u".png"_s);
    m_context.pictures.keep(qvariant_cast<QImage>(content->imageData()), path, this,
                            [this, path, room = m_room](bool isKept) {
                                if (isKept)
                                    offerFiles(room, {path});
                                else
                                    m_composer->setProblem(tr("The picture cannot be kept on this machine."));
                            });
}

void RoomPane::offerFiles(RoomId room, const QStringList &paths)
{
    if (!m_messages || (room == m_room && !m_messages->canWrite()))
        return;
    QList<LocalFile> files;
    QStringList problems;
    for (const QString &path : paths) {
        Result<LocalFile> file = UploadQueue::inspect(path, m_context.largestFile());
        if (!file) {
            problems.append(file.error().message);
        } else if (files.size() == kMaximumAttachments) {
            problems.append(tr("A message carries %n file(s) at most.", nullptr, kMaximumAttachments));
            break;
        } else {
            measure(*file);
            files.append(*file);
        }
    }
    if (files.isEmpty())
        return m_composer->setProblem(problems.join(u'\n'));
    // What one is editing is another message.
    const QString caption = m_composer->isEditing() ? QString() : m_composer->text();
    auto *dialog = new FilePreviewDialog(m_theme, m_context.pictures, files, problems, caption, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setSender([this, room, files, replyTo = m_replyTo](const QString &text) {
        const Result<> sent = sendFiles(room, text.trimmed(), files, replyTo);
        return sent ? QString() : refusalWords(text, sent.error());
    });
    dialog->open();
}

/// To the room that they were chosen for, also while another one is shown.
Result<> RoomPane::sendFiles(RoomId room, const QString &caption, const QList<LocalFile> &files,
                             const std::optional<MessageId> &replyTo)
{
    if (!m_context.rooms.isJoined(room))
        return failLocally(ErrorCode::NotFound, tr("You are no longer in this room."));
    const bool isShown = m_messages && room == m_room;
    const Result<QString> sent = isShown ? m_messages->sendFiles(withEmoji(caption), files, replyTo)
                                         : m_context.writer.sendFiles(room, withEmoji(caption), files, replyTo);
    if (!sent)
        return tl::unexpected(sent.error());
    if (isShown)
        cleanUpAfterSending();
    return {};
}

void RoomPane::openFile(int row, int index)
{
    const TimelineEntry entry = m_timeline->rowData(row);
    const Attachment clicked = entry.message.attachments.at(index);
    if (!clicked.fileId.isValid()) {
        // On its way, or refused: the click takes it back.
        m_messages->discard(row);
        return;
    }
    if (const Download *const download = m_context.downloads.find(clicked.fileId)) {
        download->problem ? m_context.downloads.retry(clicked.fileId) : m_context.downloads.cancel(clicked.fileId);
        return;
    }
    if (!clicked.isPicture())
        return saveAttachment(clicked, m_context, this);
    QList<Attachment> pictures;
    qsizetype current = 0;
    for (int i = 0; i < m_messages->rowCount(); ++i) {
        for (const Attachment &one : m_messages->row(i).message.attachments) {
            if (!one.isPicture() || !one.fileId.isValid())
                continue;
            if (i == row && one.fileId == clicked.fileId)
                current = pictures.size();
            pictures.append(one);
        }
    }
    showPictures(m_theme, m_context, pictures, current, this);
}

/// What one does with the files of a message by the keyboard.
void RoomPane::addFileActions(QMenu &menu, int row)
{
    const QList<Attachment> files = m_messages->row(row).message.attachments;
    for (int i = 0; i < files.size(); ++i) {
        const Attachment &file = files.at(i);
        // A menu takes an ampersand for the mark of a key.
        const QString name = menu.fontMetrics().elidedText(file.name, Qt::ElideMiddle, 240).replace(u'&', "&&"_L1);
        if (file.isPicture())
            menu.addAction(m_theme.icon(u"eye"_s, &Colors::textMuted), tr("Open “%1”").arg(name), this,
                           onMessage(row, [this, i](int now) { openFile(now, i); }));
        addSaveActions(menu, file, name);
    }
    if (!files.isEmpty())
        menu.addSeparator();
}

/// Saves a file, or goes on, or gives up, by how far that has come.
void RoomPane::addSaveActions(QMenu &menu, const Attachment &file, const QString &name)
{
    const auto icon = [this](const QString &sign) { return m_theme.icon(sign, &Colors::textMuted); };
    DownloadBook &downloads = m_context.downloads;
    const Download *const download = downloads.find(file.fileId);
    if (!download) {
        menu.addAction(icon(u"download"_s), tr("Save “%1”…").arg(name), this,
                       [this, file] { saveAttachment(file, m_context, this); });
        return;
    }
    if (download->problem)
        menu.addAction(icon(u"rotate-ccw"_s), tr("Go on saving “%1”").arg(name), this,
                       [&downloads, id = file.fileId] { downloads.retry(id); });
    menu.addAction(icon(u"x"_s), tr("Give up saving “%1”").arg(name), this,
                   [&downloads, id = file.fileId] { downloads.cancel(id); });
}

/// What is told of a row besides its message: how far its files have come.
QMap<int, FileTransfer> RoomPane::downloadsOf(const Message &message) const
{
    QMap<int, FileTransfer> transfers;
    for (int i = 0; i < message.attachments.size(); ++i) {
        const Attachment &file = message.attachments.at(i);
        if (const Download *const download = m_context.downloads.find(file.fileId))
            transfers.insert(
                i, {download->received, file.size, download->problem ? errorText(*download->problem) : QString()});
    }
    return transfers;
}

void RoomPane::refreshDownload(FileId id)
{
    for (int row = 0; m_messages && row < m_messages->rowCount(); ++row) {
        const QList<Attachment> &files = m_messages->row(row).message.attachments;
        if (std::any_of(files.begin(), files.end(), [id](const Attachment &file) { return file.fileId == id; }))
            m_timeline->refreshRow(row);
    }
}

void RoomPane::dragEnterEvent(QDragEnterEvent *event)
{
    const bool isWanted = event->mimeData()->hasUrls() || event->mimeData()->hasImage();
    if (isWanted && m_messages && m_messages->canWrite())
        event->acceptProposedAction();
}

void RoomPane::dropEvent(QDropEvent *event)
{
    offerContent(event->mimeData());
    event->acceptProposedAction();
}

} // namespace rialto
