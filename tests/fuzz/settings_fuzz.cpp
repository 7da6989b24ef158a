// The settings file of the server.

#include "app/Config.h"
#include "fuzz/Fuzz.h"

using namespace rialto;
using fuzz::require;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Config config;
    const auto read = config.applyToml(fuzz::bytesOf(data, size), QStringLiteral("server.toml"));
    require(config.port >= 0 && config.port <= 65535, "a port is in range whatever the file says");
    require(config.logDays >= 1 && config.logEvents >= 1000, "the log keeps something");
    if (!read)
        require(read.error().message.contains(QLatin1StringView("server.toml")), "a refusal names the file");
    return 0;
}
