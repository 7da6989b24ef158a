#pragma once

#include <QLocalServer>
#include <QLockFile>

namespace rialto {

/// One window for one profile: whoever starts the program again hands over what was wanted to the one that runs, and
/// goes. Lives on: GUI thread.
class OneInstance final : public QObject
{
    Q_OBJECT
public:
    /// `folder` is the profile's.
    explicit OneInstance(const QString &folder, QObject *parent = nullptr);

    /// Whether no other program has the profile open; from then on this one has, and hears what others hand over.
    bool acquire();
    bool isMine() const { return m_lock.isLocked(); }
    /// Of the local socket.
    const QString &name() const { return m_name; }
    /// Tells the program that has it to come to the front, and to open `link` where that is not empty. False when it
    /// does not answer within two seconds.
    bool handOver(const QString &link);

Q_SIGNALS:
    /// Another start wanted the window; `link` as it was given there, or empty.
    void wanted(const QString &link);

private:
    void take();

    const QString m_name;
    QLockFile m_lock;
    QLocalServer m_server;
};

} // namespace rialto
