#include "features/chat/RoomDetailsDialog.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPointer>

#include "features/chat/MemberDelegate.h"
#include "features/chat/model/RoomListModel.h"
#include "net/ErrorText.h"
#include "net/PresenceBook.h"
#include "ui/Confirm.h"
#include "ui/PresenceText.h"
#include "ui/TextField.h"

using namespace Qt::StringLiterals;

namespace rialto {

namespace {

constexpr int listHeight = 300;
constexpr int dialogWidth = 440;

bool isAmong(const QList<Member> &members, UserId person)
{
    return std::any_of(members.begin(), members.end(),
                       [person](const Member &member) { return member.userId == person; });
}

} // namespace

void addPeopleTo(RoomId room, const ChatContext &context, QWidget &parent, const std::function<void(Result<>)> &done)
{
    QList<UserId> inside;
    for (const Member &member : context.rooms.members(room))
        inside.append(member.userId);
    const QString title = RoomDetailsDialog::tr("Add people to the room");
    for (const UserId person : context.pickPeople(&parent, title, RoomDetailsDialog::tr("Add"), inside))
        context.rooms.addMember(room, person, done);
}

RoomDetailsDialog::RoomDetailsDialog(const Theme &theme, const ChatContext &context, RoomId room, QWidget *parent)
    : Dialog(theme, context.rooms.title(room), parent),
      m_context(context),
      m_room(room),
      m_name(new TextField(theme)),
      m_topic(new TextField(theme)),
      m_members(new QListWidget)
{
    setMinimumWidth(dialogWidth);
    addFields();
    addMembers();
    addButtons();
    fillMembers();
}

void RoomDetailsDialog::addFields()
{
    const auto known = rooms().find(m_room);
    m_name->setLabel(tr("Name"));
    m_name->line().setMaxLength(kRoomNameRules.maxLength);
    m_name->line().setText(known ? known->name : QString());
    m_topic->setLabel(tr("Topic"));
    m_topic->line().setMaxLength(kRoomTopicRules.maxLength);
    m_topic->line().setText(known ? known->topic : QString());
    for (TextField *field : {m_name, m_topic}) {
        field->line().setReadOnly(!mayChange());
        content().addWidget(field);
    }
}

void RoomDetailsDialog::addMembers()
{
    auto *rows = new MemberDelegate(theme(), m_context, m_members);
    m_members->setMinimumHeight(listHeight);
    m_members->setItemDelegate(rows);
    m_members->setMouseTracking(true);
    m_members->setAccessibleName(tr("Members"));
    m_members->setContextMenuPolicy(Qt::CustomContextMenu);
    m_members->installEventFilter(this);
    content().addWidget(m_members, 1);
    connect(m_members, &QListWidget::customContextMenuRequested, this, &RoomDetailsDialog::openMemberMenu);
    connect(rows, &MemberDelegate::menuRequested, this, &RoomDetailsDialog::openMemberMenu, Qt::QueuedConnection);
    connect(m_members, &QListWidget::itemDoubleClicked, this,
            [this](QListWidgetItem *item) { openMemberMenu(m_members->visualItemRect(item).center()); });
    connect(&rooms(), &RoomListModel::membersChanged, this, [this](RoomId changed) {
        if (changed == m_room)
            fillMembers();
    });
    connect(&m_context.presence, &PresenceBook::changed, this, &RoomDetailsDialog::fillMembers);
}

void RoomDetailsDialog::addButtons()
{
    if (!mayChange()) {
        addPrimary(tr("Close"));
        return;
    }
    Button &add = addSecondary(tr("Add people…"));
    add.setAutoDefault(false);
    connect(&add, &Button::clicked, this, &RoomDetailsDialog::addPeople);
    addCancel();
    m_save = &addPrimary(tr("Save"));
}

MemberRole RoomDetailsDialog::myRole() const
{
    const QModelIndex room = rooms().index(rooms().rowOf(m_room), 0);
    return MemberRole(qMax(0, room.data(RoomListModel::MyRoleRole).toInt()));
}

bool RoomDetailsDialog::mayChange() const
{
    return (rooms().isJoined(m_room) && myRole() >= MemberRole::Moderator) || m_context.me().role >= Role::Manager;
}

bool RoomDetailsDialog::ownsRoom() const
{
    return m_context.me().role >= Role::Manager || (rooms().isJoined(m_room) && myRole() == MemberRole::Owner);
}

bool RoomDetailsDialog::mayRemove(UserId user, MemberRole role) const
{
    return user != m_context.me().id && mayChange() && (ownsRoom() || role != MemberRole::Owner);
}

QString RoomDetailsDialog::memberWords(const Member &member) const
{
    const auto person = m_context.person(member.userId);
    QStringList words{person ? person->displayName : tr("Deleted user")};
    if (member.role == MemberRole::Owner)
        words.append(tr("owner"));
    else if (member.role == MemberRole::Moderator)
        words.append(tr("moderator"));
    const QString presence = presenceText(m_context.presence.find(member.userId), QDateTime::currentMSecsSinceEpoch());
    if (!presence.isEmpty())
        words.append(presence);
    return words.join(u" · "_s);
}

/// In place: who stays keeps their row, so that neither the place nor the choice moves while people come and go.
void RoomDetailsDialog::fillMembers()
{
    const QList<Member> members = rooms().members(m_room);
    for (int row = 0; row < members.size(); ++row) {
        const Member &member = members.at(row);
        while (row < m_members->count() && personAt(row) != member.userId && !isAmong(members, personAt(row)))
            delete m_members->takeItem(row);
        if (row >= m_members->count() || personAt(row) != member.userId)
            m_members->insertItem(row, new QListWidgetItem);
        QListWidgetItem *const item = m_members->item(row);
        item->setText(memberWords(member));
        item->setData(MemberDelegate::UserRole, member.userId.value);
        item->setData(MemberDelegate::MemberRoleRole, int(member.role));
        item->setData(MemberDelegate::HasMenuRole,
                      mayRemove(member.userId, member.role) || (ownsRoom() && member.role != MemberRole::Owner));
    }
    while (m_members->count() > members.size())
        delete m_members->takeItem(m_members->count() - 1);
    if (m_members->currentRow() < 0)
        m_members->setCurrentRow(0);
}

UserId RoomDetailsDialog::personAt(int row) const
{
    return UserId{m_members->item(row)->data(MemberDelegate::UserRole).toLongLong()};
}

/// Enter opens the menu of a member; the default button of the dialog is not meant.
bool RoomDetailsDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_members || event->type() != QEvent::KeyPress)
        return Dialog::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key != Qt::Key_Return && key != Qt::Key_Enter)
        return Dialog::eventFilter(watched, event);
    if (const QListWidgetItem *const item = m_members->currentItem())
        openMemberMenu(m_members->visualItemRect(item).center());
    return true;
}

