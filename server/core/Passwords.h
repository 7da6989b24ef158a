#pragma once

#include <QString>

namespace rialto::passwords {

/// argon2id in libsodium's text form (RFC 9106): 19 MiB, two passes. Costs about 80 ms; worker pool only. Empty when
/// there is no memory for it.
QString hash(const QString &password);

/// Whether the password made this hash. Takes as long for an empty hash (an unknown account) as for a real one.
bool verify(const QString &password, const QString &hash);

} // namespace rialto::passwords
