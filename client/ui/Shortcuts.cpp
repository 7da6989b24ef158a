#include "ui/Shortcuts.h"

#include <QCoreApplication>
#include <QKeyEvent>

using namespace Qt::StringLiterals;

namespace rialto {

namespace {

struct Entry
{
    Shortcut shortcut;
    ShortcutGroup group;
    const char *words;
    QList<QKeySequence> keys;
};

QList<QKeySequence> standard(QKeySequence::StandardKey key)
{
    return QKeySequence::keyBindings(key);
}

/// With the digits from 1 to 9.
QList<QKeySequence> numbered(Qt::KeyboardModifier modifier)
{
    QList<QKeySequence> keys;
    for (int digit = Qt::Key_1; digit <= Qt::Key_9; ++digit)
        keys.append(QKeySequence(QKeyCombination(modifier, Qt::Key(digit))));
    return keys;
}

const QList<Entry> &table()
{
    using S = Shortcut;
    using G = ShortcutGroup;
    // clang-format off
    static const QList<Entry> entries = {
        {S::Settings, G::Everywhere, QT_TRANSLATE_NOOP("Shortcuts", "Open the settings"), {Qt::CTRL | Qt::Key_Comma}},
        {S::ShortcutSheet, G::Everywhere, QT_TRANSLATE_NOOP("Shortcuts", "Show all shortcuts"), {Qt::CTRL | Qt::Key_Slash}},
        {S::SwitchAccount, G::Everywhere, QT_TRANSLATE_NOOP("Shortcuts", "Switch to the first, second, … account"), numbered(Qt::ControlModifier)},
        {S::Quit, G::Everywhere, QT_TRANSLATE_NOOP("Shortcuts", "Quit Rialto"), {Qt::CTRL | Qt::Key_Q}},
        {S::FindSetting, G::Settings, QT_TRANSLATE_NOOP("Shortcuts", "Search in the settings"), standard(QKeySequence::Find)},
        {S::EnlargeText, G::Everywhere, QT_TRANSLATE_NOOP("Shortcuts", "Larger text"), {Qt::CTRL | Qt::Key_Plus, Qt::CTRL | Qt::Key_Equal, Qt::CTRL | Qt::SHIFT | Qt::Key_Plus}},
        {S::ReduceText, G::Everywhere, QT_TRANSLATE_NOOP("Shortcuts", "Smaller text"), {Qt::CTRL | Qt::Key_Minus}},
        {S::ResetText, G::Everywhere, QT_TRANSLATE_NOOP("Shortcuts", "Reset the size of text"), {Qt::CTRL | Qt::Key_0}},
        {S::FindRoom, G::Rooms, QT_TRANSLATE_NOOP("Shortcuts", "Go to a room or a person by name"), {Qt::CTRL | Qt::Key_K}},
        {S::People, G::Rooms, QT_TRANSLATE_NOOP("Shortcuts", "Show people and friends"), {Qt::CTRL | Qt::SHIFT | Qt::Key_K}},
        {S::BackToRooms, G::Rooms, QT_TRANSLATE_NOOP("Shortcuts", "Back to the rooms, in a narrow window"), {Qt::ALT | Qt::Key_Left}},
        {S::PreviousRoom, G::Rooms, QT_TRANSLATE_NOOP("Shortcuts", "Room above"), {Qt::ALT | Qt::Key_Up}},
        {S::NextRoom, G::Rooms, QT_TRANSLATE_NOOP("Shortcuts", "Room below"), {Qt::ALT | Qt::Key_Down}},
        {S::PreviousUnread, G::Rooms, QT_TRANSLATE_NOOP("Shortcuts", "Unread room above"), {Qt::ALT | Qt::SHIFT | Qt::Key_Up}},
        {S::NextUnread, G::Rooms, QT_TRANSLATE_NOOP("Shortcuts", "Unread room below"), {Qt::ALT | Qt::SHIFT | Qt::Key_Down}},
        {S::RoomDetails, G::Rooms, QT_TRANSLATE_NOOP("Shortcuts", "Show the details of the room"), {Qt::CTRL | Qt::SHIFT | Qt::Key_I}},
        {S::FindInRoom, G::Messages, QT_TRANSLATE_NOOP("Shortcuts", "Search in this room"), {Qt::CTRL | Qt::Key_F}},
        {S::FindEverywhere, G::Messages, QT_TRANSLATE_NOOP("Shortcuts", "Search in all rooms"), {Qt::CTRL | Qt::SHIFT | Qt::Key_F}},
        {S::SendMessage, G::Messages, QT_TRANSLATE_NOOP("Shortcuts", "Send the message"), {Qt::Key_Return, Qt::Key_Enter, Qt::CTRL | Qt::Key_Return, Qt::CTRL | Qt::Key_Enter}},
        {S::BreakLine, G::Messages, QT_TRANSLATE_NOOP("Shortcuts", "New line"), {Qt::SHIFT | Qt::Key_Return}},
        {S::Bold, G::Messages, QT_TRANSLATE_NOOP("Shortcuts", "Bold"), standard(QKeySequence::Bold)},
        {S::Italic, G::Messages, QT_TRANSLATE_NOOP("Shortcuts", "Italic"), standard(QKeySequence::Italic)},
        {S::StrikeOut, G::Messages, QT_TRANSLATE_NOOP("Shortcuts", "Struck out"), {Qt::CTRL | Qt::SHIFT | Qt::Key_X}},
        {S::Code, G::Messages, QT_TRANSLATE_NOOP("Shortcuts", "Code"), {Qt::CTRL | Qt::SHIFT | Qt::Key_M}},
        {S::Spoiler, G::Messages, QT_TRANSLATE_NOOP("Shortcuts", "Hidden until clicked"), {Qt::CTRL | Qt::SHIFT | Qt::Key_P}},
        {S::EditLast, G::Messages, QT_TRANSLATE_NOOP("Shortcuts", "Edit your last message"), {Qt::Key_Up}},
        {S::Cancel, G::Messages, QT_TRANSLATE_NOOP("Shortcuts", "Give up editing or replying"), {Qt::Key_Escape}},
        {S::CopyMessages, G::Messages, QT_TRANSLATE_NOOP("Shortcuts", "Copy selected messages"), standard(QKeySequence::Copy)},
        {S::SelectMessages, G::Messages, QT_TRANSLATE_NOOP("Shortcuts", "Select all messages"), standard(QKeySequence::SelectAll)},
        {S::SelectMessage, G::Timeline, QT_TRANSLATE_NOOP("Shortcuts", "Go from message to message"), {Qt::Key_Up, Qt::Key_Down}},
        {S::OpenMessage, G::Timeline, QT_TRANSLATE_NOOP("Shortcuts", "Open the file, the link or the quoted message"), {Qt::Key_Return, Qt::Key_Enter}},
        {S::MessageMenu, G::Timeline, QT_TRANSLATE_NOOP("Shortcuts", "All that can be done with the message"), {Qt::SHIFT | Qt::Key_F10, Qt::Key_Menu}},
        {S::PreviousPicture, G::Pictures, QT_TRANSLATE_NOOP("Shortcuts", "Previous picture"), {Qt::Key_Left, Qt::Key_PageUp}},
        {S::NextPicture, G::Pictures, QT_TRANSLATE_NOOP("Shortcuts", "Next picture"), {Qt::Key_Right, Qt::Key_PageDown}},
        {S::EnlargePicture, G::Pictures, QT_TRANSLATE_NOOP("Shortcuts", "Zoom in"), {Qt::Key_Plus, Qt::SHIFT | Qt::Key_Plus, Qt::Key_Equal}},
        {S::ReducePicture, G::Pictures, QT_TRANSLATE_NOOP("Shortcuts", "Zoom out"), {Qt::Key_Minus}},
        {S::SavePicture, G::Pictures, QT_TRANSLATE_NOOP("Shortcuts", "Save the picture"), standard(QKeySequence::Save)},
        {S::FindProduct, G::Catalogue, QT_TRANSLATE_NOOP("Shortcuts", "Search products"), standard(QKeySequence::Find)},
        {S::NewProduct, G::Catalogue, QT_TRANSLATE_NOOP("Shortcuts", "Add a product"), standard(QKeySequence::New)},
        {S::DeleteProduct, G::Catalogue, QT_TRANSLATE_NOOP("Shortcuts", "Delete the product"), {Qt::Key_Delete}},
        {S::DeleteNotification, G::Notifications, QT_TRANSLATE_NOOP("Shortcuts", "Delete the notification"), {Qt::Key_Delete}},
    };
    // clang-format on
    return entries;
}

bool enterSends = true;

const Entry &entryOf(Shortcut shortcut)
{
    const auto found = std::find_if(table().begin(), table().end(),
                                    [shortcut](const Entry &entry) { return entry.shortcut == shortcut; });
    Q_ASSERT(found != table().end());
    return *found;
}

// Qt calls the large key Return, in English in every language; keyboards and people call it Enter.
QString keyText(const QKeySequence &keys)
{
    const QKeyCombination key = keys.isEmpty() ? QKeyCombination(Qt::Key_unknown) : keys[0];
    const bool isReturn = key.key() == Qt::Key_Return;
    const QKeySequence named = isReturn ? QKeySequence(QKeyCombination(key.keyboardModifiers(), Qt::Key_Enter)) : keys;
    return named.toString(QKeySequence::NativeText);
}

} // namespace

QString shortcutGroupName(ShortcutGroup group)
{
    switch (group) {
    case ShortcutGroup::Everywhere:
        return QCoreApplication::translate("Shortcuts", "Everywhere");
    case ShortcutGroup::Rooms:
        return QCoreApplication::translate("Shortcuts", "Rooms");
    case ShortcutGroup::Messages:
        return QCoreApplication::translate("Shortcuts", "Messages");
    case ShortcutGroup::Timeline:
        return QCoreApplication::translate("Shortcuts", "In the messages");
    case ShortcutGroup::Pictures:
        return QCoreApplication::translate("Shortcuts", "Pictures");
    case ShortcutGroup::Catalogue:
        return QCoreApplication::translate("Shortcuts", "Catalogue");
    case ShortcutGroup::Notifications:
        return QCoreApplication::translate("Shortcuts", "Notifications");
    case ShortcutGroup::Settings:
        break;
    }
    return QCoreApplication::translate("Shortcuts", "Settings");
}

QList<Shortcut> shortcutsOf(ShortcutGroup group)
{
    QList<Shortcut> shortcuts;
    for (const Entry &entry : table()) {
        if (entry.group == group)
            shortcuts.append(entry.shortcut);
    }
    return shortcuts;
}

QString shortcutWords(Shortcut shortcut)
{
    return QCoreApplication::translate("Shortcuts", entryOf(shortcut).words);
}

QList<QKeySequence> shortcutKeys(Shortcut shortcut)
{
    if (!enterSends && shortcut == Shortcut::SendMessage)
        return {Qt::CTRL | Qt::Key_Return, Qt::CTRL | Qt::Key_Enter};
    if (!enterSends && shortcut == Shortcut::BreakLine)
        return {Qt::Key_Return, Qt::SHIFT | Qt::Key_Return};
    return entryOf(shortcut).keys;
}

void setEnterSends(bool sends)
{
    enterSends = sends;
}

QString shortcutText(Shortcut shortcut)
{
    const QList<QKeySequence> keys = shortcutKeys(shortcut);
    const QString first = keyText(keys.value(0));
    return shortcut == Shortcut::SwitchAccount ? first + u" … "_s + keyText(keys.last()) : first;
}

bool isPressed(const QKeyEvent &event, Shortcut shortcut)
{
    const QKeyCombination pressed(event.modifiers() & ~Qt::KeypadModifier, Qt::Key(event.key()));
    return shortcutKeys(shortcut).contains(QKeySequence(pressed));
}

} // namespace rialto
