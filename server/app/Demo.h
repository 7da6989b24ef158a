#pragma once

#include "base/Error.h"

namespace rialto {

class Operator;

namespace demo {

struct Size
{
    int messages = 3000;
    int products = 300;
};

/// Fills an empty data folder with people, rooms, conversations, pictures and products, all through ordinary requests.
/// Everybody's password stands in DIR/demo-password, mode 0600. Returns what it did, in words; says so when it was done
/// before. `address`: the server's, `host:port`, to which the links in messages lead.
Result<QString> fill(Operator &server, const QString &folder, const QString &address, Size size);

} // namespace demo
} // namespace rialto
