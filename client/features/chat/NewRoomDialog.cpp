#include "features/chat/NewRoomDialog.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QPointer>

#include "features/chat/model/RoomListModel.h"
#include "net/ErrorText.h"
#include "ui/Button.h"
#include "ui/ElidedLabel.h"
#include "ui/TextField.h"

using namespace Qt::StringLiterals;

namespace rialto {

NewRoomDialog::NewRoomDialog(const Theme &theme, const ChatContext &context, QWidget *parent)
    : Dialog(theme, tr("New room"), parent),
      m_context(context),
      m_name(new TextField(theme)),
      m_topic(new TextField(theme)),
      m_private(new QCheckBox(tr("Private: only people who are added see it"))),
      m_names(new ElidedLabel(theme)),
      m_forget(new IconButton(theme, u"x"_s, tr("Add nobody")))
{
    m_name->setLabel(tr("Name"));
    m_name->line().setMaxLength(kRoomNameRules.maxLength);
    m_topic->setLabel(tr("Topic (may be left empty)"));
    m_topic->line().setMaxLength(kRoomTopicRules.maxLength);
    content().addWidget(m_name);
    content().addWidget(m_topic);
    content().addWidget(m_private);
    auto *add = new Button(theme, ButtonKind::Secondary, tr("Add people…"));
    add->setIconName(u"user-plus"_s);
    add->setAutoDefault(false);
    theme.dress(*m_names, TextStyle::Body);
    auto *people = new QHBoxLayout;
    people->setSpacing(12);
    people->addWidget(add);
    people->addWidget(m_names, 1);
    people->addWidget(m_forget);
    m_forget->hide();
    connect(m_forget, &IconButton::clicked, this, [this] { setPeople({}); });
    content().addLayout(people);
    connect(add, &Button::clicked, this, &NewRoomDialog::choosePeople);
    addCancel();
    m_create = &addPrimary(tr("Create room"));
    m_name->line().setFocus();
}

void NewRoomDialog::choosePeople()
{
    const QList<UserId> chosen =
        m_context.pickPeople(this, tr("Add people to the room"), tr("Add"), QList{m_context.me().id} + m_people);
    setPeople(m_people + chosen);
}

void NewRoomDialog::setPeople(const QList<UserId> &people)
{
    m_people = people;
    m_forget->setVisible(!people.isEmpty());
    QStringList names;
    for (const UserId id : std::as_const(m_people)) {
        if (const auto person = m_context.person(id))
            names.append(person->displayName);
    }
    m_names->setFullText(names.join(u", "_s));
}

void NewRoomDialog::accept()
{
    const QString name = m_name->text().trimmed();
    if (name.isEmpty()) {
        m_name->setError(tr("Type a name for the room."));
        m_name->line().setFocus();
        return;
    }
    if (m_create->isBusy())
        return;
    m_create->setBusy(true);
    setProblem({});
    m_context.rooms.createRoom(name, m_topic->text().trimmed(),
                               m_private->isChecked() ? Visibility::Private : Visibility::Public,
                               [self = QPointer(this)](const Result<Room> &result) {
                                   if (self)
                                       self->finish(result);
                               });
}

void NewRoomDialog::finish(const Result<Room> &result)
{
    m_create->setBusy(false);
    if (!result) {
        setRefusal(result.error());
        return;
    }
    m_created = result->id;
    addPeople();
    Dialog::accept();
}

/// The room is there whatever becomes of it.
void NewRoomDialog::addPeople()
{
    for (const UserId person : std::as_const(m_people)) {
        m_context.rooms.addMember(m_created, person, [say = m_context.say](const Result<> &result) {
            if (!result)
                say(errorText(result.error()), u"circle-alert"_s);
        });
    }
}

} // namespace rialto
