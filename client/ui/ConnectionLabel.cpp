#include "ui/ConnectionLabel.h"

#include <QEvent>

#include "net/LinkStatus.h"
#include "ui/ConnectionBanner.h"

using namespace Qt::StringLiterals;

namespace rialto {

ConnectionLabel::ConnectionLabel(const Theme &theme, const LinkStatus &link, QWidget *parent)
    : ElidedLabel(theme, parent), m_link(link)
{
    theme.dress(*this, TextStyle::Small);
    setProperty("tone", u"muted"_s);
    m_tick.setSingleShot(true);
    connect(&m_tick, &QTimer::timeout, this, &ConnectionLabel::refresh);
    connect(&link, &LinkStatus::changed, this, &ConnectionLabel::refresh);
    refresh();
}

void ConnectionLabel::refresh()
{
    setFullText(linkText(m_link));
    countDown(m_tick, m_link);
}

void ConnectionLabel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    ElidedLabel::changeEvent(event);
}

} // namespace rialto
