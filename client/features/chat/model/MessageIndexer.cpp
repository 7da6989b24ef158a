#include "features/chat/model/MessageIndexer.h"

#include "features/chat/model/ChatStore.h"

namespace rialto {
namespace {

constexpr int kStepMessages = 200;
/// What comes together is indexed together, with one write to the disk.
constexpr int kDelayMs = 1'000;
/// Between two steps of many.
constexpr int kPauseMs = 50;

} // namespace

MessageIndexer::MessageIndexer(ChatStore &store, QObject *parent) : QObject(parent), m_store(store)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &MessageIndexer::step);
    connect(&m_store, &ChatStore::messageChanged, this, &MessageIndexer::wake);
    connect(&m_store, &ChatStore::historyChanged, this, &MessageIndexer::wake);
    connect(&m_store, &ChatStore::roomChanged, this, &MessageIndexer::wake);
    wake();
}

void MessageIndexer::wake()
{
    if (!m_timer.isActive())
        m_timer.start(kDelayMs);
}

void MessageIndexer::step()
{
    if (m_store.messages().index().indexSome(kStepMessages) == kStepMessages)
        m_timer.start(kPauseMs);
}

} // namespace rialto
