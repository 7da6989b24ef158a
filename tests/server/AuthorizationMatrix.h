#pragma once

#include <QString>

namespace rialto::test {

/// Who asks. The letters of the table below, in this order.
inline const QString kWho = QStringLiteral("-gmoMa"); // nobody, guest, member elsewhere, owner, manager, admin

struct MatrixRow
{
    const char *method;
    const char *allowed; ///< A letter of kWho where the request is let through, a dot where it is refused.
};

// Every REST route, walked with everyone: the thing asked about belongs to the owner; the room is public and only the
// owner is in it. What answers 2xx is allowed; so is 409 or 422, where only the sample values stand in the way.
inline constexpr MatrixRow kMatrix[] = {
    {"auth.register", "-gmoMa"},
    {"auth.login", "-gmoMa"},
    {"auth.refresh", "......"},
    {"auth.logout", ".gmoMa"},
    {"auth.listSessions", ".gmoMa"},
    {"auth.revokeSession", "......"},
    {"auth.changePassword", ".gmoMa"},
    {"people.getMe", ".gmoMa"},
    {"people.changeMe", ".gmoMa"},
    {"people.deleteMe", ".gmoMa"},
    {"people.listUsers", ".gmoMa"},
    {"people.getUser", ".gmoMa"},
    {"chat.createRoom", "..moMa"},
    {"chat.listRooms", ".gmoMa"},
    {"chat.getRoom", ".gmoMa"},
    {"chat.changeRoom", "...oMa"},
    {"chat.deleteRoom", "...oMa"},
    {"chat.openDirect", "..moMa"},
    {"chat.listMembers", ".gmoMa"},
    {"chat.putMember", "...oMa"},
    {"chat.removeMember", "...oMa"},
    {"chat.listMemberships", ".gmoMa"},
    {"chat.listMessages", ".gmoMa"},
    {"chat.send", "...o.."},
    {"chat.edit", "...o.."},
    {"chat.delete", "...oMa"},
    {"chat.getMessage", ".gmoMa"},
    {"chat.listRevisions", ".gmoMa"},
    {"chat.forward", "...o.."},
    {"chat.addReaction", "...o.."},
    {"chat.removeReaction", "...o.."},
    {"chat.listPins", ".gmoMa"},
    {"chat.pin", "...o.."},
    {"chat.unpin", "...o.."},
    {"chat.markRead", "...o.."},
    {"chat.changeMembership", "...o.."},
    {"chat.search", ".gmoMa"},
    {"catalog.createProduct", "..moMa"},
    {"catalog.listProducts", ".gmoMa"},
    {"catalog.listUserProducts", ".gmoMa"},
    {"catalog.getProduct", ".gmoMa"},
    {"catalog.changeProduct", "...oMa"},
    {"catalog.deleteProduct", "...oMa"},
    {"files.create", "..moMa"},
    {"files.get", "...o.."},
    {"files.delete", "...o.."},
    {"files.putContent", "...o.."},
    {"files.getContent", "...o.."},
    {"files.getThumbnail", "......"},
    {"presence.list", ".gmoMa"},
    {"friends.list", ".gmoMa"},
    {"friends.get", "...o.."},
    {"friends.put", "..moMa"},
    {"friends.remove", "...o.."},
    {"notify.list", ".gmoMa"},
    {"notify.change", "...o.."},
    {"notify.remove", "...o.."},
    {"notify.readAll", ".gmoMa"},
};

// What only the WebSocket has, asked there in the same way; a method of the room is asked about the owner's.
inline constexpr MatrixRow kSocketMatrix[] = {
    {"session.start", ".gmoMa"},   {"session.ping", ".gmoMa"}, {"session.renew", ".gmoMa"},
    {"presence.report", ".gmoMa"}, {"chat.typing", "...o.."},
};

/// What no door of the network has, whoever asks: only the command line of the server's machine.
inline constexpr const char *kOperatorsOnly[] = {"auth.addUser", "auth.setPassword", "auth.createInvite",
                                                 "people.setRole", "people.setDisabled"};

} // namespace rialto::test
