#pragma once

#include <QTimer>

#include "ui/ElidedLabel.h"

namespace rialto {

class LinkStatus;
class Theme;

/// The slim line with the state of the connection; counts down while it waits.
class ConnectionLabel final : public ElidedLabel
{
    Q_OBJECT
public:
    ConnectionLabel(const Theme &theme, const LinkStatus &link, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();

    const LinkStatus &m_link;
    QTimer m_tick;
};

} // namespace rialto
