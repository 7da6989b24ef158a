#pragma once

#include "base/Clock.h"
#include "base/Error.h"

#include <QJsonObject>
#include <memory>

class QLocalSocket;

namespace rialto {

class ServerApp;
struct Config;

/// A clock whose wall time can be set, so that demo data looks as if it had grown over weeks.
class AdjustableClock final : public Clock
{
public:
    qint64 nowMs() const override { return m_system.nowMs() + m_shiftMs; }
    qint64 monotonicMs() const override { return m_system.monotonicMs(); }
    void setShift(qint64 shiftMs) { m_shiftMs = shiftMs; }

private:
    SystemClock m_system;
    std::atomic<qint64> m_shiftMs = 0;
};

/// Runs Router requests for the command line: through the local socket of the server that owns the data folder, or,
/// when none runs, inside this process with the folder's lock held. Calls block.
class Operator
{
public:
    struct Request
    {
        QString method;
        QJsonObject params;
        QString as;              ///< An account name; empty for the operator.
        qint64 atMs = 0;         ///< When it should seem to have happened; only without a running server. 0: now.
        QByteArray content = {}; ///< Of files.putContent; at most 180 KB, since it travels in one line.
    };

    static Result<std::unique_ptr<Operator>> connect(const Config &config);
    ~Operator();
    Q_DISABLE_COPY_MOVE(Operator)

    Result<QJsonObject> call(const Request &request);
    /// Runs writes one after another without waiting for each; stops asking at the first refusal. Replies in order.
    Result<QList<QJsonObject>> callAll(const QList<Request> &requests);

private:
    Operator();
    Result<QByteArrayList> exchange(const QByteArrayList &lines);
    Result<QByteArrayList> exchangeHere(const QByteArrayList &lines);

    AdjustableClock m_clock;
    std::unique_ptr<QLocalSocket> m_socket;
    std::unique_ptr<ServerApp> m_app;
};

} // namespace rialto
