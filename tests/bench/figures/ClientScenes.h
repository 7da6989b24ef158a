#pragma once

#include <QApplication>

#include <functional>
#include <memory>

#include "base/Id.h"
#include "figures/Figures.h"

namespace rialto {
class ClientApp;
class TimelineView;
} // namespace rialto

namespace rialto::bench {

/// The whole client over a profile, with its real window, and what is measured of it. Lives on: the GUI thread.
class ClientScenes
{
public:
    ClientScenes(QApplication &application, const QString &folder, Figures &figures);
    ~ClientScenes();

    /// From `watch`, which began as early as could be, to the last room on screen.
    void start(const QElapsedTimer &watch);
    /// From asking for the room to its first painted frame: the first time in this process, then going back and forth.
    void open();
    void memory();
    void idle();
    /// Back through the history by wheel and by PageUp, some ten thousand rows, and down again.
    void scroll();
    void search();
    /// What it takes to judge the spelling of what one writes, with the dictionaries that this machine has.
    void write();

private:
    /// Sends the events and does everything that they set off; milliseconds. Counts frames that painted nothing.
    double timed(const std::function<void()> &send, TimelineView &timeline);
    double openRoom(RoomId id);
    void scrollBy(const QString &words, const std::function<void()> &send, qint64 rows);
    double searchFor(const QString &text);
    TimelineView &timeline();

    const QString m_folder;
    Figures &m_figures;
    std::unique_ptr<ClientApp> m_app;
    int m_unpainted = 0;
};

/// Signs in at a server that runs and measures how idle the client is while it is connected. False when it cannot be
/// reached.
bool measureConnectedIdle(QApplication &application, const QString &folder, const QStringList &serverArguments,
                          Figures &figures);

} // namespace rialto::bench
