#pragma once

#include <QObject>

namespace rialto {

/// Tells when the machine has found a network again: a hint to try now, never a reason not to. Where the system offers
/// no such information it stays silent. Lives on: the GUI thread.
class NetworkHint : public QObject
{
    Q_OBJECT

public:
    explicit NetworkHint(QObject *parent = nullptr);

Q_SIGNALS:
    void networkCame();
};

} // namespace rialto
