#pragma once

#include <QObject>
#include <QPointer>
#include <vector>

namespace rialto {

class Transport;

/// Remembers who wrote in this turn of the event loop, so that each sends once. Lives on: the net thread.
class FlushQueue : public QObject
{
    Q_OBJECT
public:
    void add(Transport *transport);
    void flush();

private:
    std::vector<QPointer<Transport>> m_written;
};

} // namespace rialto
