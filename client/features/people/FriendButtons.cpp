#include "features/people/FriendButtons.h"

#include <QHBoxLayout>
#include <QPointer>

#include "features/people/model/FriendBook.h"
#include "net/ErrorText.h"
#include "ui/Button.h"

namespace rialto {

FriendButtons::FriendButtons(const Theme &theme, FriendBook &friends)
    : m_friends(friends),
      m_end(new Button(theme, ButtonKind::Secondary, {})),
      m_ask(new Button(theme, ButtonKind::Secondary, {}))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    for (Button *button : {m_end, m_ask}) {
        button->setAutoDefault(false);
        row->addWidget(button);
    }
    connect(m_end, &Button::clicked, this, [this] { m_friends.end(m_person, whenDone()); });
    connect(m_ask, &Button::clicked, this, [this] { m_friends.ask(m_person, whenDone()); });
    connect(&friends, &FriendBook::changed, this, &FriendButtons::refresh);
    refresh();
}

void FriendButtons::setPerson(UserId person)
{
    m_person = person;
    refresh();
}

void FriendButtons::refresh()
{
    const auto state = m_friends.stateOf(m_person);
    m_end->setVisible(m_person.isValid() && state.has_value());
    m_end->setText(state == FriendState::Friend  ? tr("End friendship")
                   : state == FriendState::Asked ? tr("Decline")
                                                 : tr("Take back"));
    m_ask->setVisible(m_person.isValid() && (!state || state == FriendState::Asked));
    m_ask->setText(state == FriendState::Asked ? tr("Agree") : tr("Add friend"));
}

std::function<void(const Result<> &)> FriendButtons::whenDone()
{
    Q_EMIT problemFound({});
    return [self = QPointer(this)](const Result<> &result) {
        if (self && !result)
            Q_EMIT self->problemFound(errorText(result.error()));
    };
}

} // namespace rialto
