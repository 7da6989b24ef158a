#pragma once

#include <QString>

/// Where the tests find what they look at. The places are known to one small library alone: on the command line of
/// every test they would keep the compiler's cache from serving another folder.
namespace rialto::places {

/// The path of a file or folder of the sources, say `shared` or `translations/rialto_uk.ts`.
QString source(const QString &path);
/// The path of a program that was built, say `rialto-server`.
QString program(const QString &name);
/// The folder of the programs that were built.
QString programs();

} // namespace rialto::places
