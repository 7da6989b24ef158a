#include "app/ProfileButton.h"

#include <QHBoxLayout>
#include <QPainter>

#include "ui/Metrics.h"

namespace rialto {

namespace {

constexpr int margin = 4; ///< For the ring of the focus.
constexpr int dotSize = 10;
constexpr int dotRing = 2;

/// Lies over the avatar, which paints itself after the button.
class Dot final : public QWidget
{
public:
    Dot(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
    {
        setAttribute(Qt::WA_TransparentForMouseEvents);
        resize(dotSize + 2 * dotRing, dotSize + 2 * dotRing);
        hide();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.colors().rail);
        painter.drawEllipse(rect());
        painter.setBrush(m_theme.colors().warm);
        painter.drawEllipse(rect().adjusted(dotRing, dotRing, -dotRing, -dotRing));
    }

private:
    const Theme &m_theme;
};

} // namespace

ProfileButton::ProfileButton(const Theme &theme, QWidget *parent)
    : QAbstractButton(parent), m_theme(theme), m_avatar(new Avatar(theme, metrics::avatarRail))
{
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_avatar->setAttribute(Qt::WA_TransparentForMouseEvents);
    auto *around = new QHBoxLayout(this);
    around->setContentsMargins(margin, margin, margin, margin);
    around->addWidget(m_avatar);
    m_dot = new Dot(theme, this);
    m_dot->move(sizeHint().width() - m_dot->width(), 0);
}

void ProfileButton::setCalledElsewhere(bool called)
{
    m_dot->setVisible(called);
}

QSize ProfileButton::sizeHint() const
{
    return m_avatar->sizeHint() + QSize(2 * margin, 2 * margin);
}

void ProfileButton::paintEvent(QPaintEvent *)
{
    if (!hasFocus())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme.colors().focus, 2));
    painter.drawEllipse(QRectF(rect()).adjusted(1, 1, -1, -1));
}

} // namespace rialto
