#include "net/ClientId.h"

#include <QRandomGenerator>
#include <QUuid>

namespace rialto {

QString makeClientId(const Clock &clock)
{
    const auto milliseconds = static_cast<quint64>(clock.nowMs());
    const quint64 random = QRandomGenerator::system()->generate64();
    const auto high = static_cast<uint>(milliseconds >> 16);
    const auto middle = static_cast<ushort>(milliseconds & 0xffff);
    const auto version = static_cast<ushort>(0x7000 | (QRandomGenerator::system()->generate() & 0x0fff));
    const auto byte = [random](int index) { return static_cast<uchar>((random >> (8 * index)) & 0xff); };
    const auto variant = static_cast<uchar>(0x80 | (byte(0) & 0x3f));
    const QUuid uuid(high, middle, version, variant, byte(1), byte(2), byte(3), byte(4), byte(5), byte(6), byte(7));
    return uuid.toString(QUuid::WithoutBraces);
}

} // namespace rialto
