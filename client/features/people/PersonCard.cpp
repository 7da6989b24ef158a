#include "features/people/PersonCard.h"

#include <QDateTime>
#include <QLabel>

#include "features/people/FriendButtons.h"
#include "features/people/model/FriendBook.h"
#include "features/people/model/PeopleModel.h"
#include "net/ErrorText.h"
#include "net/PresenceBook.h"
#include "ui/Avatar.h"
#include "ui/PresenceText.h"

using namespace Qt::StringLiterals;

namespace rialto {

namespace {

constexpr int pictureSize = 72;

QLabel *plainLabel(const Theme &theme, TextStyle style, const QString &tone)
{
    auto *label = new QLabel;
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    theme.dress(*label, style);
    label->setProperty("tone", tone);
    return label;
}

} // namespace

PersonCard::PersonCard(const Theme &theme, const PeopleContext &context, UserId person, QWidget *parent)
    : Dialog(theme, context.people.displayName(person), parent),
      m_people(context.people),
      m_friends(context.friends),
      m_person(person),
      m_picture(new Avatar(theme, pictureSize)),
      m_name(plainLabel(theme, TextStyle::Body, u"muted"_s)),
      m_presence(plainLabel(theme, TextStyle::Body, {})),
      m_status(plainLabel(theme, TextStyle::Body, {})),
      m_friendship(plainLabel(theme, TextStyle::Small, u"muted"_s))
{
    m_picture->setPictures(&context.avatars);
    auto *words = new QVBoxLayout;
    words->setSpacing(4);
    for (QLabel *label : {m_name, m_presence, m_status, m_friendship})
        words->addWidget(label);
    words->addStretch();
    auto *row = new QHBoxLayout;
    row->setSpacing(16);
    row->addWidget(m_picture, 0, Qt::AlignTop);
    row->addLayout(words, 1);
    content().addLayout(row);
    auto *friendship = new FriendButtons(theme, m_friends);
    friendship->setPerson(person);
    buttons().addWidget(friendship);
    connect(friendship, &FriendButtons::problemFound, this, &PersonCard::setProblem);
    Button &write = addPrimary(tr("Write"));
    disconnect(&write, &Button::clicked, nullptr, nullptr);
    connect(&write, &Button::clicked, this, [this] {
        Q_EMIT writeRequested(m_person);
        accept();
    });
    connect(&m_friends, &FriendBook::changed, this, &PersonCard::refresh);
    connect(&m_people, &QAbstractItemModel::dataChanged, this, &PersonCard::refresh);
    refresh();
}

void PersonCard::refresh()
{
    const User user = m_people.find(m_person).value_or(User{});
    const auto presence = m_people.presence().find(m_person);
    const auto state = m_friends.stateOf(m_person);
    m_picture->showPerson(m_person.value, m_people.displayName(m_person));
    m_picture->setPresence(presenceDot(presence));
    m_name->setText(u'@' + user.name);
    m_presence->setText(presenceText(presence, QDateTime::currentMSecsSinceEpoch()));
    m_presence->setVisible(!m_presence->text().isEmpty());
    m_status->setText(user.statusText);
    m_status->setVisible(!user.statusText.isEmpty());
    m_friendship->setText(!state                           ? QString()
                          : *state == FriendState::Friend  ? tr("You are friends.")
                          : *state == FriendState::Invited ? tr("You asked to be friends. There is no answer yet.")
                                                           : tr("Wants to be your friend."));
    m_friendship->setVisible(state.has_value());
}

} // namespace rialto
