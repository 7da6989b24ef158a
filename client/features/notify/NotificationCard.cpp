#include "features/notify/NotificationCard.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QStackedWidget>

#include "features/notify/NotificationText.h"
#include "features/notify/model/NotificationModel.h"
#include "markdown/RichText.h"
#include "ui/Avatar.h"
#include "ui/Button.h"
#include "ui/EmptyState.h"
#include "ui/MessagePreview.h"
#include "ui/Metrics.h"
#include "ui/TimeText.h"

using namespace Qt::StringLiterals;

namespace rialto {

namespace {

QLabel *plainLabel(const Theme &theme, TextStyle style, const QString &tone)
{
    auto *label = new QLabel;
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    theme.dress(*label, style);
    label->setProperty("tone", tone);
    return label;
}

/// Whether somebody said something that one may want to answer.
bool isAnswerable(const Notification &notification)
{
    const bool isSaid =
        notification.kind == NotificationKind::Mention || notification.kind == NotificationKind::Reply ||
        notification.kind == NotificationKind::DirectMessage || notification.kind == NotificationKind::RoomMessage;
    return isSaid && notification.roomId && notification.messageId;
}

} // namespace

NotificationCard::NotificationCard(const Theme &theme, const NotifyContext &context, QWidget *parent)
    : Surface(theme, &Colors::canvas, {}, parent),
      m_theme(theme),
      m_context(context),
      m_stack(new QStackedWidget),
      m_nothing(new EmptyState(theme, u"bell"_s)),
      m_person(new Avatar(theme, metrics::avatar)),
      m_title(plainLabel(theme, TextStyle::Title, {})),
      m_time(plainLabel(theme, TextStyle::Small, u"muted"_s)),
      m_text(plainLabel(theme, TextStyle::Message, {})),
      m_column(new QVBoxLayout),
      m_back(new IconButton(theme, u"chevron-left"_s, {})),
      m_open(new Button(theme, ButtonKind::Primary, {})),
      m_reply(new Button(theme, ButtonKind::Secondary, {})),
      m_agree(new Button(theme, ButtonKind::Primary, {})),
      m_decline(new Button(theme, ButtonKind::Secondary, {})),
      m_read(new Button(theme, ButtonKind::Secondary, {})),
      m_remove(new Button(theme, ButtonKind::Quiet, {}))
{
    m_person->setPictures(&context.avatars);
    m_person->growWithText();
    build();
    connect(m_back, &IconButton::clicked, this, &NotificationCard::backRequested);
    connect(m_open, &Button::clicked, this, &NotificationCard::openRoom);
    connect(m_reply, &Button::clicked, this, &NotificationCard::reply);
    connect(m_agree, &Button::clicked, this, [this] { answer(true); });
    connect(m_decline, &Button::clicked, this, [this] { answer(false); });
    connect(m_read, &Button::clicked, this, &NotificationCard::toggleRead);
    connect(m_remove, &Button::clicked, this, &NotificationCard::remove);
    refresh();
}

void NotificationCard::build()
{
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *card = new Surface(m_theme, &Colors::raised);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(m_title);
    words->addWidget(m_time);
    auto *head = new QHBoxLayout;
    head->setSpacing(12);
    head->addWidget(m_back, 0, Qt::AlignTop);
    head->addWidget(m_person, 0, Qt::AlignTop);
    m_back->hide();
    head->addLayout(words, 1);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    for (Button *button : {m_open, m_reply, m_agree, m_decline, m_read, m_remove})
        buttons->addWidget(button);
    buttons->addStretch();
    auto *inside = new QVBoxLayout(card);
    inside->setContentsMargins(20, 20, 20, 16);
    inside->setSpacing(16);
    inside->addLayout(head);
    inside->addWidget(m_text);
    inside->addLayout(buttons);
    auto *page = new QWidget;
    page->setLayout(m_column);
    m_column->setContentsMargins(metrics::pagePadding, metrics::pagePadding, metrics::pagePadding,
                                 metrics::pagePadding);
    m_column->setSpacing(12);
    m_column->addWidget(card);
    m_column->addStretch();
    m_stack->addWidget(m_nothing);
    m_stack->addWidget(page);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_stack);
}

