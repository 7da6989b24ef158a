#include "core/Paging.h"

#include <QByteArray>

using namespace Qt::StringLiterals;

namespace rialto {

QString Cursor::encode(const QString &list, const QString &value, qint64 key)
{
    const QString plain = list + u'\n' + QString::number(key) + u'\n' + value;
    return QString::fromLatin1(plain.toUtf8().toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

Result<Cursor> Cursor::decode(const QString &text, const QString &list, const QString &field)
{
    const auto bytes = QByteArray::fromBase64Encoding(text.toLatin1(), QByteArray::Base64UrlEncoding |
                                                                           QByteArray::AbortOnBase64DecodingErrors);
    const QString plain = QString::fromUtf8(*bytes);
    const QString key = plain.section(u'\n', 1, 1);
    bool isNumber = false;
    Cursor cursor{plain.section(u'\n', 2), key.toLongLong(&isNumber)};
    if (!bytes || !isNumber || cursor.key < 0 || plain.section(u'\n', 0, 0) != list)
        return fail(ErrorCode::Invalid, u"%1 is not a cursor of this list."_s.arg(field), field);
    return cursor;
}

} // namespace rialto
