#include "net/WebSocketLink.h"

#include "net/FramedLink.h"
#include "net/StockLink.h"

namespace rialto {

WebSocketLink *WebSocketLink::create(QObject *parent)
{
    if (qgetenv("RIALTO_WEBSOCKET_ENGINE") == "stock")
        return new StockLink(parent);
    return new FramedLink(parent);
}

} // namespace rialto