void NotificationCard::show(NotificationId id)
{
    m_id = id;
    refresh();
}

void NotificationCard::setBackShown(bool shown)
{
    m_back->setVisible(shown);
}

void NotificationCard::refresh()
{
    m_back->setName(tr("Back to the notifications"));
    m_nothing->setWords(tr("Nothing is chosen"), tr("Choose a notification on the left to see what can be done."));
    const int row = m_context.notifications.rowOf(m_id);
    m_stack->setCurrentIndex(row < 0 ? 0 : 1);
    if (row < 0)
        return showMessage({});
    const Notification &notification = m_context.notifications.at(row);
    const bool isSaid = !notification.text.isEmpty() && notification.kind != NotificationKind::RoleChange;
    const QString detail = isSaid ? plainText(notification.text) : notificationDetail(notification, m_context);
    m_person->showPerson(notification.actorId.value, m_context.personName(notification.actorId));
    m_title->setText(notificationTitle(notification, m_context));
    m_time->setText(fullMoment(notification.updatedAt));
    m_text->setText(detail);
    showMessage(notification);
    showButtons(notification, m_context.notifications.isRead(row));
}

/// The message among those around it, where that can be had, else what it says.
void NotificationCard::showMessage(const Notification &notification)
{
    const bool isSomewhere = notification.roomId && notification.messageId;
    if (isSomewhere && !m_preview)
        makePreview();
    if (m_preview)
        m_preview->showMessage(notification.roomId.value_or(RoomId()),
                               isSomewhere ? *notification.messageId : MessageId());
    showText();
}

void NotificationCard::showText()
{
    const bool isSeen = m_preview && !m_preview->isHidden();
    m_text->setVisible(!isSeen && !m_text->text().isEmpty());
}

void NotificationCard::makePreview()
{
    m_preview = m_context.makePreview();
    m_preview->hide();
    m_column->insertWidget(1, m_preview, 1);
    connect(m_preview, &MessagePreview::found, this, [this](bool found) {
        m_preview->setVisible(found);
        showText();
    });
    connect(m_preview, &MessagePreview::openWanted, this, &NotificationCard::openRoom);
}

void NotificationCard::showButtons(const Notification &notification, bool isRead)
{
    const bool asks = notification.kind == NotificationKind::FriendRequest;
    m_open->setText(tr("Open room"));
    m_agree->setText(tr("Agree"));
    m_decline->setText(tr("Decline"));
    m_read->setText(isRead ? tr("Mark as unread") : tr("Mark as read"));
    m_remove->setText(tr("Remove"));
    m_open->setVisible(notification.roomId.has_value());
    m_reply->setText(tr("Reply"));
    m_reply->setVisible(isAnswerable(notification));
    m_agree->setVisible(asks);
    m_decline->setVisible(asks);
}

void NotificationCard::openRoom()
{
    const int row = m_context.notifications.rowOf(m_id);
    if (row < 0)
        return;
    const Notification notification = m_context.notifications.at(row);
    if (notification.roomId)
        m_context.openRoom(*notification.roomId, notification.messageId.value_or(MessageId{}));
}

void NotificationCard::reply()
{
    const int row = m_context.notifications.rowOf(m_id);
    if (row < 0)
        return;
    const Notification notification = m_context.notifications.at(row);
    if (isAnswerable(notification))
        m_context.startAnswer(*notification.roomId, *notification.messageId);
}

void NotificationCard::answer(bool agree)
{
    const int row = m_context.notifications.rowOf(m_id);
    if (row >= 0)
        m_context.answerFriend(m_context.notifications.at(row).actorId, agree);
}

void NotificationCard::toggleRead()
{
    const int row = m_context.notifications.rowOf(m_id);
    if (row >= 0)
        m_context.notifications.setRead(m_id, !m_context.notifications.isRead(row));
}

void NotificationCard::remove()
{
    m_context.notifications.remove(m_id);
}

} // namespace rialto
