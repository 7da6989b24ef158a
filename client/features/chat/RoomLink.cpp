#include "features/chat/RoomLink.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace rialto {

std::optional<RoomLink> RoomLink::read(const QUrl &url)
{
    static const QRegularExpression place(u"^/rooms/(\\d{1,18})(?:/messages/(\\d{1,18}))?$"_s);
    const auto match = place.match(url.path());
    if (url.scheme() != "rialto"_L1 || !match.hasMatch())
        return std::nullopt;
    return RoomLink{RoomId{match.captured(1).toLongLong()}, MessageId{match.captured(2).toLongLong()}};
}

} // namespace rialto
