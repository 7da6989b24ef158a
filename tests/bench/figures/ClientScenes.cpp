#include "figures/ClientScenes.h"

#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QWheelEvent>

#include "app/ClientApp.h"
#include "app/MainWindow.h"
#include "features/chat/Composer.h"
#include "features/chat/RoomListPane.h"
#include "features/chat/TimelineView.h"
#include "features/chat/model/SearchModel.h"
#include "figures/CacheFill.h"
#include "figures/SampleTexts.h"
#include "session/Session.h"
#include "ui/Spelling.h"
#include "ui/UiSettings.h"

using namespace Qt::StringLiterals;

namespace rialto::bench {
namespace {

constexpr QSize kWindowSize(1280, 800);
/// After this long nothing is under way that was put off for a moment.
constexpr int kSettleMs = 3'000;
constexpr int kIdleMs = 10'000;
/// Idle is who has touched nothing for so long.
constexpr int kUntouchedMs = 12'000;
constexpr double kTicksOfWindow = 1000; ///< At 100 a second, as everywhere on Linux.
constexpr int kOpenings = 20;
constexpr qint64 kRowsByWheel = 4'000;
constexpr qint64 kRowsByPage = 7'000;

constexpr double kOpenTarget = 300;
constexpr double kFrameTarget = 8;
constexpr double kSearchTarget = 50;
constexpr double kMemoryTarget = 150;

double elapsedMs(const QElapsedTimer &watch)
{
    return static_cast<double>(watch.nsecsElapsed()) / 1e6;
}

/// Counts how often a widget is painted.
class PaintCounter : public QObject
{
public:
    explicit PaintCounter(QWidget &watched) { watched.installEventFilter(this); }
    int count() const { return m_count; }

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        m_count += event->type() == QEvent::Paint ? 1 : 0;
        return false;
    }

private:
    int m_count = 0;
};

void wheel(QWidget &target, int notches)
{
    const QPointF middle = target.rect().center();
    QWheelEvent event(middle, target.mapToGlobal(middle), {}, {0, notches * QWheelEvent::DefaultDeltasPerStep},
                      Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(&target, &event);
}

void press(QWidget &target, int key)
{
    QKeyEvent down(QEvent::KeyPress, key, Qt::NoModifier);
    QCoreApplication::sendEvent(&target, &down);
}

// A tick of the kernel is 10 ms, so that one of them is 0.1 %.
void measureIdle(const QString &state, Figures &figures)
{
    runEvents(kUntouchedMs);
    const ProcessState before = ProcessState::now();
    runEvents(kIdleMs);
    const ProcessState after = ProcessState::now();
    const double ticks = static_cast<double>(after.processorTicks - before.processorTicks);
    figures.add(u"processor over 10 s, untouched since 12 s, "_s + state, ticks / kTicksOfWindow * 100, u"%"_s, 0);
    figures.add(u"  measured finer than in ticks of the kernel"_s, after.processorMs - before.processorMs, u"ms"_s);
}

} // namespace

ClientScenes::ClientScenes(QApplication &application, const QString &folder, Figures &figures)
    : m_folder(folder), m_figures(figures), m_app(std::make_unique<ClientApp>(application, Profile(folder), Options{}))
{
    m_app->window().resize(kWindowSize);
    m_app->start();
    m_app->window().showPage(u"chat"_s);
}

ClientScenes::~ClientScenes() = default;

TimelineView &ClientScenes::timeline()
{
    return *m_app->window().findChild<TimelineView *>();
}

double ClientScenes::timed(const std::function<void()> &send, TimelineView &timeline)
{
    const PaintCounter paints(*timeline.viewport());
    QElapsedTimer watch;
    watch.start();
    send();
    QCoreApplication::processEvents();
    const double took = elapsedMs(watch);
    m_unpainted += paints.count() == 0 ? 1 : 0;
    return took;
}

double ClientScenes::openRoom(RoomId id)
{
    auto &rooms = *m_app->window().findChild<RoomListPane *>();
    const double took = timed([&] { rooms.setCurrentRoom(id); }, timeline());
    if (timeline().rowCount() == 0 || timeline().rowData(0).message.roomId != id)
        qWarning("The room was not on screen.");
    return took;
}

void ClientScenes::start(const QElapsedTimer &watch)
{
    const PaintCounter paints(*timeline().viewport());
    while (paints.count() == 0)
        QCoreApplication::processEvents();
    m_figures.add(u"start of the program to the last room on screen"_s, elapsedMs(watch), u"ms"_s, kOpenTarget);
}

void ClientScenes::open()
{
    m_unpainted = 0;
    openRoom(kOtherRoom);
    runEvents(kSettleMs);
    dropFileCache(m_folder);
    m_figures.add(u"opening the room, the first time, the system having forgotten the file"_s, openRoom(kFullRoom),
                  u"ms"_s, kOpenTarget);
    Samples again;
    for (int i = 0; i < kOpenings; ++i) {
        openRoom(kOtherRoom);
        runEvents(0);
        again.add(openRoom(kFullRoom));
        runEvents(0);
    }
    m_figures.add(u"opening it again, p50 of %1"_s.arg(kOpenings), again.percentile(0.5), u"ms"_s, kOpenTarget);
    m_figures.add(u"opening it again, slowest of %1"_s.arg(kOpenings), again.most(), u"ms"_s, kOpenTarget);
    m_figures.add(u"openings that painted nothing"_s, m_unpainted, u""_s, 0);
}

void ClientScenes::memory()
{
    runEvents(kSettleMs);
    const ProcessState state = ProcessState::now();
    m_figures.add(u"resident memory with the room open"_s, state.residentMegabytes, u"MB"_s, kMemoryTarget);
    m_figures.add(u"  of it not backed by files"_s, state.ownMegabytes, u"MB"_s);
}

void ClientScenes::idle()
{
    measureIdle(u"while its server cannot be reached"_s, m_figures);
}

void ClientScenes::scroll()
{
    TimelineView &view = timeline();
    const ProcessState before = ProcessState::now();
    m_unpainted = 0;
    scrollBy(
        u"wheel, back in time"_s, [&] { wheel(*view.viewport(), 1); }, kRowsByWheel);
    scrollBy(
        u"PageUp"_s, [&] { press(view, Qt::Key_PageUp); }, kRowsByPage);
    const ProcessState after = ProcessState::now();
    scrollBy(
        u"wheel, forward again"_s, [&] { wheel(*view.viewport(), -1); }, kRowsByWheel);
    m_figures.add(u"steps of scrolling that painted nothing"_s, m_unpainted, u""_s, 0);
    m_figures.add(u"resident memory before scrolling %1 rows"_s.arg(kRowsByWheel + kRowsByPage),
                  before.residentMegabytes, u"MB"_s, kMemoryTarget);
    m_figures.add(u"resident memory after it"_s, after.residentMegabytes, u"MB"_s, kMemoryTarget);
}

/// The room's ids have no gaps, so that they count the rows that went by.
void ClientScenes::scrollBy(const QString &words, const std::function<void()> &send, qint64 rows)
{
    TimelineView &view = timeline();
    const auto place = [&view] { return view.rowData(view.firstVisibleRow()).message.id.value; };
    const qint64 from = place();
    Samples frames;
    Samples processor;
    while (std::abs(place() - from) < rows && frames.count() < static_cast<std::size_t>(rows)) {
        const double before = threadMs();
        frames.add(timed(send, view));
        processor.add(threadMs() - before);
    }
    const QString frame = u"frame, %1, "_s.arg(words);
    m_figures.add(frame + u"p50 of %1"_s.arg(frames.count()), frames.percentile(0.5), u"ms"_s, kFrameTarget);
    m_figures.add(frame + u"p99"_s, frames.percentile(0.99), u"ms"_s, kFrameTarget);
    m_figures.add(frame + u"slowest"_s, frames.most(), u"ms"_s);
    m_figures.add(u"  processor time of the thread, p99"_s, processor.percentile(0.99), u"ms"_s);
    m_figures.add(u"  rows that went by"_s, static_cast<double>(std::abs(place() - from)), u""_s);
}

double ClientScenes::searchFor(const QString &text)
{
    SearchModel &found = m_app->session()->search();
    QElapsedTimer watch;
    watch.start();
    found.search(text);
    while (found.state() == SearchModel::State::Searching)
        QCoreApplication::processEvents();
    const double took = elapsedMs(watch);
    if (found.state() != SearchModel::State::Done)
        qWarning("The search for %s was refused.", qPrintable(text));
    return took;
}

void ClientScenes::search()
{
    Samples all;
    for (const QueryKind &kind : sampleQueries()) {
        Samples samples;
        for (const QString &query : kind.queries) {
            const double took = searchFor(query);
            samples.add(took);
            if (kind.hasTarget)
                all.add(took);
        }
        const auto target = kind.hasTarget ? std::optional(kSearchTarget) : std::nullopt;
        const QString what = u"search, %1, "_s.arg(kind.name);
        m_figures.add(what + u"p50 of %1"_s.arg(samples.count()), samples.percentile(0.5), u"ms"_s, target);
        m_figures.add(what + u"p95"_s, samples.percentile(0.95), u"ms"_s, target);
    }
    m_figures.add(u"search, all of them, p50 of %1"_s.arg(all.count()), all.percentile(0.5), u"ms"_s, kSearchTarget);
    m_figures.add(u"search, all of them, p95"_s, all.percentile(0.95), u"ms"_s, kSearchTarget);
    m_app->session()->search().clear();
    const ProcessState state = ProcessState::now();
    m_figures.add(u"resident memory after all searches"_s, state.residentMegabytes, u"MB"_s, kMemoryTarget);
}

void ClientScenes::write()
{
    UiSettings settings(m_folder);
    const QStringList languages = Spelling(settings).languages();
    QPlainTextEdit &field = m_app->window().findChild<Composer *>()->field();
    field.setPlainText(
        u"Thre lamps, шість кружок, девять полок. "_s); // A word of each script fetches its dictionaries.
    runEvents(kSettleMs);
    const ProcessState state = ProcessState::now();
    const QString words = languages.isEmpty() ? u"none here"_s : languages.join(", "_L1);
    m_figures.add(u"resident memory while one writes, dictionaries: %1"_s.arg(words), state.residentMegabytes, u"MB"_s,
                  kMemoryTarget);
    field.clear();
}

bool measureConnectedIdle(QApplication &application, const QString &folder, const QStringList &serverArguments,
                          Figures &figures)
{
    constexpr int kPatienceMs = 30'000;
    const auto options = Options::parse(QStringList{u"rialto"_s} + serverArguments);
    if (!options)
        return false;
    ClientApp client(application, Profile(folder), *options);
    client.window().resize(kWindowSize);
    client.start();
    const auto isOnline = [&] { return client.session() && client.session()->linkState() == LinkState::Online; };
    QElapsedTimer watch;
    watch.start();
    while (!isOnline() && watch.elapsed() < kPatienceMs)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 100);
    if (!isOnline())
        return false;
    client.window().showPage(u"chat"_s);
    client.window().findChild<RoomListPane *>()->setCurrentRoom(kFullRoom);
    measureIdle(u"connected, with a room open"_s, figures);
    return true;
}

} // namespace rialto::bench
