#pragma once

#include "net/LinkState.h"

#include <QObject>
#include <utility>

namespace rialto {

/// Where the connection stands, for everybody who must know; changed by SyncClient alone. Lives on: the GUI thread.
class LinkStatus : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    LinkState state() const { return m_state; }
    bool isOnline() const { return m_state == LinkState::Online; }
    /// Wall clock, epoch milliseconds; 0 when no attempt is waiting.
    qint64 retryAtMs() const { return m_retryAtMs; }
    QString error() const { return m_error; }
    /// What the server calls its own version; empty until it has said so.
    QString serverVersion() const { return m_serverVersion; }
    /// Bytes of the largest file that the server takes, as it said last; 0 when it never did.
    qint64 largestFile() const { return m_largestFile; }
    void setLargestFile(qint64 bytes) { m_largestFile = bytes; }

    void set(LinkState state, const QString &error = {}, qint64 retryAtMs = 0)
    {
        if (m_state == state && m_error == error && m_retryAtMs == retryAtMs)
            return;
        const bool wasOnline = isOnline();
        m_state = state;
        m_error = error;
        m_retryAtMs = retryAtMs;
        Q_EMIT changed();
        if (isOnline() != wasOnline)
            Q_EMIT onlineChanged();
    }

    void setServerVersion(const QString &version)
    {
        if (std::exchange(m_serverVersion, version) != version)
            Q_EMIT changed();
    }

Q_SIGNALS:
    void changed();
    /// For whoever need not hear of every attempt: while the server is away, one is made every few seconds.
    void onlineChanged();

private:
    LinkState m_state = LinkState::Offline;
    QString m_error;
    qint64 m_retryAtMs = 0;
    QString m_serverVersion;
    qint64 m_largestFile = 0;
};

} // namespace rialto
