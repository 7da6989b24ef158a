#pragma once

#include <QWidget>

#include "ui/Theme.h"

namespace rialto {

/// A plain ground of one colour, with a one pixel line along one edge. Follows the theme.
class Surface : public QWidget
{
    Q_OBJECT
public:
    /// `edges` are those that get a line, as they lie from left to right.
    Surface(const Theme &theme, ColorRole ground, Qt::Edges edges = {}, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    ColorRole m_ground;
    Qt::Edges m_edges;
};

} // namespace rialto
