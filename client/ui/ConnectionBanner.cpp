#include "ui/ConnectionBanner.h"

#include <QDateTime>
#include <QEvent>

#include "net/LinkStatus.h"

using namespace Qt::StringLiterals;

namespace rialto {

namespace {

qint64 msLeft(const LinkStatus &link)
{
    return qBound(qint64(0), link.retryAtMs() - QDateTime::currentMSecsSinceEpoch(), qint64(3'600'000));
}

/// Whole seconds until the next attempt, 0 when none is waiting or it is due.
int secondsLeft(const LinkStatus &link)
{
    return int((msLeft(link) + 999) / 1000);
}

} // namespace

void countDown(QTimer &tick, const LinkStatus &link)
{
    const qint64 left = link.state() == LinkState::Offline ? msLeft(link) : 0;
    if (left > 0)
        tick.start(int((left - 1) % 1000 + 1));
    else
        tick.stop();
}

QString linkText(const LinkStatus &link)
{
    switch (link.state()) {
    case LinkState::Online:
        return ConnectionBanner::tr("Online");
    case LinkState::Connecting:
        return ConnectionBanner::tr("Connecting…");
    case LinkState::Syncing:
        return ConnectionBanner::tr("Catching up…");
    case LinkState::SignedOut:
        return ConnectionBanner::tr("Signed out");
    case LinkState::Offline:
        break;
    }
    const int seconds = secondsLeft(link);
    return seconds > 0 ? ConnectionBanner::tr("Offline, trying again in %n s", nullptr, seconds)
                       : ConnectionBanner::tr("Offline");
}

ConnectionBanner::ConnectionBanner(const Theme &theme, const LinkStatus &link, const QString &serverName,
                                   QWidget *parent)
    : Banner(theme, u"wifi-off"_s, parent), m_link(link), m_serverName(serverName)
{
    m_tick.setSingleShot(true);
    connect(&m_tick, &QTimer::timeout, this, &ConnectionBanner::refresh);
    connect(&link, &LinkStatus::changed, this, &ConnectionBanner::refresh);
    hide();
    refresh();
}

void ConnectionBanner::refresh()
{
    const LinkState state = m_link.state();
    // A first attempt that is still under way is no news; a lost connection stays said until it is back.
    const bool lost = state == LinkState::Offline && (m_link.retryAtMs() > 0 || !m_link.error().isEmpty());
    const bool shown = lost || (state == LinkState::Connecting && !isHidden());
    setText(words());
    setAction(state == LinkState::Offline ? tr("Retry now") : QString());
    setVisible(shown);
    countDown(m_tick, m_link);
}

QString ConnectionBanner::words() const
{
    if (m_link.state() == LinkState::Connecting)
        return tr("Connecting to %1…").arg(m_serverName);
    QString cause = tr("No connection to %1.").arg(m_serverName);
    if (!m_link.error().isEmpty())
        cause += u' ' + m_link.error();
    const int seconds = secondsLeft(m_link);
    return seconds > 0 ? cause + u' ' + tr("Trying again in %n s", nullptr, seconds) : cause;
}

void ConnectionBanner::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    Banner::changeEvent(event);
}

} // namespace rialto
