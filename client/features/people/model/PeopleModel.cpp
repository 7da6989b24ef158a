#include "features/people/model/PeopleModel.h"

#include "net/PresenceBook.h"
#include "net/UserDirectory.h"

namespace rialto {
namespace {

QString nameOf(const User &user)
{
    return user.displayName.isEmpty() ? user.name : user.displayName;
}

bool comesBefore(const User &left, const User &right)
{
    const int order = QString::localeAwareCompare(nameOf(left), nameOf(right));
    return order != 0 ? order < 0 : left.id < right.id;
}

} // namespace

PeopleModel::PeopleModel(UserDirectory &directory, PresenceBook &presence, QObject *parent)
    : QAbstractListModel(parent), m_directory(directory), m_presence(presence)
{
    connect(&m_presence, &PresenceBook::changed, this, &PeopleModel::presenceChanged);
    connect(&m_directory, &UserDirectory::userChanged, this, &PeopleModel::update);
    reload();
}

void PeopleModel::reload()
{
    m_users = m_directory.all();
    m_users.removeIf([](const User &user) { return user.deletedAt.has_value(); });
    std::sort(m_users.begin(), m_users.end(), comesBefore);
}

int PeopleModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_users.size());
}

QVariant PeopleModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const User &user = m_users.at(index.row());
    switch (role) {
    case IdRole:
        return user.id.value;
    case NameRole:
        return user.name;
    case Qt::DisplayRole:
    case DisplayNameRole:
        return nameOf(user);
    case RoleRole:
        return static_cast<int>(user.role);
    case DisabledRole:
        return user.disabled;
    case HereRole:
        return m_presence.isHere(user.id);
    default:
        return {};
    }
}

QHash<int, QByteArray> PeopleModel::roleNames() const
{
    return {{IdRole, "id"},     {NameRole, "name"},         {DisplayNameRole, "displayName"},
            {RoleRole, "role"}, {DisabledRole, "disabled"}, {HereRole, "here"}};
}

std::optional<User> PeopleModel::find(UserId id) const
{
    return m_directory.find(id);
}

std::optional<User> PeopleModel::findByName(const QString &name) const
{
    const auto found = std::find_if(m_users.begin(), m_users.end(), [&](const User &user) {
        return user.name.compare(name, Qt::CaseInsensitive) == 0;
    });
    return found == m_users.end() ? std::nullopt : std::optional(*found);
}

QString PeopleModel::displayName(UserId id) const
{
    return m_directory.displayName(id);
}

void PeopleModel::presenceChanged()
{
    if (!m_users.isEmpty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1), {HereRole});
}

int PeopleModel::rowOf(UserId id) const
{
    const auto found = std::find_if(m_users.begin(), m_users.end(), [id](const User &user) { return user.id == id; });
    return found == m_users.end() ? -1 : static_cast<int>(found - m_users.begin());
}

int PeopleModel::positionFor(const User &user) const
{
    return static_cast<int>(std::lower_bound(m_users.begin(), m_users.end(), user, comesBefore) - m_users.begin());
}

void PeopleModel::update(UserId id)
{
    const std::optional<User> user = m_directory.find(id);
    const bool isLiving = user && !user->deletedAt;
    const int row = rowOf(id);
    if (row >= 0 && isLiving && nameOf(*user) == nameOf(m_users.at(row))) {
        m_users[row] = *user;
        Q_EMIT dataChanged(index(row), index(row));
        return;
    }
    // A person who changed the name stands elsewhere now.
    if (row >= 0) {
        beginRemoveRows({}, row, row);
        m_users.removeAt(row);
        endRemoveRows();
    }
    if (!isLiving)
        return;
    const int position = positionFor(*user);
    beginInsertRows({}, position, position);
    m_users.insert(position, *user);
    endInsertRows();
}

} // namespace rialto
