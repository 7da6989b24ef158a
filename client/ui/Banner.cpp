#include "ui/Banner.h"

#include <QHBoxLayout>
#include <QPainter>

#include "ui/Metrics.h"

namespace rialto {

Banner::Banner(const Theme &theme, const QString &icon, QWidget *parent)
    : QWidget(parent),
      m_theme(theme),
      m_icon(icon),
      m_text(new QLabel(this)),
      m_action(new Button(theme, ButtonKind::Secondary, {}, this))
{
    setFixedHeight(metrics::banner);
    m_text->setTextFormat(Qt::PlainText);
    m_action->setButtonHeight(28);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(48, 0, 12, 0);
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
    m_action->setText(text);
    m_action->setVisible(!text.isEmpty());
}

void Banner::paintEvent(QPaintEvent *)
{
    constexpr int iconSize = 18;
    QPainter painter(this);
    const Colors &c = m_theme.colors();
    painter.fillRect(rect(), c.warningSoft);
    painter.fillRect(QRect(0, height() - 1, width(), 1), c.separator);
    painter.drawPixmap(20, (height() - iconSize) / 2, m_theme.pixmap(m_icon, iconSize, c.warning, devicePixelRatioF()));
}

} // namespace rialto
