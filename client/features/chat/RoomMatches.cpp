#include "features/chat/RoomMatches.h"

#include "features/chat/RoomWords.h"
#include "features/chat/model/RoomListModel.h"

using namespace Qt::StringLiterals;

namespace rialto {

RoomMatches::RoomMatches(const ChatContext &context, const Scope &scope, QObject *parent)
    : QAbstractListModel(parent), m_context(context), m_scope(scope)
{
    connect(&context.rooms, &QAbstractItemModel::dataChanged, this, [this] {
        if (!m_matches.isEmpty())
            Q_EMIT dataChanged(index(0), index(rowCount() - 1));
    });
    connect(&context.rooms, &QAbstractItemModel::rowsInserted, this, &RoomMatches::find);
    connect(&context.rooms, &QAbstractItemModel::rowsRemoved, this, &RoomMatches::find);
    connect(&context.rooms, &QAbstractItemModel::modelReset, this, &RoomMatches::find);
    find();
}

void RoomMatches::setText(const QString &text)
{
    m_text = text.trimmed();
    find();
}

void RoomMatches::find()
{
    beginResetModel();
    m_matches.clear();
    for (int row = 0; row < m_context.rooms.rowCount(); ++row) {
        const QModelIndex room = m_context.rooms.index(row, 0);
        const RoomId id = m_context.rooms.idAt(row);
        const bool isJoined = room.data(RoomListModel::JoinedRole).toBool();
        const int score = RoomMatches::score(room, m_text, m_context);
        if (score > 0 && (isJoined || !m_scope.onlyJoined) && id != m_scope.without)
            m_matches.append({{score, isJoined, room.data(RoomListModel::LastTimeRole).toLongLong()}, id, {}});
    }
    if (!m_text.isEmpty() && !m_scope.onlyJoined)
        findPeople();
    std::stable_sort(m_matches.begin(), m_matches.end(),
                     [](const Match &left, const Match &right) { return left.rank > right.rank; });
    endResetModel();
}

/// Only by beginnings of their names: anybody's name has some letters in the right order.
void RoomMatches::findPeople()
{
    QSet<UserId> met{m_context.me().id};
    for (int row = 0; row < m_context.rooms.rowCount(); ++row)
        met.insert(UserId{m_context.rooms.index(row, 0).data(RoomListModel::OtherUserIdRole).toLongLong()});
    for (const User &person : m_context.people()) {
        const int score = RoomMatches::score(person, m_text);
        if (score > 1 && !person.disabled && !met.contains(person.id))
            m_matches.append({{score, false, 0}, {}, person.id});
    }
}

int RoomMatches::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_matches.size());
}

QVariant RoomMatches::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (role == Qt::AccessibleTextRole)
        return roomWords(index, m_context);
    const Match &match = m_matches.at(index.row());
    if (match.person.isValid())
        return personData(m_context.person(match.person).value_or(User()), role);
    return m_context.rooms.index(m_context.rooms.rowOf(match.room), 0).data(role);
}

QVariant RoomMatches::personData(const User &person, int role)
{
    switch (role) {
    case Qt::DisplayRole:
    case RoomListModel::TitleRole:
        return person.displayName;
    case RoomListModel::TopicRole:
        return u'@' + person.name;
    case RoomListModel::OtherUserIdRole:
        return person.id.value;
    case RoomListModel::KindRole:
        return int(Visibility::Direct);
    case RoomListModel::JoinedRole:
        return true;
    default:
        return {};
    }
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

int RoomMatches::score(const User &person, const QString &typed)
{
    return qMax(score(person.displayName, typed), score(person.name, typed));
}

int RoomMatches::score(const QModelIndex &room, const QString &typed, const ChatContext &context)
{
    const int byTitle = score(room.data(RoomListModel::TitleRole).toString(), typed);
    const UserId other{room.data(RoomListModel::OtherUserIdRole).toLongLong()};
    const auto person = other.isValid() && !typed.isEmpty() ? context.person(other) : std::nullopt;
    return person ? qMax(byTitle, score(person->name, typed)) : byTitle;
}

} // namespace rialto
