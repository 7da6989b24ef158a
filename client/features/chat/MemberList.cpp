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
    for (QTimer *const timer : {&m_changes, &m_looks}) {
        timer->setSingleShot(true);
        timer->setInterval(changesMs);
    }
    connect(&m_changes, &QTimer::timeout, this, &MemberList::fill);
    connect(&m_looks, &QTimer::timeout, this, &MemberList::refreshRows);
    follow();
}

void MemberList::follow()
{
    const auto begin = [this](QTimer &timer) {
        if (m_room.isValid() && !timer.isActive())
            timer.start();
    };
    connect(&m_context.rooms, &RoomListModel::membersChanged, this, [=, this](RoomId changed) {
        if (changed == m_room)
            begin(m_changes);
    });
    connect(&m_context.presence, &PresenceBook::changed, this, [=, this] { begin(m_looks); });
    // Somebody is called otherwise, or says something else about themselves.
    connect(&m_context.rooms, &QAbstractItemModel::dataChanged, this,
            [=, this](const QModelIndex &, const QModelIndex &, const QList<int> &roles) {
                if (roles.contains(RoomListModel::TitleRole))
                    begin(m_looks);
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
    m_members = m_room.isValid() ? m_context.rooms.members(m_room) : QList<Member>();
    QSet<UserId> inside;
    for (const Member &member : std::as_const(m_members))
        inside.insert(member.userId);
    for (int row = 0; row < m_members.size(); ++row) {
        const UserId person = m_members.at(row).userId;
        while (row < count() && personAt(row) != person && !inside.contains(personAt(row)))
            delete takeItem(row);
        if (row >= count() || personAt(row) != person)
            insertItem(row, new QListWidgetItem);
        item(row)->setData(MemberDelegate::UserRole, person.value);
    }
    while (count() > m_members.size())
        delete takeItem(count() - 1);
    refreshRows();
    if (currentRow() < 0)
        setCurrentRow(0, QItemSelectionModel::NoUpdate);
    Q_EMIT filled();
}

void MemberList::refreshRows()
{
    const RoomRights rights(m_context, m_room);
    for (int row = 0; row < count(); ++row)
        fillRow(row, rights);
}

void MemberList::fillRow(int row, const RoomRights &rights)
{
    const Member &member = m_members.at(row);
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
    QListWidgetItem *const shown = item(row);
    shown->setText((QStringList{name} + rest).join(u" · "_s));
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
    // Another room may be shown while the menu is open.
    const RoomId room = m_room;
    const Member member = m_members.at(row(chosen));
    const UserId user = member.userId;
    const RoomRights rights(m_context, room);
    QMenu menu(this);
    if (m_showPerson)
        menu.addAction(m_theme.icon(u"user"_s, &Colors::textMuted), tr("Show profile…"), this,
                       [=, this] { m_showPerson(user); });
    const auto offer = [&](MemberRole role, const QString &icon, const QString &words) {
        if (rights.mayGiveRoles() && member.role != MemberRole::Owner && member.role != role)
            menu.addAction(m_theme.icon(icon, &Colors::textMuted), words, this,
                           [=, this] { m_context.rooms.setMemberRole(room, user, role, whenDone()); });
    };
    offer(MemberRole::Moderator, u"shield-check"_s, tr("Make a moderator"));
    offer(MemberRole::Member, u"users"_s, tr("Make an ordinary member"));
    offer(MemberRole::Owner, u"key-round"_s, tr("Make an owner"));
    if (rights.mayRemove(member))
        menu.addAction(m_theme.icon(u"user-minus"_s, &Colors::danger), tr("Remove from the room…"), this,
                       [=, this] { remove(room, user); });
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

void MemberList::remove(RoomId room, UserId user)
{
    const auto person = m_context.person(user);
    const QString name = person ? person->displayName : tr("Deleted user");
    const auto shown = m_context.rooms.find(room);
    const bool isPublic = shown && shown->visibility == Visibility::Public;
    Confirm question(m_theme, tr("Remove %1 from “%2”?").arg(name, m_context.rooms.title(room)),
                     isPublic ? tr("They can join again: the room is public.")
                              : tr("They come back only when somebody adds them."),
                     tr("Remove"), this);
    if (question.exec() == QDialog::Accepted)
        m_context.rooms.removeMember(room, user, whenDone());
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
