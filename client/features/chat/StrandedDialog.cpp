#include "features/chat/StrandedDialog.h"

#include "ui/PlainTextEdit.h"

#include <QClipboard>
#include <QGuiApplication>

using namespace Qt::StringLiterals;

namespace rialto {

namespace {

constexpr int textHeight = 160;

} // namespace

StrandedDialog::StrandedDialog(const Theme &theme, const QStringList &texts, QWidget *parent)
    : Dialog(theme, tr("%n message(s) could not be sent", nullptr, int(texts.size())), parent),
      m_text(texts.join(u"\n\n"_s))
{
    setExplanation(tr("Their room was deleted or is no longer open to you. Copy what you want to keep."));
    auto *field = new PlainTextEdit(m_text);
    field->setReadOnly(true);
    field->setTabChangesFocus(true);
    theme.fixHeight(*field, textHeight);
    field->setAccessibleName(tr("Unsent messages"));
    content().addWidget(field);
    connect(&addSecondary(tr("Later")), &QAbstractButton::clicked, this, &StrandedDialog::reject);
    addPrimary(tr("Copy and close"));
}

void StrandedDialog::accept()
{
    QGuiApplication::clipboard()->setText(m_text);
    Dialog::accept();
}

} // namespace rialto
