#include "ui/ComboBox.h"

#include <QPainter>

#include "ui/Mirror.h"
#include "ui/Theme.h"

using namespace Qt::StringLiterals;

namespace rialto {

namespace {

constexpr int arrowSize = 16;
constexpr int arrowRight = 10;

} // namespace

ComboBox::ComboBox(const Theme &theme, QWidget *parent) : QComboBox(parent), m_theme(theme) {}

void ComboBox::paintEvent(QPaintEvent *event)
{
    QComboBox::paintEvent(event);
    QPainter painter(this);
    const QRect place(width() - arrowRight - arrowSize, (height() - arrowSize) / 2, arrowSize, arrowSize);
    const Colors &c = m_theme.colors();
    painter.drawPixmap(
        Mirror(layoutDirection(), rect())(place).topLeft(),
        m_theme.pixmap(u"chevron-down"_s, arrowSize, isEnabled() ? c.textMuted : c.textDisabled, devicePixelRatioF()));
}

} // namespace rialto
