#include "support/Places.h"

namespace rialto::places {

QString source(const QString &path)
{
    return QStringLiteral(RIALTO_SOURCE_DIR "/") + path;
}

QString program(const QString &name)
{
    return programs() + u'/' + name;
}

QString programs()
{
    return QStringLiteral(RIALTO_BIN_DIR);
}

} // namespace rialto::places
