#include "features/settings/ThemeTile.h"

#include <QPainter>
#include <QPainterPath>
#include <QStyleOptionButton>

#include "ui/FocusRing.h"
#include "ui/Metrics.h"
#include "ui/Mirror.h"

namespace rialto {

namespace {

constexpr int frame = 4; ///< Between the picture and the edge; the ring of the focus stands here.
constexpr QSize picture(148, 84);
constexpr int mark = 16;
constexpr int lineGap = 6;
constexpr int tileGap = 12;

} // namespace

ThemeTile::ThemeTile(const Theme &theme, ThemeChoice choice, QWidget *parent)
    : QRadioButton(parent), m_theme(theme), m_choice(choice)
{
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

QSize ThemeTile::sizeHint() const
{
    const QFontMetrics metrics(m_theme.font(TextStyle::Body));
    const int words = mark + 8 + metrics.horizontalAdvance(text());
    return {qMax(picture.width() + 2 * frame, words + frame),
            picture.height() + 2 * frame + lineGap + qMax(mark, metrics.height())};
}

void ThemeTile::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Colors &c = m_theme.colors();
    const Mirror at(layoutDirection(), rect());
    const QRectF window = at(QRectF(frame, frame, picture.width(), picture.height()));
    painter.save();
    QPainterPath rounded;
    rounded.addRoundedRect(window, metrics::radiusButton, metrics::radiusButton);
    painter.setClipPath(rounded);
    paintWindow(painter, window, m_theme.colorsOf(m_choice == ThemeChoice::Dark));
    if (m_choice == ThemeChoice::System) {
        painter.setClipRect(window.adjusted(window.width() / 2, 0, 0, 0), Qt::IntersectClip);
        paintWindow(painter, window, m_theme.colorsOf(true));
    }
    painter.restore();
    painter.setBrush(Qt::NoBrush);
    painter.setPen(isChecked() ? QPen(c.accent, 2) : QPen(c.separatorStrong, 1));
    painter.drawRoundedRect(window, metrics::radiusButton, metrics::radiusButton);
    if (showsFocus(*this)) {
        painter.setPen(QPen(c.focus, 2));
        painter.drawRoundedRect(window.adjusted(-3, -3, 3, 3), metrics::radiusButton + 2, metrics::radiusButton + 2);
    }
    const int top = picture.height() + 2 * frame + lineGap;
    QStyleOptionButton radio;
    initStyleOption(&radio);
    radio.rect = at(QRect(frame, top + (height() - top - mark) / 2, mark, mark));
    style()->drawPrimitive(QStyle::PE_IndicatorRadioButton, &radio, &painter, this);
    painter.setFont(m_theme.font(TextStyle::Body));
    painter.setPen(c.text);
    painter.drawText(at(QRect(frame + mark + 8, top, width(), height() - top).intersected(rect())),
                     Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, text());
}

/// Rail, rooms and bubbles, as small as they can be told apart.
void ThemeTile::paintWindow(QPainter &painter, const QRectF &area, const Colors &colors) const
{
    constexpr qreal rail = 16;
    constexpr qreal list = 44;
    constexpr qreal step = 14;
    const Mirror at(layoutDirection(), area);
    const auto block = [&](qreal x, qreal y, qreal width, qreal height, const QColor &color, qreal radius = 0) {
        painter.setBrush(color);
        painter.drawRoundedRect(at(QRectF(area.left() + x, area.top() + y, width, height)), radius, radius);
    };
    painter.setPen(Qt::NoPen);
    block(0, 0, area.width(), area.height(), colors.canvas);
    block(0, 0, rail, area.height(), colors.rail);
    block(rail, 0, list, area.height(), colors.panel);
    block(5, 7, 6, 6, colors.accent, 2);
    for (int row = 0; row < 5; ++row) {
        block(rail + 6, 8 + row * step, 8, 8, colors.separatorStrong, 4);
        block(rail + 18, 10 + row * step, row % 2 ? 14 : 20, 3, colors.textMuted, 1.5);
    }
    const qreal talk = rail + list + 8;
    block(talk, 12, 42, 14, colors.bubbleOther, 4);
    block(area.width() - 56, 34, 48, 14, colors.bubbleOwn, 4);
    block(talk, 56, 30, 14, colors.bubbleOther, 4);
}

ThemeTiles::ThemeTiles() : m_layout(new QBoxLayout(QBoxLayout::LeftToRight, this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(tileGap);
}

void ThemeTiles::add(ThemeTile *tile)
{
    m_tiles.append(tile);
    m_layout->addWidget(tile);
}

int ThemeTiles::widthInOneLine() const
{
    int width = 0;
    for (const ThemeTile *tile : m_tiles)
        width += tile->sizeHint().width() + (width > 0 ? tileGap : 0);
    return width;
}

QSize ThemeTiles::sizeHint() const
{
    return {widthInOneLine(), m_layout->sizeHint().height()};
}

QSize ThemeTiles::minimumSizeHint() const
{
    int widest = 0;
    for (const ThemeTile *tile : m_tiles)
        widest = qMax(widest, tile->sizeHint().width());
    return {widest, m_layout->minimumSize().height()};
}

void ThemeTiles::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_layout->setDirection(width() >= widthInOneLine() ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

} // namespace rialto
