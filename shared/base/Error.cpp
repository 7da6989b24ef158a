#include "base/Error.h"

#include <array>

using namespace Qt::StringLiterals;

namespace rialto {
namespace {

struct Row
{
    ErrorCode code;
    QLatin1StringView name;
    int status;
};

constexpr std::array kRows = {
    Row{ErrorCode::Invalid, "invalid"_L1, 422},
    Row{ErrorCode::Malformed, "invalid"_L1, 400},
    Row{ErrorCode::Unauthenticated, "unauthenticated"_L1, 401},
    Row{ErrorCode::Forbidden, "forbidden"_L1, 403},
    Row{ErrorCode::NotFound, "notFound"_L1, 404},
    Row{ErrorCode::Conflict, "conflict"_L1, 409},
    Row{ErrorCode::PreconditionFailed, "preconditionFailed"_L1, 412},
    Row{ErrorCode::PreconditionRequired, "preconditionRequired"_L1, 428},
    Row{ErrorCode::TooLarge, "tooLarge"_L1, 413},
    Row{ErrorCode::RateLimited, "rateLimited"_L1, 429},
    Row{ErrorCode::Unavailable, "unavailable"_L1, 503},
    Row{ErrorCode::StorageFull, "storageFull"_L1, 507},
};

const Row &rowOf(ErrorCode code)
{
    for (const Row &row : kRows) {
        if (row.code == code)
            return row;
    }
    Q_UNREACHABLE();
    return kRows.front();
}

} // namespace

QLatin1StringView wireName(ErrorCode code)
{
    return rowOf(code).name;
}

ErrorCode errorCodeFromWire(QStringView name)
{
    for (const Row &row : kRows) {
        if (row.name == name)
            return row.code;
    }
    return ErrorCode::Invalid;
}

int httpStatus(ErrorCode code)
{
    return rowOf(code).status;
}

} // namespace rialto
