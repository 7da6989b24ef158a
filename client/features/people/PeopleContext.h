#pragma once

namespace rialto {

class AccountBook;
class AvatarPictures;
class FriendBook;
class PeopleModel;

/// What the windows about people need of the signed-in account. All of it outlives them.
struct PeopleContext
{
    PeopleModel &people;
    FriendBook &friends;
    AccountBook &account;
    AvatarPictures &avatars;
};

} // namespace rialto
