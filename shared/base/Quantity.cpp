#include "base/Quantity.h"

#include <cmath>

namespace rialto {

std::optional<Quantity> Quantity::fromDouble(double value)
{
    if (!std::isfinite(value) || std::abs(value) > static_cast<double>(kLimit) / 1000.0)
        return std::nullopt;
    const double rounded = std::round(value * 1000.0);
    // The decimal that was written is the double nearest to it: dividing back must give that very double.
    if (rounded / 1000.0 != value)
        return std::nullopt;
    return Quantity{static_cast<qint64>(rounded)};
}

QByteArray Quantity::toDecimal() const
{
    const qint64 magnitude = std::abs(thousandths);
    QByteArray text = thousandths < 0 ? "-" : "";
    text += QByteArray::number(magnitude / 1000);
    if (const qint64 rest = magnitude % 1000; rest != 0) {
        QByteArray decimals = QByteArray::number(rest).rightJustified(3, '0');
        while (decimals.endsWith('0'))
            decimals.chop(1);
        text += '.' + decimals;
    }
    return text;
}

} // namespace rialto
