#include "ui/ShortcutSheet.h"

#include <QGridLayout>
#include <QLabel>
#include <QScrollArea>

using namespace Qt::StringLiterals;

namespace rialto {

namespace {

constexpr int columnGap = 40;
constexpr int groupGap = 20;
constexpr int rowGap = 6;
constexpr int scrollBar = 12;
constexpr int leastHeight = 200;
constexpr int frameRoom = 48; ///< For the title bar that the desktop adds.

QLabel *plainLabel(const QString &text)
{
    auto *label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    return label;
}

} // namespace

ShortcutSheet::ShortcutSheet(const Theme &theme, QWidget *parent) : Dialog(theme, tr("Keyboard shortcuts"), parent)
{
    auto *all = new QWidget;
    auto *columns = new QHBoxLayout(all);
    columns->setContentsMargins(0, 0, 8, 0);
    columns->setSpacing(columnGap);
    const QList<ShortcutGroup> halves[] = {
        {ShortcutGroup::Everywhere, ShortcutGroup::Rooms, ShortcutGroup::Notifications, ShortcutGroup::Settings},
        {ShortcutGroup::Messages, ShortcutGroup::Timeline, ShortcutGroup::Pictures, ShortcutGroup::Catalogue}};
    for (const QList<ShortcutGroup> &half : halves) {
        auto *column = new QVBoxLayout;
        column->setSpacing(groupGap);
        for (const ShortcutGroup group : half)
            column->addWidget(buildGroup(group));
        column->addStretch();
        columns->addLayout(column, 1);
    }
    auto *area = new QScrollArea;
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::TabFocus);
    area->setAccessibleName(windowTitle());
    area->setWidget(all);
    // The ground of the dialog shows through.
    area->viewport()->setAutoFillBackground(false);
    all->setAutoFillBackground(false);
    content().addWidget(area, 1);
    addPrimary(tr("Close"));
    // What the style sheet adds to the keys counts for the width.
    for (QWidget *widget : findChildren<QWidget *>()) {
        widget->ensurePolished();
        widget->updateGeometry();
    }
    area->setMinimumHeight(qMin(all->sizeHint().height(), leastHeight));
    const QSize beside = sizeHint() - area->sizeHint();
    // Large text: rather one half below the other than a part that one must scroll aside for.
    if (parent && all->sizeHint().width() + beside.width() + scrollBar > parent->window()->width()) {
        columns->setDirection(QBoxLayout::TopToBottom);
        columns->setSpacing(groupGap);
    }
    const QSize wanted = all->sizeHint() + beside + QSize(scrollBar, 0);
    // Its frame must fit, too, where the window fills the screen.
    resize(parent ? wanted.boundedTo(parent->window()->size() - QSize(frameRoom, frameRoom)) : wanted);
}

QWidget *ShortcutSheet::buildGroup(ShortcutGroup group)
{
    auto *box = new QWidget;
    auto *rows = new QGridLayout(box);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setHorizontalSpacing(24);
    rows->setVerticalSpacing(rowGap);
    rows->setColumnStretch(0, 1);
    QLabel *title = plainLabel(shortcutGroupName(group));
    title->setProperty("tone", u"muted"_s);
    theme().dress(*title, TextStyle::Section);
    rows->addWidget(title, 0, 0, 1, 2);
    for (const Shortcut shortcut : shortcutsOf(group)) {
        const int row = rows->rowCount();
        QLabel *key = plainLabel(shortcutText(shortcut));
        key->setProperty("kind", u"key"_s);
        theme().dress(*key, TextStyle::Small);
        rows->addWidget(plainLabel(shortcutWords(shortcut)), row, 0);
        rows->addWidget(key, row, 1, Qt::AlignRight);
    }
    return box;
}

} // namespace rialto
