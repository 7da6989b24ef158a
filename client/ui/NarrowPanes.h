#pragma once

#include <QObject>

class QWidget;

namespace rialto {

class Theme;

/// Shows one pane at a time where a page is too narrow for several, because the window is small or the text is large:
/// the list, or what was chosen in it, or the pane that lies beside that while it is open. Lives on: GUI thread.
class NarrowPanes final : public QObject
{
    Q_OBJECT
public:
    struct Panes
    {
        QWidget &page;
        QWidget &list;
        QWidget &detail; ///< With `middle` and `side` in it, where there are such.
        QWidget *middle = nullptr;
        QWidget *side = nullptr;
        int leastForDetail = 400; ///< Pixels, at a text of 100 %: enough for a room in which one can still write.
    };

    /// `panes` outlive this.
    NarrowPanes(const Theme &theme, const Panes &panes, QObject *parent);

    bool isNarrow() const { return m_isNarrow; }
    /// Whether the pane at the side lies in place of what is beside it.
    bool sideCovers() const;
    /// What is to be seen while there is room for one only.
    void showDetail();
    void showList();
    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void narrowChanged(bool narrow);
    /// Whether a pane at the side fits beside the rest has changed.
    void sideFits(bool fits);

private:
    static void show(QWidget &shown, QWidget &other, bool alone);
    void fit();

    const Theme &m_theme;
    const Panes m_panes;
    bool m_isNarrow = false;
    bool m_wantsDetail = false;
    bool m_fitsSide = false;
};

} // namespace rialto
