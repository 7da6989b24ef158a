#pragma once

#include <QString>
#include <optional>

#include "base/Quantity.h"

namespace rialto {

/// Decimal places of a currency (ISO 4217): 2 for most, 0 for example for JPY, 3 for example for KWD.
int currencyDigits(const QString &currency);
/// "1 249,00 ₴": minor units as the current language writes them, never through a floating point number.
QString moneyText(qint64 minorUnits, const QString &currency);
/// The same without the currency.
QString minorToText(qint64 minorUnits, const QString &currency);
/// "1249.00" for a field that is edited, with the language's decimal sign and no grouping.
QString priceForEditing(qint64 minorUnits, const QString &currency);
/// Reads what a person typed, in minor units; empty when it is no amount of that currency.
std::optional<qint64> parsePrice(const QString &typed, const QString &currency);

/// "3,125" in the current language.
QString quantityText(Quantity quantity);
QString quantityForEditing(Quantity quantity);
/// At most three decimal places.
std::optional<Quantity> parseQuantity(const QString &typed);

} // namespace rialto
