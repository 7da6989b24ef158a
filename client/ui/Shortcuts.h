#pragma once

#include <QKeySequence>
#include <QShortcut>

class QKeyEvent;

namespace rialto {

/// What can be done with a key. The table in Shortcuts.cpp gives each its keys and its words; windows take the keys
/// from there, and the sheet that lists them reads the same table.
enum class Shortcut {
    Settings,
    ShortcutSheet,
    SwitchAccount,
    Quit,
    FindSetting,
    EnlargeText,
    ReduceText,
    ResetText,
    FindRoom,
    People,
    PreviousRoom,
    NextRoom,
    PreviousUnread,
    NextUnread,
    FindInRoom,
    FindEverywhere,
    SendMessage,
    BreakLine,
    Bold,
    Italic,
    StrikeOut,
    Code,
    Spoiler,
    EditLast,
    Cancel,
    CopyMessages,
    SelectMessages,
    SelectMessage,
    OpenMessage,
    MessageMenu,
    FindProduct,
    NewProduct,
    DeleteProduct,
    DeleteNotification,
    PreviousPicture,
    NextPicture,
    EnlargePicture,
    ReducePicture,
    SavePicture,
    BackToRooms,
    RoomDetails
};

/// The groups of the sheet, in its order.
enum class ShortcutGroup { Everywhere, Rooms, Messages, Timeline, Pictures, Catalogue, Notifications, Settings };
inline constexpr int shortcutGroupCount = 8;

QString shortcutGroupName(ShortcutGroup group);
QList<Shortcut> shortcutsOf(ShortcutGroup group);
/// What it does, in the current language.
QString shortcutWords(Shortcut shortcut);
/// Whether Enter sends a message and Shift+Enter breaks the line, as at first, or Ctrl+Enter sends and Enter breaks it.
void setEnterSends(bool sends);
/// All keys that do it, the one to name first.
QList<QKeySequence> shortcutKeys(Shortcut shortcut);
/// The first of its keys as this system writes it.
QString shortcutText(Shortcut shortcut);
/// Whether this very key was pressed; on the keypad too.
bool isPressed(const QKeyEvent &event, Shortcut shortcut);

/// Calls `action` when one of the keys is pressed where `where` has a say.
template <typename Action>
void addShortcut(Shortcut shortcut, QWidget *where, Action action, Qt::ShortcutContext context = Qt::WindowShortcut)
{
    auto *keys = new QShortcut(where);
    keys->setKeys(shortcutKeys(shortcut));
    keys->setContext(context);
    QObject::connect(keys, &QShortcut::activated, where, action);
}

/// The same for a shortcut whose keys stand for the first, the second and so on; `action` gets 0, 1, ...
template <typename Action> void addNumberedShortcut(Shortcut shortcut, QWidget *where, Action action)
{
    const QList<QKeySequence> keys = shortcutKeys(shortcut);
    for (qsizetype number = 0; number < keys.size(); ++number)
        QObject::connect(new QShortcut(keys.at(number), where), &QShortcut::activated, where,
                         [action, number] { action(number); });
}

} // namespace rialto
