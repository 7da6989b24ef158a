#include "features/chat/CompletionPopup.h"

#include <QListWidget>
#include <QVBoxLayout>

#include "ui/LineDelegate.h"
#include "ui/Theme.h"

using namespace Qt::StringLiterals;

namespace rialto {

namespace {

constexpr int listWidth = 320;
constexpr int edge = 12; ///< Kept free towards that of the window.

} // namespace

CompletionPopup::CompletionPopup(const Theme &theme, QWidget *window)
    : QFrame(window), m_theme(theme), m_list(new QListWidget)
{
    setProperty("kind", u"popup"_s);
    m_list->setProperty("rows", true);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setItemDelegate(new LineDelegate(theme, m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setUniformItemSizes(true);
    m_list->setAccessibleName(tr("Suggestions"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(4, 4, 4, 4);
    column->addWidget(m_list);
    connect(m_list, &QListWidget::itemClicked, this, &CompletionPopup::chooseCurrent);
    hide();
}

void CompletionPopup::offer(const QList<Completion> &completions, const QPoint &corner, Side side)
{
    m_completions = completions;
    m_list->clear();
    if (completions.isEmpty()) {
        hide();
        return;
    }
    for (const Completion &completion : completions)
        new QListWidgetItem(completion.label, m_list);
    m_list->setCurrentRow(0);
    const int height = int(completions.size()) * m_list->sizeHintForRow(0) + 10;
    const int width = qMin(m_theme.grown(listWidth), parentWidget()->width() - corner.x() - edge);
    setGeometry(corner.x(), side == Side::Above ? corner.y() - height : corner.y(), width, height);
    show();
    raise();
}

bool CompletionPopup::handleKey(int key)
{
    if (isHidden())
        return false;
    const int row = m_list->currentRow();
    const int count = m_list->count();
    switch (key) {
    case Qt::Key_Up:
    case Qt::Key_Down:
        m_list->setCurrentRow((row + (key == Qt::Key_Up ? count - 1 : 1)) % count);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Tab:
        chooseCurrent();
        return true;
    case Qt::Key_Escape:
        hide();
        return true;
    default:
        return false;
    }
}

void CompletionPopup::chooseCurrent()
{
    const int row = m_list->currentRow();
    hide();
    if (row >= 0)
        Q_EMIT chosen(m_completions.at(row).insert);
}

} // namespace rialto
