#pragma once

#include <array>

#include "ui/Surface.h"

namespace rialto {

class IconButton;

/// The small bar beside the bubble under the pointer: reactions by one click, any other, reply, pin, more.
class MessageToolbar final : public QFrame
{
    Q_OBJECT
public:
    MessageToolbar(const Theme &theme, QWidget *parent);

    /// Shows itself beside a bubble, inside of `area`; both in coordinates of the parent.
    void showAt(const QRect &bubble, const QRect &area, bool own, bool pinned);
    /// At most three; fewer are shown as they are.
    void setQuickReactions(const QStringList &emoji);
    QRect reactRect() const;

Q_SIGNALS:
    void quickReactionClicked(const QString &emoji);
    void reactClicked();
    void replyClicked();
    void pinClicked();
    void moreClicked(const QPoint &globalPosition);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    std::array<IconButton *, 3> m_quick;
    IconButton *m_react;
    IconButton *m_reply;
    IconButton *m_pin;
    IconButton *m_more;
    bool m_pinned = false;
};

} // namespace rialto
