#pragma once

#include <QBoxLayout>
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
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    bool hitButton(const QPoint &position) const override { return rect().contains(position); }

private:
    void paintWindow(QPainter &painter, const QRectF &area, const Colors &colors) const;

    const Theme &m_theme;
    ThemeChoice m_choice;
};

/// Tiles beside one another, or one below the other where there is too little room.
class ThemeTiles final : public QWidget
{
    Q_OBJECT
public:
    ThemeTiles();

    void add(ThemeTile *tile);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    int widthInOneLine() const;

    QBoxLayout *m_layout;
    QList<ThemeTile *> m_tiles;
};

} // namespace rialto
