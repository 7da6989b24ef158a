#pragma once

#include <QList>

namespace rialto {

/// Heights of rows, guessed until measured, with prefix sums in O(log n): a Fenwick tree ("A new data structure for
/// cumulative frequency tables", Peter Fenwick, 1994). Only the scroll bar is computed from it.
class HeightTree
{
public:
    explicit HeightTree(int guess) : m_guess(guess) {}

    void reset(int count);
    void append(int count);
    /// Rows inserted or removed anywhere; O(n).
    void insert(int first, int count);
    void remove(int first, int count);

    void set(int row, int height);
    int height(int row) const { return m_heights.at(row); }
    int count() const { return int(m_heights.size()); }
    /// The sum of the heights of the first `rows` rows, in pixels.
    qint64 offset(int rows) const;
    qint64 total() const { return offset(count()); }
    /// The row that covers `y`; the last one below the end. There must be rows.
    int rowAt(qint64 y) const;

private:
    void build();

    int m_guess;
    QList<int> m_heights;
    QList<qint64> m_sums; ///< One-based; element i covers the last `i & -i` rows up to i.
};

} // namespace rialto
