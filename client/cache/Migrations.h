#pragma once

#include <QStringList>

namespace rialto {

/// The steps from an empty file to the present tables, one list of statements for each version; user_version counts the
/// steps that were taken. Steps are never changed once released, only added.
QList<QStringList> cacheMigrations();

} // namespace rialto
