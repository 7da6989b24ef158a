#include "ui/Banner.h"

#include <QHBoxLayout>
#include <QPainter>

#include "ui/Metrics.h"
#include "ui/Mirror.h"

namespace rialto {

namespace {

constexpr int iconLeft = 20;
constexpr int iconSize = 18;
constexpr int textGap = 10;

} // namespace

Banner::Banner(const Theme &theme, const QString &icon, QWidget *parent)
    : QWidget(parent),
      m_theme(theme),
      m_icon(icon),
      m_text(new QLabel(this)),
      m_action(new Button(theme, ButtonKind::Secondary, {}, this))
{
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setMinimumWidth(1);
    m_action->setButtonHeight(28);
    auto *strut = new QWidget;
    strut->setFixedWidth(0);
    theme.fixHeight(*strut, metrics::banner - 2);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 1, 12, 1);
    row->setSpacing(0);
    row->addWidget(strut);
    row->addSpacing(iconLeft + iconSize + textGap - 12);
    row->addWidget(m_text, 1);
    row->addWidget(m_action);
    connect(m_action, &Button::clicked, this, &Banner::actionTriggered);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void Banner::setText(const QString &text)
{
    m_text->setText(text);
    setAccessibleName(text);
}

void Banner::setAction(const QString &text)
{
    if (m_action->text() != text)
        m_action->setText(text);
    m_action->setVisible(!text.isEmpty());
}

void Banner::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Colors &c = m_theme.colors();
    painter.fillRect(rect(), c.warningSoft);
    painter.fillRect(QRect(0, height() - 1, width(), 1), c.separator);
    const QRect place =
        Mirror(layoutDirection(), rect())(QRect(iconLeft, (height() - iconSize) / 2, iconSize, iconSize));
    painter.drawPixmap(place.topLeft(), m_theme.pixmap(m_icon, iconSize, c.warning, devicePixelRatioF()));
}

} // namespace rialto
