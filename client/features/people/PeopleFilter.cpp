#include "features/people/PeopleFilter.h"

#include <QDateTime>

#include "features/people/model/FriendBook.h"
#include "features/people/model/PeopleModel.h"
#include "net/PresenceBook.h"
#include "ui/PresenceText.h"

using namespace Qt::StringLiterals;

namespace rialto {

namespace {

UserId idOf(const QModelIndex &person)
{
    return UserId{person.data(PeopleModel::IdRole).toLongLong()};
}

} // namespace

PeopleFilter::PeopleFilter(const PeopleContext &context, QList<UserId> without, QObject *parent)
    : QSortFilterProxyModel(parent), m_context(context), m_without(std::move(without))
{
    setSourceModel(&context.people);
    sort(0);
    connect(&context.friends, &FriendBook::changed, this, [this] { invalidate(); });
}

void PeopleFilter::setText(const QString &text)
{
    m_text = text.trimmed().toCaseFolded();
    invalidate();
}

void PeopleFilter::toggle(const QModelIndex &person)
{
    const UserId id = idOf(person);
    if (!id.isValid())
        return;
    if (m_ticked.removeAll(id) == 0)
        m_ticked.append(id);
    Q_EMIT dataChanged(person, person);
}

QVariant PeopleFilter::data(const QModelIndex &index, int role) const
{
    switch (role) {
    case SectionRole:
        return int(sectionOf(index));
    case SectionTitleRole:
        return titleOf(sectionOf(index));
    case StartsSectionRole:
        // Where there are no friends, there is nothing to tell apart.
        return index.row() == 0 ? sectionOf(index) != PersonSection::Others
                                : sectionOf(index) != sectionOf(this->index(index.row() - 1, 0));
    case TickedRole:
        return m_ticked.contains(idOf(index));
    case Qt::AccessibleTextRole:
        return wordsFor(index);
    default:
        return QSortFilterProxyModel::data(index, role);
    }
}

bool PeopleFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const QModelIndex person = sourceModel()->index(row, 0, parent);
    if (person.data(PeopleModel::DisabledRole).toBool() || m_without.contains(idOf(person)))
        return false;
    return m_text.isEmpty() || person.data(PeopleModel::DisplayNameRole).toString().toCaseFolded().contains(m_text) ||
           person.data(PeopleModel::NameRole).toString().toCaseFolded().contains(m_text);
}

bool PeopleFilter::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    return std::pair(sectionOf(left), left.row()) < std::pair(sectionOf(right), right.row());
}

PersonSection PeopleFilter::sectionOf(const QModelIndex &person) const
{
    const auto state = m_context.friends.stateOf(idOf(person));
    if (!state)
        return PersonSection::Others;
    return *state == FriendState::Asked    ? PersonSection::Asking
           : *state == FriendState::Friend ? PersonSection::Friends
                                           : PersonSection::Asked;
}

QString PeopleFilter::titleOf(PersonSection section)
{
    switch (section) {
    case PersonSection::Asking:
        return tr("Want to be friends with you");
    case PersonSection::Friends:
        return tr("Friends");
    case PersonSection::Asked:
        return tr("Asked by you");
    case PersonSection::Others:
        break;
    }
    return tr("Everybody else");
}

/// What a screen reader says of a row.
QString PeopleFilter::wordsFor(const QModelIndex &person) const
{
    QStringList words{person.data(PeopleModel::DisplayNameRole).toString(),
                      person.data(PeopleModel::NameRole).toString()};
    const auto presence = m_context.people.presence().find(idOf(person));
    if (const QString here = presenceText(presence, QDateTime::currentMSecsSinceEpoch()); !here.isEmpty())
        words.append(here);
    if (sectionOf(person) != PersonSection::Others)
        words.append(titleOf(sectionOf(person)));
    if (m_ticked.contains(idOf(person)))
        words.append(tr("chosen"));
    return words.join(u", "_s);
}

} // namespace rialto
