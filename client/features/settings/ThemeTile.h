#pragma once

#include <QRadioButton>

#include "ui/Theme.h"

namespace rialto {

/// A theme to choose, with a small picture of the window in its colours.
class ThemeTile final : public QRadioButton
{
    Q_OBJECT
public:
    ThemeTile(const Theme &theme, ThemeChoice choice, QWidget *parent = nullptr);

    ThemeChoice choice() const { return m_choice; }
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool hitButton(const QPoint &position) const override { return rect().contains(position); }

private:
    void paintWindow(QPainter &painter, const QRectF &area, const Colors &colors) const;

    const Theme &m_theme;
    ThemeChoice m_choice;
};

} // namespace rialto
