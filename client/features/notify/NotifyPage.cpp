#include "features/notify/NotifyPage.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QStackedWidget>

#include "features/notify/NotificationCard.h"
#include "features/notify/NotificationDelegate.h"
#include "features/notify/model/NotificationModel.h"
#include "ui/AvatarPictures.h"
#include "ui/Button.h"
#include "ui/Chip.h"
#include "ui/EmptyState.h"
#include "ui/Metrics.h"
#include "ui/Midnight.h"
#include "ui/NarrowPanes.h"
#include "ui/Shortcuts.h"
#include "ui/Surface.h"

using namespace Qt::StringLiterals;

namespace rialto {

namespace {

constexpr int listWidth = 472;
constexpr int leastForCard = 640; ///< With its buttons in one line.
constexpr int narrowestList = 300;

} // namespace

NotifyPage::NotifyPage(const Theme &theme, const NotifyContext &context, QWidget *parent)
    : FramePage(parent),
      m_theme(theme),
      m_context(context),
      m_filter(new NotificationFilter(context, this)),
      m_list(new QListView),
      m_heading(new QLabel),
      m_readAll(new Button(theme, ButtonKind::Link, {})),
      m_listStack(new QStackedWidget),
      m_nothing(new EmptyState(theme, u"bell"_s)),
      m_card(new NotificationCard(theme, context))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    buildList();
    row->addWidget(m_listPane, 2);
    row->addWidget(m_card, 3);
    m_panes = new NarrowPanes(
        theme, {.page = *this, .list = *m_listPane, .detail = *m_card, .leastForDetail = leastForCard}, this);
    connect(&theme, &Theme::changed, this, &NotifyPage::fitList);
    connect(m_panes, &NarrowPanes::narrowChanged, this, &NotifyPage::fitList);
    fitList();
    connect(m_panes, &NarrowPanes::narrowChanged, m_card, &NotificationCard::setBackShown);
    connect(m_list, &QListView::clicked, m_panes, &NarrowPanes::showDetail);
    connect(m_card, &NotificationCard::backRequested, m_panes, &NarrowPanes::showList);
    NotificationModel &model = m_context.notifications;
    connect(&model, &NotificationModel::unreadChanged, this, &FramePage::badgeChanged);
    connect(&model, &NotificationModel::unreadChanged, this, &NotifyPage::refresh);
    connect(&model, &QAbstractItemModel::rowsInserted, this, &NotifyPage::refresh);
    connect(&model, &QAbstractItemModel::rowsRemoved, this, &NotifyPage::refresh);
    connect(&model, &QAbstractItemModel::dataChanged, this, &NotifyPage::refresh);
    connect(m_readAll, &Button::clicked, &model, &NotificationModel::readAll);
    // Not currentChanged: a list that merely gets the focus makes its first row current.
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this, &NotifyPage::selectionChanged);
    connect(m_list, &QListView::activated, this, &NotifyPage::open);
    connect(m_list, &QListView::customContextMenuRequested, this, &NotifyPage::openMenu);
    connect(&theme, &Theme::changed, m_list->viewport(), qOverload<>(&QWidget::update));
    // The first of yesterday carries a title now.
    connect(new Midnight(this), &Midnight::passed, m_list, &QListView::doItemsLayout);
    addShortcut(
        Shortcut::DeleteNotification, m_list, [this] { removeChosen(); }, Qt::WidgetShortcut);
    retranslate();
}

/// Alone it has the whole width.
void NotifyPage::fitList()
{
    m_listPane->setMaximumWidth(m_panes->isNarrow() ? QWIDGETSIZE_MAX : m_theme.grown(listWidth));
}

