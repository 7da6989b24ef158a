#include "features/chat/RevisionsDialog.h"

#include <QLabel>
#include <QScrollArea>

#include "net/ErrorText.h"
#include "ui/TimeText.h"

using namespace Qt::StringLiterals;

namespace rialto {

namespace {

constexpr int areaWidth = 460;
constexpr int areaHeight = 320;

} // namespace

RevisionsDialog::RevisionsDialog(const Theme &theme, const Message &message, QWidget *parent)
    : Dialog(theme, tr("What the message said"), parent), m_list(new QVBoxLayout)
{
    auto *inside = new QWidget;
    inside->setLayout(m_list);
    m_list->addStretch();
    auto *area = new QScrollArea;
    area->setWidget(inside);
    area->setWidgetResizable(true);
    area->setMinimumSize(areaWidth, areaHeight);
    area->setAccessibleName(tr("What the message said"));
    content().addWidget(area);
    addPrimary(tr("Close"));
    add(message.editedAt.value_or(message.createdAt), message.text);
}

void RevisionsDialog::add(qint64 since, const QString &text)
{
    auto *when = new QLabel(fullMoment(since));
    theme().dress(*when, TextStyle::Caption);
    when->setProperty("tone", u"muted"_s);
    auto *words = new QLabel;
    words->setTextFormat(Qt::PlainText);
    words->setText(text);
    words->setWordWrap(true);
    words->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_list->insertWidget(m_list->count() - 1, when);
    m_list->insertWidget(m_list->count() - 1, words);
    m_list->insertSpacing(m_list->count() - 1, 8);
}

void RevisionsDialog::show(const Result<Page<Revision>> &earlier)
{
    if (!earlier) {
        setRefusal(earlier.error());
        return;
    }
    for (const Revision &revision : earlier->items)
        add(revision.createdAt, revision.text);
}

} // namespace rialto
