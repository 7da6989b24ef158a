// A whole HTTP request, head and body, up to the parameters of the method that it calls.

#include "app/Features.h"
#include "doors/RestParameters.h"
#include "fuzz/Fuzz.h"
#include "net/HttpHead.h"
#include "net/Hub.h"
#include "protocol/Protocol.h"

#include <QTemporaryDir>

using namespace rialto;
using fuzz::require;

namespace {

/// The router of a server none of whose threads has been started: enough to find a route.
struct Routes
{
    SystemClock clock;
    Inbox inbox;
    AccessTokens tokens{QByteArray(32, 's')};
    PresenceBoard presence{clock};
    QTemporaryDir folder;
    std::unique_ptr<FileStore> files = *FileStore::open(folder.path());
    QByteArray secret = QByteArray(32, 's');
    Features features = makeFeatures({tokens, secret, Registration::Open, *files, {}, presence});
    Hooks hooks;
    DomainThread domain{{}, clock, hooks.observers, inbox, {}, {}};
    TaskPool pool{{}, 0, 0};
    Hub hub{0};
    Router router{domain, {pool, pool, pool}, inbox, clock, hub};
    std::unique_ptr<RouteTable> table;

    Routes()
    {
        for (const auto &feature : features.list)
            feature->registerWith(router, hooks);
        table = std::make_unique<RouteTable>(router);
    }
};

// As the HTTP engine gives it to the door.
HttpRequest requestFrom(const HttpHead &head, const QByteArray &body)
{
    const QUrl target = QUrl::fromEncoded(head.target());
    QUrl url;
    url.setPath(target.path(QUrl::FullyDecoded), QUrl::DecodedMode);
    url.setQuery(target.query(QUrl::FullyEncoded), QUrl::TolerantMode);
    HttpRequest request{head.method(), url, {}, body, {}};
    for (const char *name : {"idempotency-key", "if-match", "content-type"})
        request.headers.insert(name, head.header(name));
    return request;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const Routes routes;
    const QByteArray bytes = fuzz::bytesOf(data, size);
    HttpHead head;
    if (head.read(bytes) != HttpHead::State::Complete)
        return 0;
    const HttpRequest request = requestFrom(head, bytes.mid(head.consumed()));
    (void)hasForeignBody(request);
    const QString path = request.url.path(QUrl::FullyDecoded);
    const auto match = routes.table->find(request.method, path.section(QStringLiteral("/api/v1/"), 1));
    (void)routes.table->verbsOf(path);
    if (!match)
        return 0;
    const auto params = restParameters(request, *match);
    if (!params) {
        require(params.error().code != ErrorCode::Unavailable, "what a client got wrong is not the server's fault");
        return 0;
    }
    Methods::forEach([&]<typename M>() {
        if (QByteArray(M::method.name) == match->route->info.name)
            (void)fromJson<M>(*params, Check::Rules);
    });
    return 0;
}
