#pragma once

#include <QString>
#include <optional>

namespace rialto {

/// How many decimal places a currency has (ISO 4217); 2 for one that is not known.
int currencyDigits(const QString &currency);
/// Minor units as a decimal in the person's locale, without the currency: 1250 EUR is "12.50".
QString minorToText(qint64 minor, const QString &currency);
/// The reverse, exact; empty when the text is no number or has more decimals than the currency.
std::optional<qint64> textToMinor(const QString &text, const QString &currency);

} // namespace rialto
