#include "features/chat/MemberList.h"

#include <QDateTime>
#include <QKeyEvent>
#include <QMenu>
#include <QPointer>

#include "features/chat/MemberDelegate.h"
#include "features/chat/RoomRights.h"
#include "features/chat/model/RoomListModel.h"
#include "net/PresenceBook.h"
#include "ui/Confirm.h"
#include "ui/PresenceText.h"

using namespace Qt::StringLiterals;

namespace rialto {

namespace {

constexpr int changesMs = 50;

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
    const QString title = MemberList::tr("Add people to the room");
    for (const UserId person : context.pickPeople(&parent, title, MemberList::tr("Add"), inside))
        context.rooms.addMember(room, person, done);
}

MemberList::MemberList(const Theme &theme, const ChatContext &context, std::function<void(const Result<> &)> tell,
                       QWidget *parent)
    : QListWidget(parent), m_theme(theme), m_context(context), m_tell(std::move(tell))
{
    auto *rows = new MemberDelegate(theme, m_context, this);
    setItemDelegate(rows);
    setMouseTracking(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    setContextMenuPolicy(Qt::CustomContextMenu);
    setAccessibleName(tr("Members"));
    connect(this, &QListWidget::customContextMenuRequested, this, &MemberList::openMenu);
    connect(rows, &MemberDelegate::menuRequested, this, &MemberList::openMenu, Qt::QueuedConnection);
    connect(
        rows, &MemberDelegate::clicked, this,
        [this](UserId person) {
            if (m_showPerson)
                m_showPerson(person);
        },
        Qt::QueuedConnection);
    connect(this, &QListWidget::itemDoubleClicked, this, [this](QListWidgetItem *item) {
        if (!m_showPerson)
            openMenu(visualItemRect(item).center());
    });
    m_changes.setSingleShot(true);
    m_changes.setInterval(changesMs);
    connect(&m_changes, &QTimer::timeout, this, &MemberList::fill);
    connect(&m_context.rooms, &RoomListModel::membersChanged, this, [this](RoomId changed) {
        if (changed == m_room && !m_changes.isActive())
            m_changes.start();
    });
    connect(&m_context.presence, &PresenceBook::changed, this, [this] {
        if (m_room.isValid() && !m_changes.isActive())
            m_changes.start();
    });
}

void MemberList::showRoom(RoomId room)
{
    if (std::exchange(m_room, room) != room)
        clear();
    fill();
}

/// In place: who stays keeps their row, so that neither the place nor the choice moves while people come and go.
void MemberList::fill()
{
    const QList<Member> members = m_room.isValid() ? m_context.rooms.members(m_room) : QList<Member>();
    for (int row = 0; row < members.size(); ++row) {
        const UserId person = members.at(row).userId;
        while (row < count() && personAt(row) != person && !isAmong(members, personAt(row)))
            delete takeItem(row);
        if (row >= count() || personAt(row) != person)
            insertItem(row, new QListWidgetItem);
        fillRow(row, members.at(row));
    }
    while (count() > members.size())
        delete takeItem(count() - 1);
    if (currentRow() < 0)
        setCurrentRow(0, QItemSelectionModel::NoUpdate);
    Q_EMIT filled();
}

void MemberList::fillRow(int row, const Member &member)
{
    const auto person = m_context.person(member.userId);
    const QString name = person ? person->displayName : tr("Deleted user");
    QStringList rest;
    if (member.role == MemberRole::Owner)
        rest.append(tr("owner"));
    else if (member.role == MemberRole::Moderator)
        rest.append(tr("moderator"));
    rest.append(presenceText(m_context.presence.find(member.userId), QDateTime::currentMSecsSinceEpoch()));
    rest.append(person ? person->statusText : QString());
    rest.removeAll(QString());
    const RoomRights rights(m_context, m_room);
    QListWidgetItem *const shown = item(row);
    shown->setText((QStringList{name} + rest).join(u" · "_s));
    shown->setData(MemberDelegate::UserRole, member.userId.value);
    shown->setData(MemberDelegate::MemberRoleRole, int(member.role));
    shown->setData(MemberDelegate::NameRole, name);
    shown->setData(MemberDelegate::DetailRole, rest.join(u" · "_s));
    shown->setData(MemberDelegate::HasMenuRole,
                   rights.mayRemove(member) || (rights.mayGiveRoles() && member.role != MemberRole::Owner));
}

UserId MemberList::personAt(int row) const
{
    return MemberDelegate::userOf(model()->index(row, 0));
}

/// Enter opens the menu of a person; the default button of a dialog is not meant.
void MemberList::keyPressEvent(QKeyEvent *event)
{
    const bool enters = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (!enters)
        return QListWidget::keyPressEvent(event);
    if (const QListWidgetItem *const chosen = currentItem())
        openMenu(visualItemRect(chosen).center());
}

void MemberList::openMenu(const QPoint &position)
{
    const QListWidgetItem *const chosen = itemAt(position);
    if (!chosen)
        return;
    Member member;
    member.userId = personAt(row(chosen));
    member.role = MemberRole(chosen->data(MemberDelegate::MemberRoleRole).toInt());
    const UserId user = member.userId;
    const RoomRights rights(m_context, m_room);
    QMenu menu(this);
    if (m_showPerson)
        menu.addAction(m_theme.icon(u"user"_s, &Colors::textMuted), tr("Show profile…"), this,
                       [=, this] { m_showPerson(user); });
    const auto offer = [&](MemberRole role, const QString &words) {
        if (rights.mayGiveRoles() && member.role != MemberRole::Owner && member.role != role)
            menu.addAction(words, this, [=, this] { setRole(user, role); });
    };
    offer(MemberRole::Moderator, tr("Make a moderator"));
    offer(MemberRole::Member, tr("Make an ordinary member"));
    offer(MemberRole::Owner, tr("Make an owner"));
    if (rights.mayRemove(member))
        menu.addAction(m_theme.icon(u"user-minus"_s, &Colors::danger), tr("Remove from the room…"), this,
                       [=, this] { remove(user); });
    if (!menu.isEmpty())
        menu.exec(viewport()->mapToGlobal(position));
}

/// The answer may come when the list is long gone.
std::function<void(const Result<> &)> MemberList::whenDone()
{
    return [self = QPointer(this)](const Result<> &result) {
        if (self)
            self->m_tell(result);
    };
}

void MemberList::setRole(UserId user, MemberRole role)
{
    m_context.rooms.setMemberRole(m_room, user, role, whenDone());
}

void MemberList::remove(UserId user)
{
    const auto person = m_context.person(user);
    Confirm question(m_theme, tr("Remove %1 from the room?").arg(person ? person->displayName : tr("Deleted user")),
                     tr("A public room can be joined again; a private one only when somebody adds them."), tr("Remove"),
                     this);
    if (question.exec() == QDialog::Accepted)
        m_context.rooms.removeMember(m_room, user, whenDone());
}

void MemberList::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        setAccessibleName(tr("Members"));
        fill();
    }
    QListWidget::changeEvent(event);
}

} // namespace rialto
