#include "ui/ComboBox.h"

#include <QKeyEvent>
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

/// Alt with an arrow opens the list, as everywhere; elsewhere in the window these keys go from room to room.
bool ComboBox::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto &key = static_cast<QKeyEvent &>(*event);
        if (key.modifiers() == Qt::AltModifier && (key.key() == Qt::Key_Up || key.key() == Qt::Key_Down)) {
            event->accept();
            return true;
        }
    }
    return QComboBox::event(event);
}

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
