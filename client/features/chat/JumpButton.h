#pragma once

#include <QAbstractButton>

#include "ui/Theme.h"

namespace rialto {

/// The round button that leads back to the newest message, with the number of those not seen.
class JumpButton final : public QAbstractButton
{
    Q_OBJECT
public:
    JumpButton(const Theme &theme, QWidget *parent);

    void setCount(int count);
    int count() const { return m_count; }
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    int m_count = 0;
};

} // namespace rialto
