#include "features/chat/NamesDialog.h"

#include <QLabel>
#include <QListWidget>

#include "ui/LineDelegate.h"
#include "ui/Theme.h"

using namespace Qt::StringLiterals;

namespace rialto {

namespace {

constexpr int listWidth = 320;
constexpr int mostRowsShown = 10;

} // namespace

NamesDialog::NamesDialog(const Theme &theme, const QString &title, const QStringList &lines, const QString &none,
                         QWidget *parent)
    : Dialog(theme, title, parent)
{
    if (lines.isEmpty()) {
        auto *words = new QLabel(none);
        words->setTextFormat(Qt::PlainText);
        words->setWordWrap(true);
        words->setMinimumWidth(listWidth);
        content().addWidget(words);
    } else {
        auto *list = new QListWidget;
        list->addItems(lines);
        list->setItemDelegate(new LineDelegate(theme, list));
        list->setAccessibleName(title);
        list->setFrameShape(QFrame::NoFrame);
        const auto rows = int(qMin<qsizetype>(lines.size(), mostRowsShown));
        list->setMinimumSize(listWidth, rows * list->sizeHintForRow(0) + 2 * list->frameWidth());
        list->setMaximumHeight(mostRowsShown * list->sizeHintForRow(0) + 2 * list->frameWidth());
        list->setCurrentRow(0);
        content().addWidget(list);
    }
    addPrimary(tr("Close"));
}

} // namespace rialto
