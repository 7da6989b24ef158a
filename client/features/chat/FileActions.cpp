#include "features/chat/FileActions.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QStandardPaths>

#include "features/chat/ChatContext.h"
#include "features/chat/DownloadBook.h"
#include "features/chat/PictureViewer.h"

namespace rialto {

void saveAttachment(const Attachment &file, const ChatContext &context, QWidget *parent)
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DownloadLocation);
    auto *chooser = new QFileDialog(parent, QCoreApplication::translate("FileActions", "Save file"),
                                    QDir(folder).filePath(QFileInfo(file.name).fileName()));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setAcceptMode(QFileDialog::AcceptSave);
    QObject::connect(chooser, &QFileDialog::fileSelected, parent,
                     [file, &downloads = context.downloads](const QString &target) { downloads.save(file, target); });
    chooser->open();
}

void showPictures(const Theme &theme, const ChatContext &context, const QList<Attachment> &pictures, qsizetype current,
                  QWidget *parent)
{
    auto *viewer = new PictureViewer(theme, context.pictures, pictures, current, parent);
    viewer->setAttribute(Qt::WA_DeleteOnClose);
    // Over the viewer, which could hide it otherwise.
    QObject::connect(viewer, &PictureViewer::saveWanted, viewer,
                     [context, viewer](const Attachment &picture) { saveAttachment(picture, context, viewer); });
    viewer->open();
}

} // namespace rialto
