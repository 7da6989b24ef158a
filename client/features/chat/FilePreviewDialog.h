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

    /// Who sends it; returns why it cannot be sent, in words, or nothing. The dialog closes when it was.
    void setSender(std::function<QString(const QString &caption)> sender) { m_sender = std::move(sender); }
    QString caption() const;
    void accept() override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *buildRow(const LocalFile &file, bool withPicture);

    PictureStore &m_pictures;
    QPlainTextEdit *m_caption;
    std::function<QString(const QString &caption)> m_sender;
};

} // namespace rialto
