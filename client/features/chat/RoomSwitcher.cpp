#include "features/chat/RoomSwitcher.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>

#include "features/chat/RoomDelegate.h"
#include "features/chat/RoomWords.h"
#include "features/chat/model/RoomListModel.h"
#include "ui/EmptyState.h"

using namespace Qt::StringLiterals;

namespace rialto {

namespace {

constexpr int listHeight = 364;
constexpr int dialogWidth = 440;

} // namespace

RoomMatches::RoomMatches(const ChatContext &context, bool onlyJoined, QObject *parent)
    : QSortFilterProxyModel(parent), m_context(context), m_onlyJoined(onlyJoined)
{
    setSourceModel(&context.rooms);
    sort(0);
}

void RoomMatches::setText(const QString &text)
{
    m_text = text.trimmed();
    invalidate();
}

QVariant RoomMatches::data(const QModelIndex &index, int role) const
{
    return role == Qt::AccessibleTextRole ? roomWords(index, m_context) : QSortFilterProxyModel::data(index, role);
}

int RoomMatches::score(const QString &title, const QString &typed)
{
    const QString name = title.toCaseFolded();
    const QString wanted = typed.toCaseFolded();
    if (wanted.isEmpty() || name.startsWith(wanted))
        return 4;
    for (qsizetype at = name.indexOf(wanted); at >= 0; at = name.indexOf(wanted, at + 1)) {
        if (!name.at(at - 1).isLetterOrNumber())
            return 3;
    }
    if (name.contains(wanted))
        return 2;
    qsizetype found = -1;
    for (const QChar letter : wanted) {
        found = name.indexOf(letter, found + 1);
        if (found < 0)
            return 0;
    }
    return 1;
}

int RoomMatches::score(const QModelIndex &room, const QString &typed, const ChatContext &context)
{
    const int byTitle = score(room.data(RoomListModel::TitleRole).toString(), typed);
    const UserId other{room.data(RoomListModel::OtherUserIdRole).toLongLong()};
    const auto person = other.isValid() && !typed.isEmpty() ? context.person(other) : std::nullopt;
    return person ? qMax(byTitle, score(person->name, typed)) : byTitle;
}

bool RoomMatches::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const QModelIndex room = sourceModel()->index(row, 0, parent);
    const bool isOffered = !m_onlyJoined || room.data(RoomListModel::JoinedRole).toBool();
    return isOffered && score(room, m_text, m_context) > 0;
}

bool RoomMatches::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const auto rank = [this](const QModelIndex &room) {
        return std::tuple(score(room, m_text, m_context), room.data(RoomListModel::JoinedRole).toBool(),
                          room.data(RoomListModel::LastTimeRole).toLongLong());
    };
    return rank(left) > rank(right);
}

RoomSwitcher::RoomSwitcher(const Theme &theme, const ChatContext &context, const Words &words, QWidget *parent)
    : Dialog(theme, words.title, parent),
      m_matches(new RoomMatches(context, words.onlyJoined, this)),
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
    Button &action = addPrimary(words.action);
    const auto narrow = [this, &action](const QString &text) {
        m_matches->setText(text);
        m_list->setCurrentIndex(m_matches->index(0, 0));
        const bool isFound = m_matches->rowCount() > 0;
        action.setEnabled(isFound);
        m_list->setVisible(isFound);
        m_nothing->setVisible(!isFound);
    };
    connect(m_search, &QLineEdit::textChanged, this, narrow);
    connect(m_list, &QListView::clicked, this, &RoomSwitcher::accept);
    narrow({});
    m_search->setFocus();
}

RoomId RoomSwitcher::chosen() const
{
    return RoomId{m_list->currentIndex().data(RoomListModel::IdRole).toLongLong()};
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
