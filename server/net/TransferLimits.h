#pragma once

#include <QtGlobal>

/// How slow a peer may be with a body or an answer.
namespace rialto::transfer {

inline constexpr int kStallMs = 10'000;           ///< Without any progress.
inline constexpr qint64 kSlowestRate = 16 * 1024; ///< Bytes a second that the whole has to make.

} // namespace rialto::transfer
