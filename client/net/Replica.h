#pragma once

#include "base/Error.h"

#include <functional>

namespace rialto {

/// A part of the client that keeps a copy of some of the server's entities. It learns changes from the EventBus; when
/// the event log cannot tell them any more it fetches its lists anew. Lives on: the GUI thread.
class Replica
{
public:
    virtual ~Replica() = default;

    /// What is cached may be wrong from now on; called inside a transaction of the cache.
    virtual void markStale() = 0;
    /// Fetches everything through the ordinary lists and removes what they no longer have. `done` is called once; an
    /// error means that the copy is still stale.
    virtual void refetch(std::function<void(Result<>)> done) = 0;
};

} // namespace rialto
