#pragma once

#include "net/ApiClient.h"

#include <memory>

namespace rialto {

/// Reads a list to its end, page by page. `page` is called with the items of each page in order, `done` once at the
/// end; neither is called once `context` is gone.
template <Method Request> class ListFetch : public std::enable_shared_from_this<ListFetch<Request>>
{
public:
    using Item = typename Request::Reply::ItemType;
    using PageArrived = std::function<void(const QList<Item> &)>;
    using Done = std::function<void(Result<>)>;

    static void run(ApiClient &api, const Request &request, QObject *context, PageArrived page, Done done)
    {
        // Shared: it lives in the callback of the page that is under way, and goes with the last.
        std::shared_ptr<ListFetch> fetch(new ListFetch(api, request, context, std::move(page), std::move(done)));
        fetch->next();
    }

private:
    static constexpr int kPageItems = 200;

    ListFetch(ApiClient &api, const Request &request, QObject *context, PageArrived page, Done done)
        : m_api(api), m_request(request), m_context(context), m_page(std::move(page)), m_done(std::move(done))
    {
        m_request.limit = kPageItems;
    }

    void next()
    {
        m_api.call(m_request, m_context,
                   [self = this->shared_from_this()](Result<Page<Item>> reply) { self->arrived(reply); });
    }

    void arrived(const Result<Page<Item>> &reply)
    {
        if (!reply) {
            m_done(tl::unexpected(reply.error()));
            return;
        }
        m_page(reply->items);
        if (!reply->nextCursor) {
            m_done({});
            return;
        }
        m_request.after = *reply->nextCursor;
        next();
    }

    ApiClient &m_api;
    Request m_request;
    QObject *m_context;
    PageArrived m_page;
    Done m_done;
};

} // namespace rialto
