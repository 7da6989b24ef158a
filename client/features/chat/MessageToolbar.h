#pragma once

#include "ui/Surface.h"

namespace rialto {

class IconButton;

/// The small bar beside the bubble under the pointer: react, reply, pin, more.
class MessageToolbar final : public QFrame
{
    Q_OBJECT
public:
    MessageToolbar(const Theme &theme, QWidget *parent);

    /// Shows itself beside a bubble, inside of `area`; both in coordinates of the parent.
    void showAt(const QRect &bubble, const QRect &area, bool own, bool pinned);
    QRect reactRect() const;

Q_SIGNALS:
    void reactClicked();
    void replyClicked();
    void pinClicked();
    void moreClicked(const QPoint &globalPosition);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    IconButton *m_react;
    IconButton *m_reply;
    IconButton *m_pin;
    IconButton *m_more;
    bool m_pinned = false;
};

} // namespace rialto
