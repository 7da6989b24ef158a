#include "net/FlushQueue.h"

#include "net/Transport.h"

namespace rialto {

void FlushQueue::add(Transport *transport)
{
    if (m_written.empty())
        QMetaObject::invokeMethod(this, &FlushQueue::flush, Qt::QueuedConnection);
    m_written.emplace_back(transport);
}

void FlushQueue::flush()
{
    std::vector<QPointer<Transport>> written;
    written.swap(m_written);
    for (const QPointer<Transport> &transport : written) {
        if (transport)
            transport->flush();
    }
}

} // namespace rialto
