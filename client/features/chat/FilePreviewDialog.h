#pragma once

#include "features/chat/model/UploadQueue.h"
#include "ui/Dialog.h"

class QPlainTextEdit;

namespace rialto {

class PictureStore;

/// What is about to be sent: the files with small pictures of pictures, and a field for the words that go with them.
class FilePreviewDialog final : public Dialog
{
    Q_OBJECT
public:
    /// `problems`: why files that were chosen are not among them, a sentence each.
    FilePreviewDialog(const Theme &theme, PictureStore &pictures, const QList<LocalFile> &files,
                      const QStringList &problems, const QString &caption, QWidget *parent);

    QString caption() const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *buildRow(const LocalFile &file);

    PictureStore &m_pictures;
    QPlainTextEdit *m_caption;
};

} // namespace rialto
