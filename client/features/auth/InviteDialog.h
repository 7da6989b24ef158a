#pragma once

#include "ui/Dialog.h"

namespace rialto {

class QrPicture;
class TextField;
struct ServerAddress;

/// How others come to the server of an account: its address as a link and as a QR code, and the signs by which they
/// know it.
class InviteDialog final : public Dialog
{
    Q_OBJECT
public:
    /// `fingerprint` of the certificate that the server made itself (see TlsPin), empty where others are asked nothing.
    InviteDialog(const Theme &theme, const ServerAddress &server, const QString &fingerprint,
                 QWidget *parent = nullptr);

protected:
    void showEvent(QShowEvent *event) override;

private:
    QVBoxLayout *linkColumn(const ServerAddress &server);
    QLabel *loopbackWarning();
    void copyLink();

    const QString m_text;
    QrPicture *m_code;
    TextField *m_link;
    Button *m_copy;
};

} // namespace rialto
