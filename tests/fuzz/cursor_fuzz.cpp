// Cursors come back from clients, who may have written them themselves. The first line is the list's name.

#include "core/Paging.h"
#include "fuzz/Fuzz.h"

using namespace rialto;
using fuzz::require;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    QByteArray rest = fuzz::bytesOf(data, size);
    const QString list = QString::fromUtf8(fuzz::takeUntil(rest, '\n'));
    const QString field = QStringLiteral("after");
    const auto cursor = Cursor::decode(QString::fromUtf8(rest), list, field);
    if (!cursor) {
        require(cursor.error().code == ErrorCode::Invalid && cursor.error().field == field,
                "a wrong cursor is an invalid field");
        return 0;
    }
    require(cursor->key >= 0, "a key is never negative");
    const auto again = Cursor::decode(Cursor::encode(list, cursor->value, cursor->key), list, field);
    require(again && again->key == cursor->key && again->value == cursor->value, "a cursor survives being written");
    return 0;
}
