#pragma once

#include "protocol/Method.h"

#include <functional>
#include <unordered_map>
#include <vector>

namespace rialto {

class WriteContext;

/// Who wants to know of events while they are recorded, in the same transaction: so a feature reacts to another without
/// knowing it. Filled at start; from then on only read, on the domain thread. An event that nobody observes costs one
/// look into a small table.
class Observers
{
public:
    template <Event E> using Observe = std::function<void(WriteContext &, const typename E::Data &)>;

    template <Event E> void on(Observe<E> observe)
    {
        m_observers[&E::event].push_back([observe = std::move(observe)](WriteContext &context, const void *data) {
            observe(context, *static_cast<const typename E::Data *>(data));
        });
    }

    template <Event E> void tell(WriteContext &context, const typename E::Data &data) const
    {
        const auto found = m_observers.find(&E::event);
        if (found == m_observers.end())
            return;
        for (const auto &observe : found->second)
            observe(context, &data);
    }

private:
    // By the address of the event's description, of which there is one in the program.
    std::unordered_map<const EventInfo *, std::vector<std::function<void(WriteContext &, const void *)>>> m_observers;
};

} // namespace rialto
