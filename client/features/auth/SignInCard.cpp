#include "features/auth/SignInCard.h"

#include <QHBoxLayout>
#include <QPainter>

#include "ui/Metrics.h"
#include "ui/Mirror.h"
#include "ui/Surface.h"

using namespace Qt::StringLiterals;

namespace rialto {

namespace {

constexpr QSize cardSize(912, 536);
constexpr int leftWidth = 464;
constexpr int leastWidth = 560;
constexpr int corner = 10;
constexpr int logoSize = 44;
constexpr int nameGap = 12;

} // namespace

SignInCard::SignInCard(const Theme &theme, QWidget &left, QWidget &right, QWidget *parent)
    : QWidget(parent), m_theme(theme)
{
    // The halves keep clear of the rounded corners; the card itself paints the ground there.
    auto *line = new Surface(theme, &Colors::separator);
    line->setFixedWidth(1);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(1, corner, 1, corner);
    row->setSpacing(0);
    row->addWidget(&left, leftWidth);
    row->addWidget(line);
    row->addWidget(&right, cardSize.width() - leftWidth);
    setMinimumWidth(leastWidth);
    setMaximumWidth(cardSize.width());
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

QSize SignInCard::sizeHint() const
{
    return QWidget::sizeHint().expandedTo(cardSize);
}

void SignInCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Colors &c = m_theme.colors();
    const QRectF card = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setPen(Qt::NoPen);
    painter.setBrush(c.raised);
    painter.drawRoundedRect(card, metrics::radiusDialog, metrics::radiusDialog);
    painter.save();
    QRect left = layout()->itemAt(0)->geometry();
    left.setCoords(left.left() - 1, 0, left.right() + 1, height());
    painter.setClipRect(left);
    painter.setBrush(c.panel);
    painter.drawRoundedRect(card, metrics::radiusDialog, metrics::radiusDialog);
    painter.restore();
    painter.setBrush(Qt::NoBrush);
    painter.setPen(c.separatorStrong);
    painter.drawRoundedRect(card, metrics::radiusDialog, metrics::radiusDialog);
}

SignInBrand::SignInBrand(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setFixedSize(sizeHint());
    connect(&theme, &Theme::changed, this, [this] { setFixedSize(sizeHint()); });
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

QSize SignInBrand::sizeHint() const
{
    const int name = QFontMetrics(m_theme.font(TextStyle::Brand)).horizontalAdvance(u"Rialto"_s);
    return {logoSize + nameGap + name + 2, logoSize};
}

void SignInBrand::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Mirror at(layoutDirection(), rect());
    painter.drawPixmap(at(QRect(0, -2, logoSize, logoSize)).topLeft(), m_theme.logo(logoSize, devicePixelRatioF()));
    painter.setFont(m_theme.font(TextStyle::Brand));
    painter.setPen(m_theme.colors().text);
    painter.drawText(at(rect().adjusted(logoSize + nameGap, 0, 0, 0)), Qt::AlignVCenter, u"Rialto"_s);
}

} // namespace rialto
