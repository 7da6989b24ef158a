#pragma once

#include <QSortFilterProxyModel>

#include "base/Id.h"
#include "features/people/PeopleContext.h"

namespace rialto {

/// The parts of a list of people, from above.
enum class PersonSection { Asking, Friends, Asked, Others };

/// Everybody but some, narrowed by what is typed: first who waits for an answer, then friends. Follows friendships as
/// they change. Lives on: GUI thread.
class PeopleFilter final : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    enum Roles { SectionRole = Qt::UserRole + 100, StartsSectionRole, SectionTitleRole, TickedRole };

    PeopleFilter(const PeopleContext &context, QList<UserId> without, QObject *parent);

    void setText(const QString &text);
    /// Ticks a person, or takes that back. Who is ticked stays so while others are looked for.
    void toggle(const QModelIndex &person);
    /// In the order in which they were ticked.
    const QList<UserId> &ticked() const { return m_ticked; }
    QVariant data(const QModelIndex &index, int role) const override;

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    PersonSection sectionOf(const QModelIndex &person) const;
    static QString titleOf(PersonSection section);
    QString wordsFor(const QModelIndex &person) const;

    const PeopleContext m_context;
    QList<UserId> m_without;
    QList<UserId> m_ticked;
    QString m_text;
};

} // namespace rialto
