#include "features/catalog/model/Money.h"

#include <QLocale>
#include <QRegularExpression>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace rialto {

namespace {

constexpr int quantityDigits = 3;

qint64 powerOfTen(int digits)
{
    qint64 power = 1;
    while (digits-- > 0)
        power *= 10;
    return power;
}

/// Writes `scaled / 10^digits`; at least `leastDigits` decimal places stay.
QString decimalText(qint64 scaled, int digits, int leastDigits, bool grouped)
{
    QLocale locale;
    if (!grouped)
        locale.setNumberOptions(QLocale::OmitGroupSeparator);
    const qint64 power = powerOfTen(digits);
    const qint64 whole = qAbs(scaled / power);
    QString fraction = QString::number(qAbs(scaled % power)).rightJustified(digits, u'0').left(digits);
    while (fraction.size() > leastDigits && fraction.endsWith(u'0'))
        fraction.chop(1);
    const QString sign = scaled < 0 ? locale.negativeSign() : QString();
    return sign + locale.toString(whole) + (fraction.isEmpty() ? QString() : locale.decimalPoint() + fraction);
}

/// Takes the signs that only group digits away; a group that has not three digits makes it no number.
std::optional<QString> withoutGroups(QString typed)
{
    const QLocale locale;
    typed = typed.trimmed();
    typed.remove(u' ').remove(QChar::Nbsp).remove(QChar(0x202F)).remove(u'\'').remove(QChar(0x2019));
    typed.replace(QChar(0x2212), u'-');
    const QString group = locale.groupSeparator();
    if (locale.decimalPoint() == ","_L1) {
        typed.replace(u',', u'.');
    } else if (typed.contains(u',')) {
        static const QRegularExpression grouped(u"^-?\\d{1,3}(,\\d{3})+(\\.\\d*)?$"_s);
        if (group != ","_L1 || !grouped.match(typed).hasMatch())
            return {};
        typed.remove(u',');
    }
    return typed;
}

std::optional<qint64> parseDecimal(const QString &typed, int digits)
{
    static const QRegularExpression number(u"^(-?)(\\d{1,15})(?:\\.(\\d*))?$"_s);
    const auto plain = withoutGroups(typed);
    const auto match = number.match(plain.value_or(QString()));
    if (!match.hasMatch())
        return {};
    QString fraction = match.captured(3);
    while (fraction.size() > digits && fraction.endsWith(u'0'))
        fraction.chop(1);
    if (fraction.size() > digits)
        return {};
    const qint64 whole = match.captured(2).toLongLong();
    if (whole > std::numeric_limits<qint64>::max() / powerOfTen(digits) - 1)
        return {};
    const qint64 scaled = whole * powerOfTen(digits) + fraction.leftJustified(digits, u'0').toLongLong();
    return match.captured(1).isEmpty() ? scaled : -scaled;
}

QString symbolOf(const QString &currency)
{
    static const QHash<QString, QString> symbols = {
        {u"UAH"_s, u"₴"_s}, {u"EUR"_s, u"€"_s}, {u"USD"_s, u"$"_s}, {u"GBP"_s, u"£"_s}, {u"PLN"_s, u"zł"_s}};
    return symbols.value(currency, currency);
}

} // namespace

int currencyDigits(const QString &currency)
{
    static const QStringList none = {u"BIF"_s, u"CLP"_s, u"DJF"_s, u"GNF"_s, u"ISK"_s, u"JPY"_s, u"KMF"_s, u"KRW"_s,
                                     u"PYG"_s, u"RWF"_s, u"UGX"_s, u"VND"_s, u"VUV"_s, u"XAF"_s, u"XOF"_s, u"XPF"_s};
    static const QStringList three = {u"BHD"_s, u"IQD"_s, u"JOD"_s, u"KWD"_s, u"LYD"_s, u"OMR"_s, u"TND"_s};
    return none.contains(currency) ? 0 : three.contains(currency) ? 3 : 2;
}

QString moneyText(qint64 minorUnits, const QString &currency)
{
    return minorToText(minorUnits, currency) + QChar(QChar::Nbsp) + symbolOf(currency);
}

QString minorToText(qint64 minorUnits, const QString &currency)
{
    const int digits = currencyDigits(currency);
    return decimalText(minorUnits, digits, digits, true);
}

QString priceForEditing(qint64 minorUnits, const QString &currency)
{
    const int digits = currencyDigits(currency);
    return decimalText(minorUnits, digits, digits, false);
}

std::optional<qint64> parsePrice(const QString &typed, const QString &currency)
{
    return parseDecimal(typed, currencyDigits(currency));
}

QString quantityText(Quantity quantity)
{
    return decimalText(quantity.thousandths, quantityDigits, 0, true);
}

QString quantityForEditing(Quantity quantity)
{
    return decimalText(quantity.thousandths, quantityDigits, 0, false);
}

std::optional<Quantity> parseQuantity(const QString &typed)
{
    const auto thousandths = parseDecimal(typed, quantityDigits);
    if (!thousandths || qAbs(*thousandths) > Quantity::kLimit)
        return {};
    return Quantity{*thousandths};
}

} // namespace rialto
