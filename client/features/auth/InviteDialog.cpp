#include "features/auth/InviteDialog.h"

#include <QClipboard>
#include <QGuiApplication>

#include "features/auth/CertificateStrip.h"
#include "net/ServerAddress.h"
#include "ui/QrPicture.h"
#include "ui/TextField.h"

using namespace Qt::StringLiterals;

namespace rialto {

namespace {

constexpr int gap = 16;
constexpr int leastLink = 264;

} // namespace

InviteDialog::InviteDialog(const Theme &theme, const ServerAddress &server, const QString &fingerprint, QWidget *parent)
    : Dialog(theme, tr("Invite to this server"), parent),
      m_text(server.link()),
      m_code(new QrPicture(m_text)),
      m_link(new TextField(theme)),
      m_copy(new Button(theme, ButtonKind::Secondary, tr("Copy link")))
{
    setExplanation(tr("Others come here by this link or this code: on the page to sign in, the link is typed as the "
                      "address, and the code is read “From a QR picture…”."));
    m_code->setAccessibleName(tr("QR code of %1").arg(m_text));
    auto *row = new QHBoxLayout;
    row->setSpacing(gap);
    row->addWidget(m_code, 0, Qt::AlignTop);
    row->addLayout(linkColumn(server), 1);
    content().addLayout(row);
    if (!fingerprint.isEmpty()) {
        auto *signs = new CertificateStrip(theme);
        signs->showOwn(fingerprint);
        content().addWidget(signs);
    }
    addPrimary(tr("Close"));
}

QVBoxLayout *InviteDialog::linkColumn(const ServerAddress &server)
{
    m_link->setLabel(tr("Link"));
    m_link->setMinimumWidth(leastLink);
    m_link->setIconName(u"link"_s);
    m_link->line().setReadOnly(true);
    m_link->line().setText(m_text);
    m_link->line().setCursorPosition(0);
    auto *copyCode = new Button(theme(), ButtonKind::Secondary, tr("Copy picture"));
    auto *column = new QVBoxLayout;
    column->setSpacing(gap / 2);
    column->addWidget(m_link);
    for (Button *button : {m_copy, copyCode}) {
        button->setAutoDefault(false);
        column->addWidget(button, 0, Qt::AlignLeading);
    }
    if (server.isLoopback())
        column->addWidget(loopbackWarning());
    column->addStretch();
    connect(m_copy, &Button::clicked, this, &InviteDialog::copyLink);
    connect(copyCode, &Button::clicked, this, [this] { QGuiApplication::clipboard()->setImage(m_code->image()); });
    return column;
}

QLabel *InviteDialog::loopbackWarning()
{
    auto *warning = new QLabel(tr("Only this machine reaches this address. To invite others, sign in by the address "
                                  "that the server has in your network."));
    warning->setTextFormat(Qt::PlainText);
    warning->setWordWrap(true);
    theme().dress(*warning, TextStyle::Small);
    warning->setProperty("tone", u"warning"_s);
    return warning;
}

void InviteDialog::copyLink()
{
    QGuiApplication::clipboard()->setText(m_text);
    m_copy->setIconName(u"check"_s);
    m_copy->setText(tr("Copied"));
}

/// By itself a window opens no larger than two thirds of the screen, and with less than all of the code.
void InviteDialog::showEvent(QShowEvent *event)
{
    const int wide = qMax(width(), layout()->totalMinimumSize().width());
    resize(wide, layout()->totalHeightForWidth(wide));
    Dialog::showEvent(event);
}

} // namespace rialto