void RoomDetailsDialog::openMemberMenu(const QPoint &position)
{
    const QListWidgetItem *const item = m_members->itemAt(position);
    if (!item)
        return;
    const UserId user{item->data(MemberDelegate::UserRole).toLongLong()};
    const auto role = MemberRole(item->data(MemberDelegate::MemberRoleRole).toInt());
    QMenu menu(this);
    if (ownsRoom() && role == MemberRole::Member)
        menu.addAction(tr("Make a moderator"), this, [=, this] { setRole(user, MemberRole::Moderator); });
    if (ownsRoom() && role == MemberRole::Moderator)
        menu.addAction(tr("Make an ordinary member"), this, [=, this] { setRole(user, MemberRole::Member); });
    if (ownsRoom() && role != MemberRole::Owner)
        menu.addAction(tr("Make an owner"), this, [=, this] { setRole(user, MemberRole::Owner); });
    if (mayRemove(user, role))
        menu.addAction(theme().icon(u"user-minus"_s, &Colors::danger), tr("Remove from the room…"), this,
                       [=, this] { remove(user); });
    if (!menu.isEmpty())
        menu.exec(m_members->viewport()->mapToGlobal(position));
}

void RoomDetailsDialog::addPeople()
{
    setProblem({}); // Once: of several one may be refused.
    addPeopleTo(m_room, m_context, *this, [self = QPointer(this)](const Result<> &result) {
        if (self && !result)
            self->setRefusal(result.error());
    });
}

void RoomDetailsDialog::setRole(UserId user, MemberRole role)
{
    rooms().setMemberRole(m_room, user, role, [self = QPointer(this)](const Result<> &result) {
        if (self)
            result ? self->setProblem(QString()) : self->setRefusal(result.error());
    });
}

void RoomDetailsDialog::remove(UserId user)
{
    const auto person = m_context.person(user);
    Confirm question(theme(), tr("Remove %1 from the room?").arg(person ? person->displayName : tr("Deleted user")),
                     tr("A public room can be joined again; a private one only when somebody adds them."), tr("Remove"),
                     this);
    if (question.exec() != QDialog::Accepted)
        return;
    rooms().removeMember(m_room, user, [self = QPointer(this)](const Result<> &result) {
        if (self)
            result ? self->setProblem(QString()) : self->setRefusal(result.error());
    });
}

void RoomDetailsDialog::accept()
{
    if (m_save && m_save->isBusy())
        return;
    const auto known = rooms().find(m_room);
    const QString name = m_name->text().trimmed();
    const QString topic = m_topic->text().trimmed();
    if (!m_save || !known || (name == known->name && topic == known->topic)) {
        Dialog::accept();
        return;
    }
    if (name.isEmpty()) {
        m_name->setError(tr("Type a name for the room."));
        return;
    }
    m_save->setBusy(true);
    rooms().changeRoom(m_room, name, topic, [self = QPointer(this)](const Result<Room> &result) {
        if (!self)
            return;
        self->m_save->setBusy(false);
        if (result)
            self->Dialog::accept();
        else
            self->setRefusal(result.error());
    });
}

} // namespace rialto
