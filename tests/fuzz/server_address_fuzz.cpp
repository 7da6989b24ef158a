// The address of a server, as typed, or as a link of somebody else's opens it.

#include "fuzz/Fuzz.h"
#include "net/ServerAddress.h"

using namespace rialto;
using fuzz::require;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const auto address = ServerAddress::parse(QString::fromUtf8(fuzz::bytesOf(data, size)));
    if (!address) {
        require(!address.error().message.isEmpty(), "a refusal says why");
        return 0;
    }
    require(address->port > 0 && !address->host.isEmpty(), "an address has a host and a port");
    require(ServerAddress::parse(address->toString()) == *address, "a written address reads back");
    require(ServerAddress::parse(address->link()) == *address, "a link reads back");
    require(address->webSocketUrl().isValid(), "an address makes a URL");
    require(address->webSocketUrl().userInfo().isEmpty(), "an address has no user in it");
    require(address->webSocketUrl().port() == address->port, "the port stays");
    return 0;
}
