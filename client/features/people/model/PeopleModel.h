#pragma once

#include "protocol/People.h"

#include <QAbstractListModel>
#include <optional>

namespace rialto {

class PresenceBook;
class UserDirectory;

/// Everybody on the server whose account lives, by display name. Lives on: the GUI thread.
class PeopleModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Roles {
        IdRole = Qt::UserRole + 1, ///< qint64
        NameRole,                  ///< QString, the account name
        DisplayNameRole,           ///< QString, also DisplayRole
        RoleRole,                  ///< int, a Role
        DisabledRole,              ///< bool
        HereRole,                  ///< bool, whether the person is connected
    };

    PeopleModel(UserDirectory &directory, PresenceBook &presence, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    const QList<User> &all() const { return m_users; }
    /// Anybody who was ever heard of, also deleted accounts.
    std::optional<User> find(UserId id) const;
    /// A living account, whatever the case of its name.
    std::optional<User> findByName(const QString &name) const;
    const PresenceBook &presence() const { return m_presence; }
    /// The name to show; "Deleted user" for deleted and unknown accounts.
    QString displayName(UserId id) const;
    int rowOf(UserId id) const;

private:
    void reload();
    void update(UserId id);
    int positionFor(const User &user) const;

    void presenceChanged();

    UserDirectory &m_directory;
    PresenceBook &m_presence;
    QList<User> m_users;
};

} // namespace rialto
