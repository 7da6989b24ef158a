// The part of RoomPane that sends, shows and saves files.
#include <QClipboard>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QGuiApplication>
#include <QImageReader>
#include <QMimeData>
#include <QStandardPaths>
#include <QUuid>

#include "features/chat/Composer.h"
#include "features/chat/ExportDialog.h"
#include "features/chat/FilePreviewDialog.h"
#include "features/chat/PictureViewer.h"
#include "features/chat/RoomPane.h"
#include "features/chat/TimelineView.h"
#include "features/chat/model/RoomListModel.h"
#include "ui/ErrorText.h"
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
    m_timeline->setPictureReader([this](const TimelineEntry &row, int index) {
        const Attachment &attachment = row.message.attachments.at(index);
        if (!attachment.fileId.isValid())
            return m_context.pictures.local(row.localFiles.value(index));
        return attachment.hasThumbnail ? m_context.pictures.thumbnail(attachment.fileId) : QImage();
    });
    m_timeline->setAvatars(m_context.avatars);
    connect(&m_context.pictures, &PictureStore::arrived, m_timeline->viewport(), qOverload<>(&QWidget::update));
    connect(m_timeline, &TimelineView::fileClicked, this, &RoomPane::openFile);
    connect(m_composer, &Composer::attachRequested, this, &RoomPane::chooseFiles);
    connect(m_composer, &Composer::filesPasted, this,
            [this] { offerContent(QGuiApplication::clipboard()->mimeData()); });
}

void RoomPane::chooseFiles()
{
    const QStringList paths = QFileDialog::getOpenFileNames(this, tr("Attach files"));
    if (!paths.isEmpty())
        offerFiles(paths);
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
        return offerFiles(paths);
    if (!content->hasImage())
        return;
    QDir folder(m_context.uploadFolder);
    folder.mkpath(u"."_s);
    const QString path = folder.filePath(QUuid::createUuid().toString(QUuid::Id128) + u".png"_s);
    m_context.pictures.keep(qvariant_cast<QImage>(content->imageData()), path, this, [this, path](bool isKept) {
        if (isKept)
            offerFiles({path});
        else
            m_composer->setProblem(tr("The picture cannot be kept on this machine."));
    });
}

void RoomPane::offerFiles(const QStringList &paths)
{
    if (!m_messages || !m_messages->canWrite())
        return;
    QList<LocalFile> files;
    QStringList problems;
    for (const QString &path : paths) {
        Result<LocalFile> file = UploadQueue::inspect(path);
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
    auto *dialog = new FilePreviewDialog(m_theme, m_context.pictures, files, problems, m_composer->text(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, files] { sendFiles(dialog->caption(), files); });
    dialog->open();
}

void RoomPane::sendFiles(const QString &caption, const QList<LocalFile> &files)
{
    if (!m_messages)
        return;
    const Result<QString> sent = m_messages->sendFiles(caption.trimmed(), files, m_replyTo);
    if (!sent)
        return m_composer->setProblem(errorText(sent.error()));
    m_replyTo.reset();
    m_composer->setText({});
    m_messages->setDraft({});
    m_timeline->scrollToBottom();
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
    if (!clicked.isPicture())
        return saveFile(clicked);
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
    auto *viewer = new PictureViewer(m_theme, m_context.pictures, pictures, current, this);
    viewer->setAttribute(Qt::WA_DeleteOnClose);
    connect(viewer, &PictureViewer::saveWanted, this, &RoomPane::saveFile);
    viewer->open();
}

void RoomPane::saveFile(const Attachment &file)
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DownloadLocation);
    const QString target =
        QFileDialog::getSaveFileName(this, tr("Save file"), QDir(folder).filePath(QFileInfo(file.name).fileName()));
    if (!target.isEmpty())
        saveFileAs(file, target);
}

void RoomPane::saveFileAs(const Attachment &file, const QString &target)
{
    m_context.pictures.save(file, target, this, [this, target](const Result<> &saved) {
        if (saved)
            m_context.say(tr("Saved as %1").arg(QFileInfo(target).fileName()), u"download"_s);
        else
            m_context.say(errorText(saved.error()), u"circle-alert"_s);
    });
}

void RoomPane::exportRoom()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const QString name = m_context.rooms.title(m_room).replace(u'/', u'-') + u".md"_s;
    QString kind;
    QString path = QFileDialog::getSaveFileName(this, tr("Export room"), QDir(folder).filePath(name),
                                                tr("Text") + u" (*.md);;JSON (*.json)"_s, &kind);
    if (path.isEmpty())
        return;
    if (kind.contains("*.json"_L1) && !path.endsWith(".json"_L1))
        path = path.section(u".md"_s, 0, 0) + u".json"_s;
    auto *dialog = new ExportDialog(m_theme, m_context.exportRoom(m_room, path), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this,
            [this, path] { m_context.say(tr("Saved as %1").arg(QFileInfo(path).fileName()), u"download"_s); });
    dialog->open();
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
