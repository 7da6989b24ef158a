#pragma once

#include <QHashFunctions>
#include <compare>

namespace rialto {

/// A database key that cannot be mistaken for another entity's. Valid ids are 1 to 2^53 - 1, so that they survive
/// JSON readers that know only doubles; 0 means "none".
template <typename Tag> struct Id
{
    qint64 value = 0;

    constexpr bool isValid() const { return value > 0; }
    constexpr auto operator<=>(const Id &) const = default;
    friend size_t qHash(Id id, size_t seed = 0) noexcept { return ::qHash(id.value, seed); }
};

using UserId = Id<struct UserTag>;
using SessionId = Id<struct SessionTag>;
using RoomId = Id<struct RoomTag>;
using MessageId = Id<struct MessageTag>;
using ProductId = Id<struct ProductTag>;
using NotificationId = Id<struct NotificationTag>;
using FileId = Id<struct FileTag>;

} // namespace rialto
