#pragma once

#include <QByteArray>
#include <compare>
#include <optional>

namespace rialto {

/// An amount of goods with at most three decimal places, kept as whole thousandths so that sums are exact.
/// Range: -10^12 to 10^12 units, which a double can still carry without loss to and from JSON.
struct Quantity
{
    qint64 thousandths = 0;

    static constexpr qint64 kLimit = 1'000'000'000'000'000;

    /// Reads a JSON number; empty when it has more than three decimal places or is out of range.
    static std::optional<Quantity> fromDouble(double value);
    /// The shortest decimal, for example "12", "-0.5", "3.125".
    QByteArray toDecimal() const;

    constexpr auto operator<=>(const Quantity &) const = default;
};

} // namespace rialto
