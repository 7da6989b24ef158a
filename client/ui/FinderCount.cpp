#include "ui/FinderCount.h"

#include <QList>
#include <array>
#include <numeric>

namespace rialto {

namespace {

/// Lengths in pixels: black, white, black, white, black.
using Runs = std::array<int, 5>;

/// Modules of black and of white may differ in size, as ink runs. Somewhat more is taken for a finder than by ZXing.
bool isLikeFinder(const Runs &runs)
{
    const qreal black = (runs[0] + runs[2] + runs[4]) / 5.0;
    const qreal white = (runs[1] + runs[3]) / 2.0;
    const auto isNear = [](int run, qreal wanted, qreal module) { return qAbs(run - wanted) <= 0.85 * module + 1; };
    return runs[0] > 0 && runs[4] > 0 && black <= 5 * white && white <= 5 * black && isNear(runs[0], black, black) &&
           isNear(runs[1], white, white / 2) && isNear(runs[2], 3 * black, black) &&
           isNear(runs[3], white, white / 2) && isNear(runs[4], black, black);
}

/// Along a row ZXing asks for this before all else.
bool isLikeFinderAlong(const Runs &runs)
{
    const bool isWideInside = runs[2] >= 2 * qMax(runs[0], runs[4]) && runs[2] >= qMax(runs[1], runs[3]);
    return isWideInside && isLikeFinder(runs);
}

/// From a pixel upwards or downwards: how much black, white and black follow each other within `reach` pixels.
std::array<int, 3> runsFrom(const QImage &bits, QPoint start, int step, int reach)
{
    std::array<int, 3> runs{};
    size_t run = 0;
    for (int y = start.y(); y >= 0 && y < bits.height() && qAbs(y - start.y()) < reach; y += step) {
        const bool isBlack = bits.constScanLine(y)[start.x()] == 0;
        if (isBlack != (run != 1) && ++run == runs.size())
            break;
        ++runs[run];
    }
    return runs;
}

bool isLikeFinderDown(const QImage &bits, QPoint middle, int width)
{
    const int reach = 3 * width; // Seen from aside it may be higher than wide.
    const auto up = runsFrom(bits, middle, -1, reach);
    const auto down = runsFrom(bits, middle, 1, reach);
    return isLikeFinder({up[2], up[1], up[0] + down[0] - 1, down[1], down[2]});
}

/// Finders found so far, each by its middle.
class Middles
{
public:
    void add(QPoint middle, int width)
    {
        const auto isThis = [&](QPoint other) { return (other - middle).manhattanLength() <= width / 4; };
        if (std::none_of(m_points.crbegin(), m_points.crend(), isThis))
            m_points.append(middle);
    }
    int count() const { return int(m_points.size()); }

private:
    QList<QPoint> m_points;
};

void countInRow(const QImage &bits, int y, int most, Middles &found)
{
    const uchar *row = bits.constScanLine(y);
    Runs runs{};
    for (int x = 0; x < bits.width() && found.count() < most;) {
        const int start = x;
        const bool black = row[x] == 0;
        while (x < bits.width() && (row[x] == 0) == black)
            ++x;
        std::rotate(runs.begin(), runs.begin() + 1, runs.end());
        runs[4] = x - start;
        const int width = std::accumulate(runs.begin(), runs.end(), 0);
        const QPoint middle(start - runs[3] - (runs[2] + 1) / 2, y);
        if (black && isLikeFinderAlong(runs) && isLikeFinderDown(bits, middle, width))
            found.add(middle, width);
    }
}

} // namespace

int countFinders(const QImage &bits, int most)
{
    Middles found;
    for (int y = 0; y < bits.height() && found.count() < most; ++y)
        countInRow(bits, y, most, found);
    return found.count();
}

} // namespace rialto
