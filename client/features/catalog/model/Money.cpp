#include "features/catalog/model/Money.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace rialto {

int currencyDigits(const QString &currency)
{
    static const QStringList none = {u"BIF"_s, u"CLP"_s, u"DJF"_s, u"GNF"_s, u"ISK"_s, u"JPY"_s, u"KMF"_s, u"KRW"_s,
                                     u"PYG"_s, u"RWF"_s, u"UGX"_s, u"VND"_s, u"VUV"_s, u"XAF"_s, u"XOF"_s, u"XPF"_s};
    static const QStringList three = {u"BHD"_s, u"IQD"_s, u"JOD"_s, u"KWD"_s, u"LYD"_s, u"OMR"_s, u"TND"_s};
    if (none.contains(currency))
        return 0;
    return three.contains(currency) ? 3 : 2;
}

// Built from digits: a double would lose the last ones of a large sum.
QString minorToText(qint64 minor, const QString &currency)
{
    const int digits = currencyDigits(currency);
    qint64 scale = 1;
    for (int i = 0; i < digits; ++i)
        scale *= 10;
    const QLocale locale;
    QString text = locale.toString(minor / scale);
    if (minor < 0 && minor / scale == 0)
        text.prepend(locale.negativeSign());
    if (digits > 0)
        text += locale.decimalPoint() + QString::number(std::abs(minor % scale)).rightJustified(digits, u'0');
    return text;
}

std::optional<qint64> textToMinor(const QString &text, const QString &currency)
{
    const QLocale locale;
    QString plain = text.trimmed();
    plain.remove(locale.groupSeparator());
    plain.remove(u' ');
    plain.remove(QChar(0xa0));
    plain.replace(locale.decimalPoint(), u"."_s);
    plain.replace(u',', u'.');
    const int digits = currencyDigits(currency);
    const qsizetype point = plain.indexOf(u'.');
    const qsizetype decimals = point < 0 ? 0 : plain.size() - point - 1;
    if (plain.count(u'.') > 1 || decimals > digits || plain.isEmpty() || plain == "."_L1)
        return std::nullopt;
    plain.remove(u'.');
    plain += QString(digits - decimals, u'0');
    bool ok = false;
    const qint64 minor = plain.toLongLong(&ok);
    return ok ? std::optional(minor) : std::nullopt;
}

} // namespace rialto
