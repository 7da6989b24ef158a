#include "ui/NarrowPanes.h"

#include <QApplication>
#include <QEvent>
#include <QWidget>

#include "ui/Metrics.h"
#include "ui/Theme.h"

namespace rialto {

namespace {

/// A list at its least width, which does not depend on the text.
constexpr int leastForList = 200;
/// With less there is no room for a pane beside the room; it covers that instead.
constexpr int leastForSide = 1020;

} // namespace

NarrowPanes::NarrowPanes(const Theme &theme, const Panes &panes, QObject *parent)
    : QObject(parent), m_theme(theme), m_panes(panes)
{
    m_panes.page.installEventFilter(this);
    if (m_panes.side)
        m_panes.side->installEventFilter(this);
    connect(&theme, &Theme::changed, this, &NarrowPanes::fit);
}

void NarrowPanes::showDetail()
{
    m_wantsDetail = true;
    fit();
}

void NarrowPanes::showList()
{
    m_wantsDetail = false;
    fit();
}

/// The keyboard goes with what is seen: Qt would go on with whatever comes next in the window.
void NarrowPanes::show(QWidget &shown, QWidget &other, bool alone)
{
    const bool isLeft = alone && other.isAncestorOf(QApplication::focusWidget());
    shown.show();
    other.setVisible(!alone);
    if (isLeft)
        shown.setFocus(Qt::OtherFocusReason);
}

void NarrowPanes::fit()
{
    const int width = m_panes.page.width();
    const bool narrow = width < leastForList + m_theme.grown(m_panes.leastForDetail);
    show(m_wantsDetail ? m_panes.detail : m_panes.list, m_wantsDetail ? m_panes.list : m_panes.detail, narrow);
    const bool fitsSide = m_panes.side && width >= m_theme.grown(leastForSide);
    const bool fitsOtherwise = std::exchange(m_fitsSide, fitsSide) != fitsSide;
    if (m_panes.side) {
        m_panes.middle->setVisible(!sideCovers());
        m_panes.side->setMaximumWidth(sideCovers() ? QWIDGETSIZE_MAX : metrics::sidePane);
    }
    if (std::exchange(m_isNarrow, narrow) != narrow)
        Q_EMIT narrowChanged(narrow);
    if (fitsOtherwise)
        Q_EMIT sideFits(fitsSide);
}

bool NarrowPanes::sideCovers() const
{
    return m_panes.side && !m_panes.side->isHidden() && !m_fitsSide;
}

bool NarrowPanes::eventFilter(QObject *watched, QEvent *event)
{
    const bool isSized = watched == &m_panes.page && event->type() == QEvent::Resize;
    const bool isBeside =
        watched == m_panes.side && (event->type() == QEvent::ShowToParent || event->type() == QEvent::HideToParent);
    if (isSized || isBeside)
        fit();
    return QObject::eventFilter(watched, event);
}

} // namespace rialto
