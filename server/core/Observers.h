#pragma once

#include "protocol/Method.h"

#include <functional>
#include <unordered_map>
#include <vector>

namespace rialto {

class WriteContext;

/// An event of the contract or a signal (see Signals.h).
template <typename T>
concept Observable = requires
{
    typename T::Data;
};

/// Who wants to know of events while they are recorded, in the same transaction: so a feature reacts to another without
/// knowing it. Filled at start; from then on only read, on the domain thread. An event that nobody observes costs one
/// look into a small table.
class Observers
{
public:
    template <Observable E> using Observe = std::function<void(WriteContext &, const typename E::Data &)>;

    template <Observable E> void on(Observe<E> observe)
    {
        m_observers[&kKey<E>].push_back([observe = std::move(observe)](WriteContext &context, const void *data) {
            observe(context, *static_cast<const typename E::Data *>(data));
        });
    }

    template <Observable E> void tell(WriteContext &context, const typename E::Data &data) const
    {
        const auto found = m_observers.find(&kKey<E>);
        if (found == m_observers.end())
            return;
        for (const auto &observe : found->second)
            observe(context, &data);
    }

private:
    template <Observable E> static constexpr char kKey = 0; ///< Its address tells the types apart.

    std::unordered_map<const void *, std::vector<std::function<void(WriteContext &, const void *)>>> m_observers;
};

} // namespace rialto
