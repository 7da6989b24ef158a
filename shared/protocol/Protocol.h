#pragma once

#include "protocol/Auth.h"
#include "protocol/Catalog.h"
#include "protocol/Chat.h"
#include "protocol/Files.h"
#include "protocol/Friends.h"
#include "protocol/Notifications.h"
#include "protocol/People.h"
#include "protocol/Presence.h"
#include "protocol/Session.h"

namespace rialto {

/// Every method there is. Append-only: a name is never used again for something else.
using Methods =
    TypeList<Register, Login, Refresh, Logout, ListSessions, RevokeSession, ChangePassword, AddUser, SetPassword,
             CreateInvite, GetMe, ChangeMe, DeleteMe, ListUsers, GetUser, SetRole, SetDisabled, StartSession, Ping,
             RenewToken, CreateRoom, ListRooms, GetRoom, ChangeRoom, DeleteRoom, OpenDirectRoom, ListMembers, PutMember,
             RemoveMember, ListMemberships, ListMessages, SendMessage, EditMessage, DeleteMessage, MarkRead,
             CreateProduct, ListProducts, ListUserProducts, GetProduct, ChangeProduct, DeleteProduct, ListPresence,
             ReportActivity, ReportTyping, GetMessage, ForwardMessage, ListRevisions, AddReaction, RemoveReaction,
             PinMessage, UnpinMessage, ListPins, ChangeMembership, SearchMessages, ListFriends, GetFriend, PutFriend,
             RemoveFriend, ListNotifications, ChangeNotification, RemoveNotification, ReadAllNotifications, CreateFile,
             GetFile, DeleteFile, PutContent, GetContent, GetThumbnail>;

/// Every event there is. Append-only likewise.
using Events = TypeList<UserRegistered, UserChanged, UserDeleted, AccountChanged, RoomCreated, RoomChanged, RoomDeleted,
                        MemberAdded, MemberChanged, MemberRemoved, MembershipAdded, MembershipChanged,
                        MembershipRemoved, MessagePosted, MessageEdited, MessageDeleted, ProductCreated, ProductChanged,
                        ProductDeleted, PresenceChanged, UserTyping, ReactionsChanged, MessagePinned, FriendChanged,
                        NotificationPosted, NotificationChanged, AllNotificationsRead>;

} // namespace rialto
