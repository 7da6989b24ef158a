#include "features/chat/DetailsPane.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QShortcut>
#include <QStackedWidget>

#include "features/chat/AttachmentPane.h"
#include "features/chat/MemberList.h"
#include "features/chat/RoomMenu.h"
#include "features/chat/RoomRights.h"
#include "features/chat/model/RoomListModel.h"
#include "net/ErrorText.h"
#include "ui/Button.h"
#include "ui/ElidedLabel.h"
#include "ui/Metrics.h"
#include "ui/RowButton.h"

using namespace Qt::StringLiterals;

namespace rialto {

namespace {

constexpr int sideInset = 8; ///< Of the rows, whose own inset leads to that of the words above them.
constexpr int wordsInset = 16;

} // namespace

DetailsPane::DetailsPane(const Theme &theme, const ChatContext &context, QWidget *parent)
    : Surface(theme, &Colors::panel, Qt::LeftEdge, parent),
      m_theme(theme),
      m_context(context),
      m_back(new IconButton(theme, u"chevron-left"_s, {})),
      m_title(new ElidedLabel(theme)),
      m_close(new IconButton(theme, u"x"_s, {})),
      m_pages(new QStackedWidget),
      m_topic(new QLabel),
      m_person(new RowButton(theme, u"user"_s)),
      m_levels(new RowButton(theme, u"bell"_s)),
      m_files(new RowButton(theme, u"folder"_s)),
      m_people(new QWidget),
      m_count(new ElidedLabel(theme)),
      m_add(new Button(theme, ButtonKind::Link, {})),
      m_members(new MemberList(theme, context,
                               [say = context.say](const Result<> &result) {
                                   if (!result)
                                       say(errorText(result.error()), u"circle-alert"_s);
                               })),
      m_leave(new RowButton(theme, u"log-out"_s)),
      m_attachments(new AttachmentPane(theme, context))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildHeader());
    column->addWidget(m_pages, 1);
    m_pages->addWidget(buildOverview());
    m_pages->addWidget(m_attachments);
    setMinimumWidth(metrics::sidePane);
    setFocusProxy(m_files);
    connectRows();
    retranslate();
    showOverview();
}

QWidget *DetailsPane::buildHeader()
{
    m_theme.dress(*m_title, TextStyle::Title);
    auto *header = new Surface(m_theme, &Colors::panel, Qt::BottomEdge);
    m_theme.fixHeight(*header, metrics::header);
    auto *row = new QHBoxLayout(header);
    row->setContentsMargins(wordsInset, 0, 8, 0);
    row->addWidget(m_back);
    row->addWidget(m_title, 1);
    row->addWidget(m_close);
    return header;
}

QWidget *DetailsPane::buildOverview()
{
    m_topic->setTextFormat(Qt::PlainText);
    m_topic->setWordWrap(true);
    m_topic->setProperty("tone", u"muted"_s);
    m_topic->setContentsMargins(wordsInset, 12, wordsInset, 4);
    m_theme.dress(*m_topic, TextStyle::Small);
    m_theme.dress(*m_count, TextStyle::Label);
    m_count->setProperty("tone", u"muted"_s);
    m_add->setIconName(u"user-plus"_s);
    m_leave->setLeads(false);
    m_leave->setInk(&Colors::danger);
    auto *rows = new QVBoxLayout;
    rows->setContentsMargins(sideInset, 8, sideInset, 8);
    rows->setSpacing(0);
    for (RowButton *row : {m_person, m_levels, m_files})
        rows->addWidget(row);
    auto *title = new QHBoxLayout;
    title->setContentsMargins(wordsInset - sideInset, 4, 0, 4);
    title->addWidget(m_count, 1);
    title->addWidget(m_add);
    auto *people = new QVBoxLayout(m_people);
    people->setContentsMargins(sideInset, 0, sideInset, 8);
    people->setSpacing(0);
    people->addLayout(title);
    people->addWidget(m_members, 1);
    people->addWidget(m_leave);
    auto *overview = new QWidget;
    auto *column = new QVBoxLayout(overview);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_topic);
    column->addLayout(rows);
    column->addWidget(m_people, 1);
    column->addStretch();
    return overview;
}

