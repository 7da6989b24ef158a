#pragma once

#include <QProxyStyle>

namespace rialto {

class Theme;

/// Fusion with check boxes, focus frames, arrows and timings of our own.
class RialtoStyle final : public QProxyStyle
{
    Q_OBJECT
public:
    explicit RialtoStyle(const Theme &theme);

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *returnData) const override;
    QIcon standardIcon(StandardPixmap icon, const QStyleOption *option, const QWidget *widget) const override;

private:
    void drawCheckBox(const QStyleOption &option, QPainter &painter) const;
    void drawRadioButton(const QStyleOption &option, QPainter &painter) const;

    const Theme &m_theme;
};

} // namespace rialto
