#pragma once

#include <QComboBox>

namespace rialto {

class Theme;

/// A choice of one out of a list, with the arrow of our icons: style sheets cannot tint a picture.
class ComboBox final : public QComboBox
{
    Q_OBJECT
public:
    explicit ComboBox(const Theme &theme, QWidget *parent = nullptr);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
};

} // namespace rialto
