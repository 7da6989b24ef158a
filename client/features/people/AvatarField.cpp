#include "features/people/AvatarField.h"

#include <QBuffer>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QMimeData>
#include <QPainter>
#include <QStandardPaths>

#include "features/people/model/AccountBook.h"
#include "features/people/model/AvatarUpload.h"
#include "ui/Avatar.h"
#include "ui/Button.h"

using namespace Qt::StringLiterals;

namespace rialto {

namespace {

constexpr int avatarSize = 72;
constexpr int jpegQuality = 90;

/// What is transparent becomes white, as on paper: it is to be seen on a dark ground, too.
QByteArray jpegOf(const QImage &square)
{
    QImage paper(square.size(), QImage::Format_RGB32);
    paper.fill(Qt::white);
    QPainter(&paper).drawImage(0, 0, square);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    paper.save(&buffer, "jpeg", jpegQuality);
    return bytes;
}

QString localFileOf(const QMimeData *content)
{
    const QList<QUrl> urls = content->urls();
    return urls.size() == 1 && urls.first().isLocalFile() ? urls.first().toLocalFile() : QString();
}

} // namespace

AvatarField::AvatarField(const Theme &theme, const PeopleContext &context)
    : m_context(context),
      m_avatar(new Avatar(theme, avatarSize)),
      m_choose(new Button(theme, ButtonKind::Secondary, tr("Change picture…"))),
      m_remove(new Button(theme, ButtonKind::Quiet, tr("Remove picture"))),
      m_progress(new QLabel)
{
    setAcceptDrops(true);
    build(theme);
    connect(m_choose, &Button::clicked, this, &AvatarField::choose);
    connect(m_remove, &Button::clicked, this, &AvatarField::remove);
    refresh();
}

AvatarField::~AvatarField() = default;

void AvatarField::build(const Theme &theme)
{
    m_avatar->setPictures(&m_context.avatars);
    m_avatar->setAccessibleName(tr("Picture"));
    m_progress->setTextFormat(Qt::PlainText);
    m_progress->setProperty("tone", u"muted"_s);
    theme.dress(*m_progress, TextStyle::Small);
    for (Button *button : {m_choose, m_remove})
        button->setAutoDefault(false);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_choose);
    buttons->addWidget(m_remove);
    buttons->addStretch();
    auto *column = new QVBoxLayout;
    column->setSpacing(4);
    column->addStretch();
    column->addLayout(buttons);
    column->addWidget(m_progress);
    column->addStretch();
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(16);
    row->addWidget(m_avatar);
    row->addLayout(column, 1);
}

void AvatarField::showAccount(const Account &account)
{
    m_avatar->showPerson(account.id.value, account.displayName.isEmpty() ? account.name : account.displayName);
    m_mayChoose = account.role != Role::Guest;
    m_hasPicture = account.avatarId.has_value();
    refresh();
}

void AvatarField::refresh()
{
    const bool isShown = m_chosen ? !m_chosen->isNull() : m_hasPicture;
    m_avatar->setPreview(m_chosen);
    m_choose->setEnabled(m_mayChoose);
    m_choose->setToolTip(m_mayChoose ? QString() : tr("Guests cannot send files."));
    m_remove->setVisible(isShown);
    m_progress->hide();
}

void AvatarField::choose()
{
    const QString path = QFileDialog::getOpenFileName(
        this, tr("Choose a picture"), QStandardPaths::writableLocation(QStandardPaths::PicturesLocation),
        tr("Pictures") + u" (*.png *.jpg *.jpeg *.webp *.gif)"_s);
    if (!path.isEmpty())
        offer(path);
}

void AvatarField::offer(const QString &path)
{
    m_context.avatars.prepare(path, this, [this, path](const QImage &square) { take(path, square); });
}

void AvatarField::take(const QString &path, const QImage &square)
{
    if (square.isNull()) {
        Q_EMIT problemFound(
            tr("%1 is no picture that can be shown: choose a PNG, JPEG, WebP or GIF.").arg(QFileInfo(path).fileName()));
        return;
    }
    m_upload.reset();
    m_sent = {};
    m_chosen = square;
    Q_EMIT problemFound({});
    refresh();
}

void AvatarField::remove()
{
    m_upload.reset();
    m_sent = {};
    m_chosen = m_hasPicture ? std::optional(QImage()) : std::nullopt;
    Q_EMIT problemFound({});
    refresh();
}

void AvatarField::save(Saved saved)
{
    if (!m_chosen)
        return saved(std::optional<qint64>());
    if (m_chosen->isNull() || m_sent.isValid())
        return saved(std::optional(m_sent.value));
    m_upload = m_context.account.newUpload();
    m_progress->setText(tr("Sending the picture…"));
    m_progress->show();
    connect(m_upload.get(), &AvatarUpload::progressed, m_progress, [this](qint64 sent, qint64 total) {
        m_progress->setText(tr("Sending the picture: %1 %").arg(total > 0 ? sent * 100 / total : 0));
    });
    m_upload->start(jpegOf(*m_chosen), [this, saved = std::move(saved)](const Result<FileId> &file) {
        m_progress->hide();
        if (!file)
            return saved(tl::unexpected(file.error()));
        m_sent = *file;
        saved(std::optional(m_sent.value));
    });
}

void AvatarField::keep()
{
    if (m_upload)
        m_upload->keep();
}

void AvatarField::dragEnterEvent(QDragEnterEvent *event)
{
    if (m_mayChoose && !localFileOf(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void AvatarField::dropEvent(QDropEvent *event)
{
    offer(localFileOf(event->mimeData()));
    event->acceptProposedAction();
}

} // namespace rialto
