#pragma once

#include <QColor>
#include <QJsonObject>
#include <array>

namespace rialto {

/// The colour roles of one theme, named as in resources/tokens.json.
struct Colors
{
    QColor window, rail, panel, raised, raisedHover, raisedPressed, canvas, field, fieldBorder;
    QColor separator, separatorStrong, text, textMuted, textFaint, textDisabled;
    QColor accent, accentHover, accentPressed, accentSoft, accentText, link, warm, warmSoft, warmText;
    QColor bubbleOther, bubbleOwn, bubbleOwnMuted, codeBg, codeBgOwn, success, successSoft, warning, warningSoft,
        danger, dangerSoft;
    QColor focus, selection, selectionText, hover, pressed, badge, badgeText, badgeMuted, badgeMutedText;
    QColor presenceOnline, presenceAway, presenceBusy, presenceOffline, tooltip, tooltipText, bulkBar, bulkBarText;

    /// One tint for each of eight people; see colorIndex() in Avatar.h.
    std::array<QColor, 8> senderNames, avatarBackground, avatarText;

    static Colors fromJson(const QJsonObject &json);
};

/// A role, for example `&Colors::textMuted`: kept instead of a colour, so that it follows a change of theme.
using ColorRole = QColor Colors::*;

} // namespace rialto
