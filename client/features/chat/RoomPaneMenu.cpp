// The menu of a message: everything that a click can do there, for the keyboard too.
#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>

#include "features/chat/NamesDialog.h"
#include "features/chat/PinBar.h"
#include "features/chat/RoomPane.h"
#include "features/chat/TimelineView.h"
#include "features/chat/model/MarkWriter.h"
#include "features/chat/model/PinBook.h"
#include "features/chat/model/RoomListModel.h"
#include "markdown/RichText.h"
#include "net/ErrorText.h"

using namespace Qt::StringLiterals;

namespace rialto {

namespace {

/// More would hold up what one writes after them.
constexpr qsizetype kForwardedTogether = 100;
constexpr int kNamedWidth = 280;
constexpr qsizetype kMostLinks = 8;
constexpr qsizetype kMostPins = 20;

/// What a menu shows of a foreign text: not too wide, and an ampersand is no mark of a key.
QString menuWords(const QMenu &menu, const QString &text)
{
    return menu.fontMetrics().elidedText(text, Qt::ElideMiddle, kNamedWidth).replace(u'&', "&&"_L1);
}

QList<QUrl> linksIn(const RichText &text)
{
    QList<QUrl> links;
    for (const TextSpan &span : text.spans) {
        if (span.kind == TextSpan::Link && !links.contains(span.url) && links.size() < kMostLinks)
            links.append(span.url);
    }
    return links;
}

} // namespace

bool RoomPane::mayDelete(const TimelineRow &row) const
{
    if (row.message.deletedAt)
        return false;
    const QModelIndex room = m_context.rooms.index(m_context.rooms.rowOf(m_room), 0);
    const bool moderates = room.data(RoomListModel::MyRoleRole).toInt() >= int(MemberRole::Moderator);
    const bool direct = Visibility(room.data(RoomListModel::KindRole).toInt()) == Visibility::Direct;
    return row.own || (!direct && (moderates || m_context.me().role >= Role::Manager));
}

void RoomPane::addMessageActions(QMenu &menu, int row)
{
    const TimelineRow message = m_messages->row(row);
    if (!message.message.id.isValid() || message.message.deletedAt)
        return;
    const auto icon = [this](const QString &name) { return m_theme.icon(name, &Colors::textMuted); };
    addFileActions(menu, row);
    addTextActions(menu, row);
    if (m_messages->canWrite()) {
        const bool pinned = message.message.pinnedAt.has_value();
        menu.addAction(icon(u"reply"_s), tr("Reply"), this, onMessage(row, [this](int now) { startReply(now); }));
        menu.addAction(icon(u"smile-plus"_s), tr("React…"), this, onMessage(row, [this](int now) {
                           m_pointed = m_messages->index(now, 0);
                           const QRect bubble = m_timeline->bubbleRect(now);
                           pickReaction({m_timeline->viewport()->mapToGlobal(bubble.topLeft()), bubble.size()});
                       }));
        menu.addAction(icon(pinned ? u"pin-off"_s : u"pin"_s), pinned ? tr("Unpin") : tr("Pin"), this,
                       onMessage(row, [this](int now) { togglePin(now); }));
    }
    const QList<Message> chosen = chosenMessages(row);
    menu.addAction(icon(u"forward"_s),
                   chosen.size() > 1 ? tr("Forward %n message(s)…", nullptr, int(chosen.size())) : tr("Forward…"), this,
                   [this, chosen] { forward(chosen); })
        ->setEnabled(chosen.size() <= kForwardedTogether);
    menu.addAction(icon(u"link"_s), tr("Copy link"), this, [this, link = linkTo(message.message)] {
        QGuiApplication::clipboard()->setText(link);
        m_context.say(tr("Copied"), u"link"_s);
    });
    if (!message.message.reactions.isEmpty())
        menu.addAction(icon(u"smile"_s), tr("Who reacted…"), this,
                       onMessage(row, [this](int now) { showReactions(now); }));
    menu.addAction(icon(u"check-check"_s), tr("Read by…"), this, onMessage(row, [this](int now) { showReaders(now); }));
    if (message.message.editedAt)
        menu.addAction(icon(u"history"_s), tr("Edit history…"), this,
                       onMessage(row, [this](int now) { showRevisions(now); }));
    menu.addSeparator();
}

/// What a click at parts of the message does: its links, what it answers, what it hides, its code.
void RoomPane::addTextActions(QMenu &menu, int row)
{
    const Message &message = m_messages->row(row).message;
    const RichText text = parseRichText(message.text);
    const auto icon = [this](const QString &name) { return m_theme.icon(name, &Colors::textMuted); };
    const auto card = cardOf(message);
    if (card)
        menu.addAction(icon(card->icon), tr("Open “%1”").arg(menuWords(menu, card->title)), this,
                       [this, url = card->url] { openLink(url); });
    for (const QUrl &url : linksIn(text)) {
        if (!card || url != card->url)
            menu.addAction(icon(u"link"_s), tr("Open %1").arg(menuWords(menu, url.toDisplayString())), this,
                           [this, url] { openLink(url); });
    }
    if (message.replyToId)
        menu.addAction(icon(u"reply"_s), tr("Go to the message it answers"), this,
                       onMessage(row, [this](int now) { openQuoted(now); }));
    if (text.hasAny(TextSpan::Spoiler))
        menu.addAction(icon(u"eye"_s), tr("Show what is hidden"), this,
                       onMessage(row, [this](int now) { m_timeline->reveal(now); }));
    for (const TextSpan &span : text.spans) {
        if (span.kind != TextSpan::CodeBlock)
            continue;
        const QString code = text.text.mid(span.start, span.length);
        menu.addAction(icon(u"copy"_s), tr("Copy code “%1”").arg(menuWords(menu, code.section(u'\n', 0, 0))), this,
                       [this, code] {
                           QGuiApplication::clipboard()->setText(code);
                           m_context.say(tr("Copied"), u"copy"_s);
                       });
    }
}

/// The key that opens what a message is about: its file, else its link, else the message that it answers.
void RoomPane::openByKey(int row)
{
    const Message message = m_messages->row(row).message;
    if (!message.id.isValid() || message.deletedAt)
        return;
    const QList<QUrl> links = linksIn(parseRichText(message.text));
    if (!message.attachments.isEmpty()) {
        // What is on its way a click gives up; a key that was pressed twice must not.
        const FileTransfer transfer = downloadsOf(message).value(0);
        if (!transfer.isOnItsWay() || !transfer.problem.isEmpty())
            openFile(row, 0);
    } else if (!links.isEmpty()) {
        openLink(links.first());
    } else if (message.replyToId) {
        openQuoted(row);
    }
}

QString RoomPane::nameOf(UserId id) const
{
    const auto person = m_context.person(id);
    return person && !person->deletedAt ? person->displayName : tr("Deleted user");
}

void RoomPane::showReactions(int row)
{
    QStringList lines;
    for (const Reaction &reaction : m_messages->row(row).message.reactions) {
        for (const UserId id : reaction.userIds)
            lines.append(reaction.emoji + u"  "_s + nameOf(id));
    }
    auto *dialog = new NamesDialog(m_theme, tr("Who reacted"), lines, tr("Nobody any more."), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

/// Who has read a message, as far as that is known here: by their read markers.
QList<UserId> RoomPane::readersOf(const Message &message) const
{
    QList<UserId> readers;
    for (const Member &member : m_members) {
        if (message.id.isValid() && member.userId != m_context.me().id && hasRead(member, message))
            readers.append(member.userId);
    }
    return readers;
}

void RoomPane::showReaders(int row)
{
    QStringList names;
    for (const UserId id : readersOf(m_messages->row(row).message))
        names.append(nameOf(id));
    names.sort(Qt::CaseInsensitive);
    auto *dialog = new NamesDialog(m_theme, tr("Read by"), names, tr("Nobody else has read it yet."), this);
    // Markers of crowded rooms are not told live.
    constexpr qsizetype kToldLive = 50;
    if (m_members.size() > kToldLive)
        dialog->setExplanation(tr("In a room of this size, as it was when the list of its members came last."));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void RoomPane::openMessageMenu(int row, const QPoint &position)
{
    if (row < 0)
        return;
    const TimelineRow message = m_messages->row(row);
    const QString selected = m_timeline->selectedText();
    QMenu menu(this);
    const auto icon = [this](const QString &name) { return m_theme.icon(name, &Colors::textMuted); };
    if (message.state == DeliveryState::Failed) {
        menu.addAction(icon(u"rotate-ccw"_s), tr("Send again"), this,
                       onMessage(row, [this](int now) { m_messages->retry(now); }));
        menu.addAction(icon(u"x"_s), tr("Discard"), this,
                       onMessage(row, [this](int now) { m_messages->discard(now); }));
        menu.addAction(icon(u"copy"_s), tr("Copy details"), this,
                       [details = errorDetails(message.error)] { QGuiApplication::clipboard()->setText(details); });
        menu.addSeparator();
    }
    addMessageActions(menu, row);
    if (!selected.isEmpty() || !message.message.deletedAt)
        menu.addAction(icon(u"copy"_s), selected.isEmpty() ? tr("Copy text") : tr("Copy selected text"), this,
                       [text = selected.isEmpty() ? message.message.text : selected] {
                           QGuiApplication::clipboard()->setText(text);
                       });
    if (!message.own)
        menu.addAction(icon(u"user"_s), tr("Show profile…"), this,
                       [this, author = message.message.authorId] { Q_EMIT personRequested(author); });
    if (message.own && !message.message.deletedAt)
        menu.addAction(icon(u"pencil"_s), tr("Edit"), this, onMessage(row, [this](int now) { startEditing(now); }));
    if (mayDelete(message)) {
        menu.addSeparator();
        menu.addAction(m_theme.icon(u"trash-2"_s, &Colors::danger), tr("Delete for everyone"), this,
                       onMessage(row, [this](int now) { deleteWithUndo(now); }));
    }
    if (!menu.isEmpty())
        menu.exec(position);
}

/// All that is pinned, to go there, and the way to end it for the one that the bar shows.
void RoomPane::openPinMenu(const QPoint &position)
{
    const QList<Message> pins = m_context.pins.pins();
    if (pins.isEmpty() || !m_messages)
        return;
    QMenu menu(this);
    const auto icon = [this](const QString &name) { return m_theme.icon(name, &Colors::textMuted); };
    for (const Message &pin : pins.mid(0, kMostPins))
        menu.addAction(icon(u"pin"_s), menuWords(menu, previewText(pin, kNamedWidth)), this,
                       [this, id = pin.id] { openMessage(id); });
    if (m_messages->canWrite()) {
        menu.addSeparator();
        menu.addAction(icon(u"pin-off"_s), tr("Unpin"), this, [this, shown = pins.value(m_pins->current())] {
            if (const Result<> kept = m_context.marks.setPinned(shown, false); !kept)
                m_context.say(errorText(kept.error()), u"circle-alert"_s);
        });
    }
    menu.exec(position);
}

} // namespace rialto
