#include "features/chat/RoomSwitcher.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>

#include "features/chat/RoomDelegate.h"
#include "features/chat/model/RoomListModel.h"
#include "ui/EmptyState.h"

using namespace Qt::StringLiterals;

namespace rialto {

namespace {

constexpr int listHeight = 364;
constexpr int dialogWidth = 440;

} // namespace

RoomSwitcher::RoomSwitcher(const Theme &theme, const ChatContext &context, const Words &words, QWidget *parent)
    : Dialog(theme, words.title, parent),
      m_matches(new RoomMatches(context, words.scope, this)),
      m_search(new QLineEdit),
      m_list(new QListView),
      m_nothing(new EmptyState(theme, u"search"_s))
{
    m_search->setPlaceholderText(tr("A few letters of the name"));
    m_search->setAccessibleName(tr("A few letters of the name"));
    m_search->addAction(theme.icon(u"search"_s, &Colors::textMuted), QLineEdit::LeadingPosition);
    m_search->installEventFilter(this);
    m_list->setModel(m_matches);
    m_list->setItemDelegate(new RoomDelegate(theme, context, m_list));
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setMinimumHeight(listHeight);
    m_list->setAccessibleName(words.title);
    setMinimumWidth(dialogWidth);
    content().addWidget(m_search);
    content().addWidget(m_list, 1);
    content().addWidget(m_nothing, 1);
    m_nothing->setMinimumHeight(listHeight);
    m_nothing->setWords(tr("Nothing is called like this"), tr("Try other letters, or fewer of them."));
    addCancel();
    m_action = &addPrimary(words.action);
    connect(m_search, &QLineEdit::textChanged, m_matches, &RoomMatches::setText);
    connect(m_search, &QLineEdit::textChanged, this, [this] { m_list->setCurrentIndex(m_matches->index(0)); });
    // Rooms come and go while one looks at them: what is chosen stays so.
    connect(m_matches, &QAbstractItemModel::modelAboutToBeReset, this, [this] { m_kept = {chosen(), chosenPerson()}; });
    connect(m_matches, &QAbstractItemModel::modelReset, this, &RoomSwitcher::showMatches);
    connect(m_list, &QListView::clicked, this, &RoomSwitcher::accept);
    showMatches();
    m_search->setFocus();
}

void RoomSwitcher::showMatches()
{
    int row = 0;
    for (int other = 0; other < m_matches->rowCount(); ++other) {
        const QModelIndex match = m_matches->index(other);
        const RoomId room{match.data(RoomListModel::IdRole).toLongLong()};
        const UserId person{match.data(RoomListModel::OtherUserIdRole).toLongLong()};
        if (room == m_kept.first && (room.isValid() || person == m_kept.second))
            row = other;
    }
    m_list->setCurrentIndex(m_matches->index(row));
    const bool isFound = m_matches->rowCount() > 0;
    m_action->setEnabled(isFound);
    m_list->setVisible(isFound);
    m_nothing->setVisible(!isFound);
}

RoomId RoomSwitcher::chosen() const
{
    return RoomId{m_list->currentIndex().data(RoomListModel::IdRole).toLongLong()};
}

UserId RoomSwitcher::chosenPerson() const
{
    const QModelIndex row = m_list->currentIndex();
    return chosen().isValid() ? UserId{} : UserId{row.data(RoomListModel::OtherUserIdRole).toLongLong()};
}

/// Up and Down move in the list while one types.
bool RoomSwitcher::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (m_matches->rowCount() == 0 && (key == Qt::Key_Up || key == Qt::Key_Down))
            return true;
        if (key == Qt::Key_Up || key == Qt::Key_Down) {
            const int row =
                qBound(0, m_list->currentIndex().row() + (key == Qt::Key_Up ? -1 : 1), m_matches->rowCount() - 1);
            m_list->setCurrentIndex(m_matches->index(row, 0));
            return true;
        }
    }
    return Dialog::eventFilter(watched, event);
}

} // namespace rialto
