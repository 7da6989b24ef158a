#pragma once

#include <QLabel>

#include "features/chat/model/PinBook.h"
#include "ui/Surface.h"

namespace rialto {

class ElidedLabel;

/// The strip under the room's header with what is pinned there: a click or Enter goes to the message, the next one to
/// the pin before it. Hidden while nothing is pinned.
class PinBar final : public Surface
{
    Q_OBJECT
public:
    PinBar(const Theme &theme, PinBook &pins, QWidget *parent = nullptr);

    /// Which one a click leads to.
    qsizetype current() const { return m_current; }

Q_SIGNALS:
    void chosen(rialto::MessageId message);
    /// `position` is global.
    void menuRequested(const QPoint &position);

protected:
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void show(qsizetype index);
    void refresh();
    void choose();
    void paintIcon();

    const Theme &m_theme;
    PinBook &m_pins;
    qsizetype m_current = 0;
    QLabel *m_icon;
    QLabel *m_title;
    ElidedLabel *m_words;
};

} // namespace rialto
