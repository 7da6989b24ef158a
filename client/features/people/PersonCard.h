#pragma once

#include "base/Id.h"
#include "features/people/PeopleContext.h"
#include "ui/Dialog.h"

class QLabel;

namespace rialto {

class Avatar;

/// Who a person is, whether they are here, and what one may do: write, become friends.
class PersonCard final : public Dialog
{
    Q_OBJECT
public:
    PersonCard(const Theme &theme, const PeopleContext &context, UserId person, QWidget *parent);

Q_SIGNALS:
    void writeRequested(rialto::UserId person);

private:
    void refresh();

    PeopleModel &m_people;
    FriendBook &m_friends;
    const UserId m_person;
    Avatar *m_picture;
    QLabel *m_name;
    QLabel *m_presence;
    QLabel *m_status;
    QLabel *m_friendship;
};

} // namespace rialto
