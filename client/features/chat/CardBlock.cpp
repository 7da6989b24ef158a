#include "features/chat/CardBlock.h"

#include <QCoreApplication>
#include <QPainter>

#include "features/chat/TextWidth.h"
#include "ui/LinePainter.h"
#include "ui/LinkCard.h"
#include "ui/Metrics.h"
#include "ui/Mirror.h"

using namespace Qt::StringLiterals;

namespace rialto {

namespace {

constexpr qreal padding = 10;
constexpr qreal picture = 56;
constexpr qreal radius = 8;
constexpr int glyph = 24;
constexpr qreal dot = 7;
constexpr qreal narrowest = 260;
constexpr qreal widest = 440;
// While the text is not enlarged.
constexpr int lineHeight = 20;
constexpr int pillHeight = 20;

QString liveWords(const LinkCard &card)
{
    return card.isLive ? QCoreApplication::translate("Timeline", "Live")
                       : QCoreApplication::translate("Timeline", "As last seen");
}

qreal liveWidth(const Theme &theme, const LinkCard &card)
{
    return dot + 6 + textWidth(theme, TextStyle::Caption, liveWords(card));
}

qreal pillWidth(const Theme &theme, const LinkCard &card)
{
    return textWidth(theme, TextStyle::Label, card.state) + 16;
}

} // namespace

QSizeF cardSize(const Theme &theme, const LinkCard &card, qreal maxWidth)
{
    const qreal first = textWidth(theme, TextStyle::BodyStrong, card.title) + 12 + liveWidth(theme, card);
    const qreal last = textWidth(theme, TextStyle::BodyStrong, card.value) + 10 + pillWidth(theme, card);
    const qreal words = qMax(qMax(first, last), textWidth(theme, TextStyle::Small, card.detail));
    const qreal width = qBound(narrowest, words + picture + 3 * padding, widest);
    return {qMin(width, maxWidth), qMax(picture, 3.0 * theme.grown(lineHeight)) + 2 * padding};
}

void paintCard(QPainter &painter, const Theme &theme, const LinkCard &card, const QRectF &rect, bool own)
{
    const Colors &c = theme.colors();
    const Mirror at(painter.layoutDirection(), rect);
    painter.setPen(Qt::NoPen);
    painter.setBrush(own ? c.codeBgOwn : c.codeBg);
    painter.drawRoundedRect(rect, radius, radius);
    const QRectF square(rect.left() + padding, rect.center().y() - picture / 2, picture, picture);
    painter.setBrush(c.accentSoft);
    painter.drawRoundedRect(at(square), radius, radius);
    painter.drawPixmap((at(square).center() - QPointF(glyph / 2.0, glyph / 2.0)).toPoint(),
                       theme.pixmap(card.icon, glyph, c.accent, painter.device()->devicePixelRatioF()));
    const qreal height = theme.grown(lineHeight);
    const qreal left = square.right() + padding;
    const qreal right = rect.right() - padding;
    const qreal top = rect.center().y() - 1.5 * height;
    LinePainter lines(painter, theme);
    const auto words = [&](const QRectF &line, TextStyle style, const QColor &ink, const QString &text) {
        lines.text(at(line), text, {theme.font(style), ink});
    };
    const qreal live = liveWidth(theme, card);
    words({left, top, right - live - 12 - left, height}, TextStyle::BodyStrong, c.text, card.title);
    words({right - live + dot + 6, top, live - dot - 6, height}, TextStyle::Caption,
          own ? c.bubbleOwnMuted : c.textMuted, liveWords(card));
    painter.setPen(Qt::NoPen);
    painter.setBrush(card.isLive ? (own ? c.success : c.presenceOnline) : own ? c.bubbleOwnMuted : c.presenceOffline);
    painter.drawEllipse(at(QRectF(right - live, top + (height - dot) / 2, dot, dot)));
    words({left, top + height, right - left, height}, TextStyle::Small, own ? c.bubbleOwnMuted : c.textMuted,
          card.detail);
    const qreal value = textWidth(theme, TextStyle::BodyStrong, card.value);
    words({left, top + 2 * height, value + 1, height}, TextStyle::BodyStrong, c.text, card.value);
    const qreal pill = qMin(pillWidth(theme, card), right - left - value - 10);
    const qreal tall = theme.grown(pillHeight);
    const QRectF state(left + value + 10, top + 2 * height + (height - tall) / 2, pill, tall);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.color(card.stateGround));
    painter.drawRoundedRect(at(state), tall / 2, tall / 2);
    words(state.adjusted(8, 0, -8, 0), TextStyle::Label, theme.color(card.stateInk), card.state);
}

QString cardWords(const LinkCard &card)
{
    return QStringList{card.title, card.detail, card.value, card.state}.join(u", "_s);
}

} // namespace rialto
