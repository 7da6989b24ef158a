#include "features/chat/MessageToolbar.h"

#include <QEvent>
#include <QHBoxLayout>

#include "ui/Button.h"

using namespace Qt::StringLiterals;

namespace rialto {

namespace {

constexpr int reach = 10;

} // namespace

MessageToolbar::MessageToolbar(const Theme &theme, QWidget *parent)
    : QFrame(parent),
      m_react(new IconButton(theme, u"smile-plus"_s, {})),
      m_reply(new IconButton(theme, u"reply"_s, {})),
      m_pin(new IconButton(theme, u"pin"_s, {})),
      m_more(new IconButton(theme, u"ellipsis-vertical"_s, {}))
{
    setProperty("kind", u"popup"_s);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(2, 2, 2, 2);
    row->setSpacing(0);
    for (IconButton *&button : m_quick) {
        button = new IconButton(theme, {}, {});
        connect(button, &IconButton::clicked, this, [this, button] { Q_EMIT quickReactionClicked(button->text()); });
    }
    for (IconButton *button : {m_quick[0], m_quick[1], m_quick[2], m_react, m_reply, m_pin, m_more}) {
        button->setSide(30);
        button->setFocusPolicy(Qt::NoFocus);
        row->addWidget(button);
    }
    connect(m_react, &IconButton::clicked, this, &MessageToolbar::reactClicked);
    connect(m_reply, &IconButton::clicked, this, &MessageToolbar::replyClicked);
    connect(m_pin, &IconButton::clicked, this, &MessageToolbar::pinClicked);
    connect(m_more, &IconButton::clicked, this,
            [this] { Q_EMIT moreClicked(m_more->mapToGlobal(QPoint(0, m_more->height()))); });
    retranslate();
    hide();
}

void MessageToolbar::showAt(const QRect &bubble, const QRect &area, bool own, bool pinned)
{
    m_pinned = pinned;
    m_pin->setIconName(pinned ? u"pin-off"_s : u"pin"_s);
    retranslate();
    adjustSize();
    // Beside the bubble, on the side that is free.
    const bool before = own != (layoutDirection() == Qt::RightToLeft);
    int x = before ? bubble.left() - width() - 8 : bubble.right() + 9;
    int y = bubble.top();
    if (x < area.left() || x + width() > area.right()) { // Else above it, and just so far over it as to be reached.
        x = qBound(area.left(), before ? bubble.left() : bubble.right() - width(), area.right() - width());
        y -= height() - reach;
    }
    move(x, qBound(area.top(), y, area.bottom() - height()));
    show();
    raise();
}

void MessageToolbar::setQuickReactions(const QStringList &emoji)
{
    for (size_t i = 0; i < m_quick.size(); ++i) {
        const QString sign = emoji.value(qsizetype(i));
        m_quick[i]->setText(sign);
        m_quick[i]->setName(tr("React with %1").arg(sign));
        m_quick[i]->setVisible(!sign.isEmpty());
    }
}

QRect MessageToolbar::reactRect() const
{
    return {m_react->mapToGlobal(QPoint()), m_react->size()};
}

void MessageToolbar::retranslate()
{
    for (IconButton *button : m_quick)
        button->setName(tr("React with %1").arg(button->text()));
    m_react->setName(tr("React"));
    m_reply->setName(tr("Reply"));
    m_pin->setName(m_pinned ? tr("Unpin") : tr("Pin"));
    m_more->setName(tr("More"));
}

void MessageToolbar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

} // namespace rialto
