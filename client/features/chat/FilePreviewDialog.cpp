#include "features/chat/FilePreviewDialog.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QVBoxLayout>

#include "features/chat/AttachmentBlock.h"
#include "ui/ElidedLabel.h"
#include "ui/PictureStore.h"
#include "ui/PlainTextEdit.h"

using namespace Qt::StringLiterals;

namespace rialto {

namespace {

constexpr int thumbnail = 56;
constexpr QSize alone(360, 240);
constexpr int captionHeight = 64;

QPixmap squareOf(const QImage &image, int side, qreal ratio)
{
    const int pixels = qRound(side * ratio);
    const QImage scaled = image.scaled(pixels, pixels, Qt::KeepAspectRatioByExpanding, Qt::SmoothTransformation);
    QPixmap pixmap =
        QPixmap::fromImage(scaled.copy((scaled.width() - pixels) / 2, (scaled.height() - pixels) / 2, pixels, pixels));
    pixmap.setDevicePixelRatio(ratio);
    return pixmap;
}

} // namespace

FilePreviewDialog::FilePreviewDialog(const Theme &theme, PictureStore &pictures, const QList<LocalFile> &files,
                                     const QStringList &problems, const QString &caption, QWidget *parent)
    : Dialog(theme, tr("Send %n file(s)", nullptr, int(files.size())), parent),
      m_pictures(pictures),
      m_caption(new PlainTextEdit)
{
    setProblem(problems.join(u'\n'));
    const bool isAlonePicture = files.size() == 1 && files.first().width > 0;
    if (isAlonePicture) {
        auto *picture = new QLabel;
        // The room it will take, so that nothing moves when it comes.
        const QSize size(files.first().width, files.first().height);
        picture->setFixedHeight(qMin(size.height(), size.scaled(alone, Qt::KeepAspectRatio).height()));
        m_pictures.decode(files.first().path, {PictureForm::Whole, alone}, picture,
                          [picture](const QImage &image) { picture->setPixmap(QPixmap::fromImage(image)); });
        picture->setAlignment(Qt::AlignCenter);
        picture->setAccessibleName(files.first().name);
        content().addWidget(picture);
    }
    for (const LocalFile &file : files)
        content().addWidget(buildRow(file, !isAlonePicture));
    m_caption->setPlainText(caption);
    m_caption->setPlaceholderText(tr("Add a caption"));
    m_caption->setAccessibleName(m_caption->placeholderText());
    theme.dress(*m_caption, TextStyle::Message);
    m_caption->setTabChangesFocus(true);
    theme.fixHeight(*m_caption, captionHeight);
    m_caption->installEventFilter(this);
    content().addWidget(m_caption);
    addCancel();
    addPrimary(tr("Send"));
    m_caption->setFocus();
}

QString FilePreviewDialog::caption() const
{
    return m_caption->toPlainText();
}

/// What cannot be sent stays here, with the reason.
void FilePreviewDialog::accept()
{
    const QString problem = m_sender(caption());
    setProblem(problem);
    if (problem.isEmpty())
        Dialog::accept();
}

QWidget *FilePreviewDialog::buildRow(const LocalFile &file, bool withPicture)
{
    auto *row = new QWidget;
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(12);
    auto *icon = new QLabel;
    const qreal ratio = devicePixelRatioF();
    icon->setPixmap(theme().pixmap(u"file"_s, 24, theme().colors().textMuted, ratio));
    if (file.width > 0 && withPicture)
        m_pictures.decode(file.path, {PictureForm::Whole, {256, 256}}, icon, [icon, ratio](const QImage &image) {
            if (!image.isNull())
                icon->setPixmap(squareOf(image, thumbnail, ratio));
        });
    icon->setFixedWidth(thumbnail);
    icon->setAlignment(Qt::AlignCenter);
    auto *name = new ElidedLabel(theme());
    name->setFullText(file.name);
    theme().dress(*name, TextStyle::BodyStrong);
    auto *size = new QLabel(sizeWords(file.size));
    theme().dress(*size, TextStyle::Small);
    size->setTextFormat(Qt::PlainText);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(name);
    words->addWidget(size);
    line->addWidget(icon);
    line->addLayout(words, 1);
    return row;
}

// As in the composer: Enter sends, Shift+Enter breaks the line.
bool FilePreviewDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_caption && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (isEnter && !(key->modifiers() & Qt::ShiftModifier)) {
            accept();
            return true;
        }
    }
    return Dialog::eventFilter(watched, event);
}

} // namespace rialto