void DetailsPane::connectRows()
{
    auto *escape = new QShortcut(Qt::Key_Escape, this);
    escape->setContext(Qt::WidgetWithChildrenShortcut);
    connect(escape, &QShortcut::activated, this, &DetailsPane::goBack);
    connect(m_back, &IconButton::clicked, this, &DetailsPane::goBack);
    connect(m_close, &IconButton::clicked, this, &DetailsPane::closeRequested);
    connect(m_person, &RowButton::clicked, this, [this] { Q_EMIT personRequested(otherPerson()); });
    connect(m_levels, &RowButton::clicked, this, &DetailsPane::openLevels);
    connect(m_files, &RowButton::clicked, this, &DetailsPane::showFiles);
    connect(m_add, &Button::clicked, this, [this] { RoomMenu(m_theme, m_context, m_room, this).addPeople(); });
    connect(m_leave, &RowButton::clicked, this, &DetailsPane::leave);
    connect(m_attachments, &AttachmentPane::messageChosen, this,
            [this](MessageId message) { Q_EMIT messageChosen(m_room, message); });
    m_members->setPersonShower([this](UserId person) { Q_EMIT personRequested(person); });
    connect(m_members, &MemberList::filled, this, &DetailsPane::refresh);
    connect(&m_context.rooms, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex &from, const QModelIndex &to) {
                const int row = m_context.rooms.rowOf(m_room);
                if (row >= from.row() && row <= to.row())
                    refresh();
            });
}

void DetailsPane::showRoom(RoomId room)
{
    if (std::exchange(m_room, room) == room)
        return;
    showOverview();
    refresh();
    m_members->showRoom(room);
}

UserId DetailsPane::otherPerson() const
{
    const QModelIndex room = m_context.rooms.index(m_context.rooms.rowOf(m_room), 0);
    return UserId{room.data(RoomListModel::OtherUserIdRole).toLongLong()};
}

void DetailsPane::refresh()
{
    const QModelIndex room = m_context.rooms.index(m_context.rooms.rowOf(m_room), 0);
    const bool isDirect = otherPerson().isValid();
    const RoomRights rights(m_context, m_room);
    const auto other = isDirect ? m_context.person(otherPerson()) : std::nullopt;
    const QString topic =
        isDirect ? (other ? other->statusText : QString()) : room.data(RoomListModel::TopicRole).toString();
    m_topic->setText(topic);
    m_topic->setVisible(!topic.isEmpty());
    m_person->setVisible(isDirect);
    m_person->setText(room.data(RoomListModel::TitleRole).toString());
    m_levels->setVisible(rights.isMember());
    m_levels->setValue(levelWords(NotifyLevel(room.data(RoomListModel::NotifyLevelRole).toInt())));
    m_people->setVisible(!isDirect);
    m_add->setVisible(rights.mayAdd());
    m_leave->setVisible(rights.isMember());
    // From outside one is told no longer who comes and goes, so there is no number then.
    m_count->setFullText(rights.isMember() ? tr("Members · %1").arg(m_members->count()) : tr("Members"));
}

void DetailsPane::showFiles()
{
    m_attachments->showRoom(m_room);
    m_pages->setCurrentWidget(m_attachments);
    m_back->show();
    retranslate();
    m_back->setFocus(Qt::OtherFocusReason);
}

void DetailsPane::showOverview()
{
    m_attachments->clear();
    m_pages->setCurrentIndex(0);
    m_back->hide();
    retranslate();
}

void DetailsPane::openLevels()
{
    RoomMenu menu(m_theme, m_context, m_room, this);
    if (menu.levels())
        menu.levels()->exec(m_levels->mapToGlobal(QPoint(0, m_levels->height())));
}

void DetailsPane::leave()
{
    RoomMenu(m_theme, m_context, m_room, this).askToLeave();
}

void DetailsPane::goBack()
{
    if (m_pages->currentWidget() != m_attachments)
        return Q_EMIT closeRequested();
    showOverview();
    m_files->setFocus(Qt::OtherFocusReason);
}

void DetailsPane::retranslate()
{
    const bool showsFiles = m_pages->currentWidget() == m_attachments;
    m_title->setFullText(showsFiles ? tr("Files and photos") : tr("Details"));
    m_back->setName(tr("Back to the details"));
    m_back->setIconName(layoutDirection() == Qt::RightToLeft ? u"chevron-right"_s : u"chevron-left"_s);
    m_close->setName(tr("Close details"));
    m_levels->setText(tr("Notifications"));
    m_files->setText(tr("Files and photos"));
    m_add->setText(tr("Add"));
    m_leave->setText(tr("Leave room…"));
    refresh();
}

void DetailsPane::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Surface::changeEvent(event);
}

} // namespace rialto
