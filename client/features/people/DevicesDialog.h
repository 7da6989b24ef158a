#pragma once

#include "protocol/Auth.h"
#include "ui/Dialog.h"

class QScrollArea;

namespace rialto {

class AccountBook;

/// Where one is signed in; others than this device can be signed out.
class DevicesDialog final : public Dialog
{
    Q_OBJECT
public:
    DevicesDialog(const Theme &theme, AccountBook &account, QWidget *parent);

private:
    void fetchDevices();
    void showDevices(const QList<DeviceSession> &devices);
    QWidget *deviceRow(const DeviceSession &device);
    void endDevice(SessionId id);
    void endOthers();

    AccountBook &m_account;
    QVBoxLayout *m_devices;
    QScrollArea *m_area;
    Button *m_endOthers;
    QList<SessionId> m_others; ///< Those of the list that are to go when all others go.
};

} // namespace rialto
