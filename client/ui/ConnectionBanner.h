#pragma once

#include <QTimer>

#include "ui/Banner.h"

namespace rialto {

class LinkStatus;

/// One line about the connection: "Online", "Catching up…", "Offline, trying again in 4 s".
QString linkText(const LinkStatus &link);

/// Starts `tick`, a single shot, for when these words change by themselves; stops it when they will not.
void countDown(QTimer &tick, const LinkStatus &link);

/// The banner above a page while there is no connection: the cause, a countdown and "Retry now".
class ConnectionBanner final : public Banner
{
    Q_OBJECT
public:
    ConnectionBanner(const Theme &theme, const LinkStatus &link, const QString &serverName, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();
    QString words() const;

    const LinkStatus &m_link;
    QString m_serverName;
    QTimer m_tick;
};

} // namespace rialto
