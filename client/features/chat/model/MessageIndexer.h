#pragma once

#include <QObject>
#include <QTimer>

namespace rialto {

class ChatStore;

/// Puts messages into the full-text index of the cache while nothing else happens: a moment after they came, in steps
/// that no frame waits for, until all are in it. Then it sleeps. Lives on: the GUI thread.
class MessageIndexer : public QObject
{
    Q_OBJECT

public:
    explicit MessageIndexer(ChatStore &store, QObject *parent = nullptr);

private:
    void wake();
    void step();

    ChatStore &m_store;
    QTimer m_timer;
};

} // namespace rialto