void NotifyPage::buildList()
{
    m_listPane = new Surface(m_theme, &Colors::panel, Qt::RightEdge);
    m_listPane->setFocusProxy(m_list);
    m_list->setMinimumWidth(narrowestList); // Of the list: the pane's own would cut its header.
    m_theme.dress(*m_heading, TextStyle::Title);
    m_readAll->setIconName(u"check-check"_s);
    auto *header = new QWidget;
    m_theme.fixHeight(*header, metrics::header);
    auto *headerRow = new QHBoxLayout(header);
    headerRow->setContentsMargins(16, 0, 8, 0);
    headerRow->addWidget(m_heading, 1);
    headerRow->addWidget(m_readAll);
    m_list->setModel(m_filter);
    m_list->setItemDelegate(new NotificationDelegate(m_theme, m_context, m_list));
    followPictures(*m_list, m_context.avatars, [this](const QModelIndex &row) { return m_filter->at(row).actorId; });
    m_list->setMouseTracking(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_listStack->addWidget(m_list);
    m_listStack->addWidget(m_nothing);
    auto *column = new QVBoxLayout(m_listPane);
    column->setContentsMargins(0, 0, 1, 0);
    column->setSpacing(0);
    column->addWidget(header);
    column->addWidget(buildChips());
    column->addWidget(m_listStack, 1);
}

QWidget *NotifyPage::buildChips()
{
    auto *bar = new QWidget;
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(16, 0, 16, 8);
    row->setSpacing(8);
    auto *group = new QButtonGroup(this);
    for (size_t i = 0; i < m_chips.size(); ++i) {
        m_chips[i] = new Chip(m_theme);
        group->addButton(m_chips[i], int(i));
        row->addWidget(m_chips[i]);
    }
    row->addStretch();
    m_chips[0]->setChecked(true);
    connect(group, &QButtonGroup::idClicked, this, [this](int id) {
        m_filter->setGroup(NotificationGroup(id));
        refresh();
    });
    return bar;
}

QString NotifyPage::pageId() const
{
    return u"notifications"_s;
}

QString NotifyPage::iconName() const
{
    return u"bell"_s;
}

QString NotifyPage::title() const
{
    return tr("Notifications");
}

int NotifyPage::badgeCount() const
{
    return m_context.notifications.unreadCount();
}

void NotifyPage::refresh()
{
    for (size_t i = 0; i < m_chips.size(); ++i)
        m_chips[i]->setCount(m_filter->unreadIn(NotificationGroup(i)));
    m_readAll->setEnabled(m_context.notifications.unreadCount() > 0);
    m_listStack->setCurrentIndex(m_filter->rowCount() > 0 ? 0 : 1);
    m_card->refresh();
}

/// Whoever chooses it has read it.
void NotifyPage::selectionChanged()
{
    const QModelIndex index = chosen();
    const NotificationId id = index.isValid() ? m_filter->at(index).id : NotificationId{};
    if (m_card->shown() == id)
        return;
    m_card->show(id);
    if (!id.isValid())
        m_panes->showList();
    // Not within this signal: reading may take the row out of the list that is being walked.
    QMetaObject::invokeMethod(
        this, [this, id] { m_context.notifications.setRead(id, true); }, Qt::QueuedConnection);
}

void NotifyPage::open(const QModelIndex &index)
{
    const Notification notification = m_filter->at(index);
    if (!notification.roomId)
        m_panes->showDetail();
    else
        m_context.openRoom(*notification.roomId, notification.messageId.value_or(MessageId{}));
}

QModelIndex NotifyPage::chosen() const
{
    const QModelIndexList rows = m_list->selectionModel()->selectedIndexes();
    return rows.isEmpty() ? QModelIndex() : rows.first();
}

void NotifyPage::removeChosen()
{
    if (chosen().isValid())
        m_context.notifications.remove(m_filter->at(chosen()).id);
}

void NotifyPage::openMenu(const QPoint &position)
{
    const QModelIndex index = m_list->indexAt(position);
    if (!index.isValid())
        return;
    const NotificationId id = m_filter->at(index).id;
    const bool isRead = m_filter->isRead(index);
    NotificationModel &model = m_context.notifications;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(m_theme.icon(u"check"_s, &Colors::textMuted), isRead ? tr("Mark as unread") : tr("Mark as read"),
                    &model, [&model, id, isRead] { model.setRead(id, !isRead); });
    menu->addAction(m_theme.icon(u"trash-2"_s, &Colors::textMuted), tr("Remove"), &model,
                    [&model, id] { model.remove(id); });
    menu->popup(m_list->viewport()->mapToGlobal(position));
}

void NotifyPage::retranslate()
{
    m_heading->setText(tr("Notifications"));
    m_readAll->setText(tr("Mark all read"));
    m_list->setAccessibleName(tr("Notifications"));
    m_chips[size_t(NotificationGroup::All)]->setText(tr("All"));
    m_chips[size_t(NotificationGroup::Messages)]->setText(tr("Messages"));
    m_chips[size_t(NotificationGroup::Mentions)]->setText(tr("Mentions"));
    m_chips[size_t(NotificationGroup::People)]->setText(tr("People"));
    m_nothing->setWords(tr("Nothing here"),
                        tr("When somebody writes to you, mentions or invites you, it is told here."));
    m_list->viewport()->update();
    refresh();
}

void NotifyPage::focusInEvent(QFocusEvent *event)
{
    FramePage::focusInEvent(event);
    m_list->setFocus(Qt::OtherFocusReason);
}

void NotifyPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    FramePage::changeEvent(event);
}

} // namespace rialto
