#include "features/chat/HeightTree.h"

#include <bit>

namespace rialto {

void HeightTree::reset(int count)
{
    m_heights.fill(m_guess, count);
    build();
}

void HeightTree::append(int count)
{
    for (int added = 0; added < count; ++added) {
        m_heights.append(m_guess);
        const qsizetype node = m_heights.size();
        qint64 sum = m_guess;
        for (qsizetype below = node - 1; below > node - (node & -node); below -= below & -below)
            sum += m_sums.at(below);
        m_sums.append(sum);
    }
}

void HeightTree::insert(int first, int count)
{
    if (first == m_heights.size()) {
        append(count);
        return;
    }
    m_heights.insert(first, count, m_guess);
    build();
}

void HeightTree::remove(int first, int count)
{
    m_heights.remove(first, count);
    build();
}

void HeightTree::set(int row, int height)
{
    const qint64 difference = height - m_heights.at(row);
    if (difference == 0)
        return;
    m_heights[row] = height;
    for (qsizetype node = row + 1; node < m_sums.size(); node += node & -node)
        m_sums[node] += difference;
}

qint64 HeightTree::offset(int rows) const
{
    qint64 sum = 0;
    for (qsizetype node = rows; node > 0; node -= node & -node)
        sum += m_sums.at(node);
    return sum;
}

int HeightTree::rowAt(qint64 y) const
{
    Q_ASSERT(!m_heights.isEmpty());
    qsizetype row = 0;
    for (auto step = qsizetype(std::bit_floor(size_t(m_heights.size()))); step > 0; step /= 2) {
        if (row + step < m_sums.size() && m_sums.at(row + step) <= y) {
            row += step;
            y -= m_sums.at(row);
        }
    }
    return int(qMin(row, m_heights.size() - 1));
}

void HeightTree::build()
{
    m_sums.fill(0, m_heights.size() + 1);
    for (qsizetype node = 1; node < m_sums.size(); ++node) {
        m_sums[node] += m_heights.at(node - 1);
        const qsizetype parent = node + (node & -node);
        if (parent < m_sums.size())
            m_sums[parent] += m_sums.at(node);
    }
}

} // namespace rialto
