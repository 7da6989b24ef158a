// What one does with messages in a room besides writing them: answer, react, pin, forward, go to, refer to.
#include <QClipboard>
#include <QCursor>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QMenu>
#include <QRegularExpression>
#include <QScrollBar>

#include "features/chat/Composer.h"
#include "features/chat/EmojiPicker.h"
#include "features/chat/MessageToolbar.h"
#include "features/chat/RevisionsDialog.h"
#include "features/chat/RoomLink.h"
#include "features/chat/RoomPane.h"
#include "features/chat/RoomSwitcher.h"
#include "features/chat/TimelineView.h"
#include "features/chat/model/MarkWriter.h"
#include "features/chat/model/RoomListModel.h"
#include "net/ErrorText.h"
#include "net/ServerLinks.h"
#include "ui/UiSettings.h"

using namespace Qt::StringLiterals;

namespace rialto {

namespace {

constexpr int quoteLength = 200;
constexpr int mostCompletions = 8;

/// Three that somebody is likely to want. In an order of their own: what is used must not move under the pointer.
QStringList quickReactions(const QStringList &recent)
{
    constexpr qsizetype kMost = 3;
    QStringList list = recent + QStringList{u"\U0001F44D"_s, u"\u2764\uFE0F"_s, u"\U0001F602"_s};
    list.removeDuplicates();
    list = list.mid(0, kMost);
    list.sort();
    return list;
}

/// A link in Markdown; what it is called may hold signs that mean something there.
QString markdownLink(const QString &name, const QUrl &url)
{
    static const QRegularExpression signs(u"([\\\\\\[\\]*_`~|<>])"_s);
    return u"[%1](%2)"_s.arg(QString(name).replace(signs, u"\\\\1"_s), url.toString());
}

} // namespace

void RoomPane::connectMarks()
{
    connect(m_timeline, &TimelineView::linkClicked, this, &RoomPane::openLink);
    connect(m_timeline, &TimelineView::quoteClicked, this, &RoomPane::openQuoted);
    connect(m_timeline, &TimelineView::reactionClicked, this, &RoomPane::react);
    connect(m_timeline, &TimelineView::codeCopied, this, [this] { m_context.say(tr("Copied"), u"copy"_s); });
    connect(m_timeline, &TimelineView::rowHovered, this, &RoomPane::showToolbar);
    connect(m_timeline, &TimelineView::authorClicked, this,
            [this](int row) { Q_EMIT personClicked(m_messages->row(row).message.authorId); });
    connect(m_timeline, &TimelineView::mentionClicked, this, [this](const QString &name) {
        if (const auto person = m_context.personNamed(name))
            Q_EMIT personClicked(person->id);
    });
    m_timeline->setPersonNames([this](const QList<UserId> &ids) {
        QStringList names;
        for (const UserId id : ids)
            names.append(nameOf(id));
        return names;
    });
    m_timeline->setReaders([this](const Message &message) { return readersOf(message); });
    connect(m_timeline, &TimelineView::openWanted, this, &RoomPane::openByKey);
    connect(m_toolbar, &MessageToolbar::quickReactionClicked, this,
            [this](const QString &emoji) { react(m_pointed.row(), emoji); });
    connect(m_toolbar, &MessageToolbar::reactClicked, this, [this] { pickReaction(m_toolbar->reactRect()); });
    connect(m_toolbar, &MessageToolbar::replyClicked, this, [this] { startReply(m_pointed.row()); });
    connect(m_toolbar, &MessageToolbar::pinClicked, this, [this] { togglePin(m_pointed.row()); });
    connect(m_toolbar, &MessageToolbar::moreClicked, this,
            [this](const QPoint &position) { openMessageMenu(m_pointed.row(), position); });
    connect(m_timeline->verticalScrollBar(), &QScrollBar::valueChanged, m_toolbar, &QWidget::hide);
    connect(m_composer, &Composer::replyCancelled, this, [this] { m_replyTo.reset(); });
    connect(m_composer, &Composer::emojiWanted, this, [this](const QRect &button) {
        auto *picker = new EmojiPicker(m_theme, m_context.settings, this);
        connect(picker, &EmojiPicker::chosen, m_composer, &Composer::insert);
        picker->popUpAt(button);
    });
    m_composer->setWordsFor([this](const QString &text) { return pastedWords(text); });
    m_composer->setCompleter([this](QChar sign, const QString &typed) { return completions(sign, typed); });
    connect(&m_context.marks, &MarkWriter::taken, this,
            [this](const Error &reason) { m_context.say(errorText(reason), u"circle-alert"_s); });
}

void RoomPane::showToolbar(int row)
{
    if (m_toolbar->isVisible() && m_toolbar->rect().contains(m_toolbar->mapFromGlobal(QCursor::pos())))
        return;
    const bool isWritable = m_messages && row >= 0 && m_messages->canWrite();
    const TimelineRow message = isWritable ? m_messages->row(row) : TimelineRow();
    if (!isWritable || !message.message.id.isValid() || message.message.deletedAt) {
        m_toolbar->hide();
        return;
    }
    m_pointed = m_messages->index(row, 0);
    m_toolbar->setQuickReactions(quickReactions(m_context.settings.recentEmoji()));
    m_toolbar->showAt(m_timeline->bubbleRect(row), m_timeline->viewport()->rect(), message.own,
                      message.message.pinnedAt.has_value());
    m_toolbar->raise(); // Over the button that leads down.
}

void RoomPane::startReply(int row)
{
    if (row < 0)
        return;
    const TimelineRow answered = m_messages->row(row);
    m_composer->startReply(answered.message.authorId.value, m_messages->authorName(row),
                           previewText(answered.message, quoteLength));
    m_replyTo = answered.message.id;
}

void RoomPane::startAnswer(MessageId id)
{
    if (m_messages && m_messages->canWrite())
        startReply(m_messages->rowOf(id));
}

void RoomPane::pickReaction(const QRect &anchor)
{
    auto *picker = new EmojiPicker(m_theme, m_context.settings, this);
    connect(picker, &EmojiPicker::chosen, this, [this](const QString &emoji) { react(m_pointed.row(), emoji); });
    picker->popUpAt(anchor);
}

void RoomPane::react(int row, const QString &emoji)
{
    if (row < 0 || !m_messages->canWrite())
        return;
    if (const Result<> kept = m_messages->toggleReaction(row, emoji); !kept)
        m_context.say(errorText(kept.error()), u"circle-alert"_s);
}

void RoomPane::togglePin(int row)
{
    if (row < 0)
        return;
    const bool pinned = m_messages->row(row).message.pinnedAt.has_value();
    if (const Result<> kept = m_messages->setPinned(row, !pinned); !kept)
        m_context.say(errorText(kept.error()), u"circle-alert"_s);
}

/// One message, or all that are selected, in their order.
void RoomPane::forward(const QList<Message> &messages)
{
    RoomSwitcher dialog(m_theme, m_context, {tr("Forward to"), tr("Forward"), {true, m_room}}, this);
    if (dialog.exec() != QDialog::Accepted || !dialog.chosen().isValid())
        return;
    for (const Message &message : messages) {
        if (const Result<> kept = m_context.marks.forward(message, dialog.chosen()); !kept)
            return m_context.say(errorText(kept.error()), u"circle-alert"_s);
    }
    m_context.say(tr("Forwarded to “%1”").arg(m_context.rooms.title(dialog.chosen())), u"forward"_s);
}

/// What a menu at a row is about: that message, or the living ones of a selection that it belongs to.
QList<Message> RoomPane::chosenMessages(int row) const
{
    QList<Message> chosen;
    const QList<int> rows = m_timeline->selectedRows();
    for (const int selected : rows.size() > 1 && rows.contains(row) ? rows : QList<int>{row}) {
        const Message &message = m_messages->row(selected).message;
        if (message.id.isValid() && !message.deletedAt)
            chosen.append(message);
    }
    return chosen;
}

void RoomPane::showRevisions(int row)
{
    auto *dialog = new RevisionsDialog(m_theme, m_messages->row(row).message, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    m_context.rooms.listRevisions(m_messages->row(row).message,
                                  [self = QPointer(dialog)](const Result<Page<Revision>> &page) {
                                      if (self)
                                          self->show(page);
                                  });
    dialog->open();
}

QString RoomPane::linkTo(const Message &message) const
{
    return m_context.links.to(u"rooms/%1/messages/%2"_s.arg(message.roomId.value).arg(message.id.value)).toString();
}

void RoomPane::openLink(const QUrl &url)
{
    if (url.scheme() == "rialto"_L1)
        Q_EMIT placeClicked(url);
    else
        QDesktopServices::openUrl(url);
}

/// A link to something here is pasted by the name of what it leads to, as far as everybody may know that.
QString RoomPane::pastedWords(const QString &text) const
{
    const QUrl url(text.trimmed(), QUrl::StrictMode);
    if (url.scheme() != "rialto"_L1 || !url.isValid() || !m_context.links.owns(url))
        return text;
    if (const auto card = m_context.card(url))
        return markdownLink(card->title, url);
    const auto place = RoomLink::read(url);
    const auto room = place ? m_context.rooms.find(place->room) : std::nullopt;
    if (!room)
        return text;
    const QString name = room->visibility == Visibility::Public ? u'#' + room->name : QString();
    if (!place->message.isValid())
        return name.isEmpty() ? text : markdownLink(name, url);
    return markdownLink(name.isEmpty() ? tr("message") : tr("message in %1").arg(name), url);
}

QList<Completion> RoomPane::completions(QChar sign, const QString &typed) const
{
    QList<Completion> found;
    if (sign == u':') {
        for (const EmojiEntry &entry : EmojiList::instance().find(typed, mostCompletions))
            found.append({entry.emoji + u"  :"_s + entry.shortcode + u':', entry.emoji});
    } else if (sign == u'@') {
        for (const Member &member : m_members) {
            const auto person = m_context.person(member.userId);
            if (person && person->id != m_context.me().id && RoomMatches::score(*person, typed) > 1)
                found.append({person->displayName + u"  @"_s + person->name, u'@' + person->name});
        }
        if (u"everyone"_s.startsWith(typed, Qt::CaseInsensitive) ||
            tr("Everyone in the room").startsWith(typed, Qt::CaseInsensitive))
            found.append({tr("Everyone in the room") + u"  @everyone"_s, u"@everyone"_s});
    } else {
        for (int row = 0; row < m_context.rooms.rowCount(); ++row) {
            const RoomId id = m_context.rooms.idAt(row);
            const QString title = m_context.rooms.title(id);
            const auto room = m_context.rooms.find(id);
            if (room && room->visibility == Visibility::Public && RoomMatches::score(title, typed) > 1)
                found.append(
                    {u'#' + title, markdownLink(u'#' + title, m_context.links.to(u"rooms/%1"_s.arg(id.value)))});
        }
        if (typed.size() >= 2) {
            for (const LinkTarget &target : m_context.findTargets(typed, mostCompletions))
                found.append({target.label, markdownLink(target.name, target.url)});
        }
    }
    return found.mid(0, mostCompletions);
}

} // namespace rialto
