#pragma once

#include <QAbstractButton>

#include "ui/Theme.h"

namespace rialto {

/// An entry of the rail: icon, label and a counter on the icon. Checked is where one is.
class RailButton final : public QAbstractButton
{
    Q_OBJECT
public:
    RailButton(const Theme &theme, const QString &icon, QWidget *parent = nullptr);

    void setBadge(int count);
    /// The badge takes the colour of what is addressed to oneself.
    void setBadgeCalls(bool calls) { m_badgeCalls = calls; }
    /// Narrow: icon only, with the label as tooltip.
    void setNarrow(bool narrow);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QFont labelFont() const;
    bool isLabelled() const { return !m_narrow && !text().isEmpty(); }

    const Theme &m_theme;
    QString m_icon;
    int m_badge = 0;
    bool m_badgeCalls = false;
    bool m_narrow = false;
};

} // namespace rialto
