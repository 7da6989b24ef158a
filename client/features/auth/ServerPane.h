#pragma once

#include "ui/Surface.h"
#include "ui/TextField.h"

class QListWidget;

namespace rialto {

class Button;
class Discovery;
struct FoundServer;
class UiSettings;

/// The left half of the sign-in page: the servers one has used, those that the network has, and a field for another
/// address.
class ServerPane final : public Surface
{
    Q_OBJECT
public:
    ServerPane(const Theme &theme, UiSettings &settings, const Discovery &discovery, QWidget *parent = nullptr);

    /// The address to sign in to as it was typed or remembered; empty when there is none.
    QString server() const { return m_server; }
    void setServer(const QString &address);
    /// As if this was typed and Connect pressed.
    void type(const QString &address);
    /// Reads the remembered servers again.
    void reload();
    void setAddressError(const QString &error);
    /// While a picture is looked at.
    void setReadingPicture(bool reading);
    void focusAddress();

Q_SIGNALS:
    void serverChosen(const QString &server);
    /// An address is to be read from the picture of a QR code.
    void pictureWanted();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void addServer(const QString &server);
    const FoundServer *foundAt(const QString &server) const;
    void chooseTyped();
    void chooseRow();
    void askToForget(const QPoint &position);

    const Theme &m_theme;
    UiSettings &m_settings;
    const Discovery &m_discovery;
    QLabel *m_title;
    QLabel *m_hint;
    QListWidget *m_list;
    TextField *m_address;
    Button *m_connect;
    Button *m_fromPicture;
    QString m_server;
};

} // namespace rialto
