#pragma once

#include <QCheckBox>

namespace rialto {

class Theme;

/// A check box in the shape of a switch, for settings that act at once.
class Switch final : public QCheckBox
{
    Q_OBJECT
public:
    explicit Switch(const Theme &theme, QWidget *parent = nullptr);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool hitButton(const QPoint &position) const override { return rect().contains(position); }

private:
    const Theme &m_theme;
};

} // namespace rialto
