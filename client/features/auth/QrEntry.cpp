#include "features/auth/QrEntry.h"

#include <QClipboard>
#include <QDropEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMimeData>
#include <QStandardPaths>

#include "net/ServerAddress.h"
#include "net/ServerLinks.h"
#include "ui/PictureForm.h"
#include "ui/QrCode.h"

using namespace Qt::StringLiterals;

namespace rialto {

namespace {

/// A photo is read at this size; a code in it is large enough then, or not seen at all.
constexpr QSize largestPicture(4096, 4096);

QString fileIn(const QMimeData &data)
{
    const QList<QUrl> urls = data.urls();
    return urls.size() == 1 && urls.first().isLocalFile() ? urls.first().toLocalFile() : QString();
}

/// Cells of a table come as words and as a picture of them: those are words. A picture of a web page brings its address
/// along.
bool holdsPicture(const QMimeData &data)
{
    return !fileIn(data).isEmpty() || (data.hasImage() && (data.hasUrls() || !data.hasText()));
}

bool isPaste(QEvent *event)
{
    return event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Paste);
}

} // namespace

QrEntry::QrEntry(QWidget &page) : QObject(&page), m_page(page)
{
    page.setAcceptDrops(true);
    page.installEventFilter(this);
    for (QLineEdit *line : page.findChildren<QLineEdit *>())
        line->installEventFilter(this);
}

void QrEntry::choose()
{
    const QString path =
        QFileDialog::getOpenFileName(&m_page, tr("Choose a picture of a QR code"),
                                     QStandardPaths::writableLocation(QStandardPaths::PicturesLocation),
                                     tr("Pictures") + u" (*.png *.jpg *.jpeg *.webp *.gif)"_s);
    if (!path.isEmpty())
        readFile(path);
}

void QrEntry::readFile(const QString &path)
{
    begin(QFileInfo(path).fileName(), [path] {
        const QImage picture = readPicture(path, {PictureForm::Whole, largestPicture});
        return picture.isNull() ? std::nullopt : std::optional(readQrCodes(picture));
    });
}

void QrEntry::read(const QImage &picture)
{
    begin({}, [picture] { return std::optional(readQrCodes(picture)); });
}

void QrEntry::begin(const QString &name, const std::function<std::optional<QStringList>()> &read)
{
    if (m_underWay++ == 0)
        Q_EMIT busyChanged(true);
    m_background.run(this, read, [this, name](const std::optional<QStringList> &texts) {
        if (--m_underWay == 0)
            Q_EMIT busyChanged(false);
        judge(name, texts);
    });
}

/// `texts` is what the codes of a picture say; none when it could not be read.
void QrEntry::judge(const QString &name, const std::optional<QStringList> &texts)
{
    if (!texts) {
        Q_EMIT refused(tr("%1 is no picture that can be read: choose a PNG, JPEG, WebP or GIF.").arg(name));
        return;
    }
    for (const QString &text : *texts) {
        if (follow(text))
            return;
    }
    Q_EMIT refused(
        texts->isEmpty()
            ? tr("No QR code is seen in this picture. All of it must be there, sharp and with its white edge.")
            : tr("This QR code leads to no Rialto server. Ask for the one that “Invite to this server…” "
                 "shows, in the menu of accounts."));
}

bool QrEntry::follow(const QString &text)
{
    const QUrl link(text.trimmed(), QUrl::StrictMode);
    const bool isLink = link.scheme() == "rialto"_L1 && !serverOf(link).isEmpty() && !leadsToServerAlone(link);
    if (isLink)
        Q_EMIT linkFound(link);
    else if (ServerAddress::parse(text))
        Q_EMIT addressFound(text.trimmed());
    else
        return false;
    return true;
}

void QrEntry::take(const QMimeData &data)
{
    if (const QString path = fileIn(data); !path.isEmpty())
        readFile(path);
    else
        read(qvariant_cast<QImage>(data.imageData()));
}

bool QrEntry::eventFilter(QObject *watched, QEvent *event)
{
    if (isPaste(event)) {
        const QMimeData *data = QGuiApplication::clipboard()->mimeData();
        if (!data || !holdsPicture(*data))
            return false;
        take(*data);
        return true;
    }
    const bool isDrop = event->type() == QEvent::Drop;
    if (!isDrop && event->type() != QEvent::DragEnter && event->type() != QEvent::DragMove)
        return QObject::eventFilter(watched, event);
    auto *drop = static_cast<QDropEvent *>(event);
    if (!holdsPicture(*drop->mimeData()))
        return false;
    drop->acceptProposedAction();
    if (isDrop)
        take(*drop->mimeData());
    return true;
}

} // namespace rialto
