#pragma once

#include <QByteArray>
#include <QString>

namespace rialto::demo {

/// The content of a file of the demo by its name, made anew and always the same; empty when there is none.
QByteArray fileContent(const QString &name);

} // namespace rialto::demo
