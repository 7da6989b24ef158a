#include "ui/Colors.h"

#include <QJsonArray>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace rialto {

namespace {

struct NamedRole
{
    const char *name;
    ColorRole role;
};

#define RIALTO_ROLE(role)                                                                                              \
    {                                                                                                                  \
#role, &Colors::role                                                                                           \
    }
constexpr NamedRole roles[] = {
    RIALTO_ROLE(window),
    RIALTO_ROLE(rail),
    RIALTO_ROLE(panel),
    RIALTO_ROLE(raised),
    RIALTO_ROLE(raisedHover),
    RIALTO_ROLE(raisedPressed),
    RIALTO_ROLE(canvas),
    RIALTO_ROLE(field),
    RIALTO_ROLE(fieldBorder),
    RIALTO_ROLE(separator),
    RIALTO_ROLE(separatorStrong),
    RIALTO_ROLE(text),
    RIALTO_ROLE(textMuted),
    RIALTO_ROLE(textFaint),
    RIALTO_ROLE(textDisabled),
    RIALTO_ROLE(accent),
    RIALTO_ROLE(accentHover),
    RIALTO_ROLE(accentPressed),
    RIALTO_ROLE(accentSoft),
    RIALTO_ROLE(accentText),
    RIALTO_ROLE(link),
    RIALTO_ROLE(warm),
    RIALTO_ROLE(warmSoft),
    RIALTO_ROLE(warmText),
    RIALTO_ROLE(bubbleOther),
    RIALTO_ROLE(bubbleOwn),
    RIALTO_ROLE(bubbleOwnMuted),
    RIALTO_ROLE(codeBg),
    RIALTO_ROLE(codeBgOwn),
    RIALTO_ROLE(success),
    RIALTO_ROLE(successSoft),
    RIALTO_ROLE(warning),
    RIALTO_ROLE(warningSoft),
    RIALTO_ROLE(danger),
    RIALTO_ROLE(dangerSoft),
    RIALTO_ROLE(focus),
    RIALTO_ROLE(selection),
    RIALTO_ROLE(selectionText),
    RIALTO_ROLE(hover),
    RIALTO_ROLE(pressed),
    RIALTO_ROLE(badge),
    RIALTO_ROLE(badgeText),
    RIALTO_ROLE(badgeMuted),
    RIALTO_ROLE(badgeMutedText),
    RIALTO_ROLE(presenceOnline),
    RIALTO_ROLE(presenceOffline),
    RIALTO_ROLE(presenceAway),
    RIALTO_ROLE(presenceBusy),
    RIALTO_ROLE(tooltip),
    RIALTO_ROLE(tooltipText),
    RIALTO_ROLE(bulkBar),
    RIALTO_ROLE(bulkBarText),
};
#undef RIALTO_ROLE

/// Reads "#RRGGBB" or "rgba(r,g,b,alpha)" with alpha between 0 and 1.
QColor parseColor(const QString &text)
{
    static const QRegularExpression rgba(u"^rgba\\((\\d+),(\\d+),(\\d+),([0-9.]+)\\)$"_s);
    const auto match = rgba.match(text);
    if (!match.hasMatch())
        return QColor(text);
    QColor color(match.captured(1).toInt(), match.captured(2).toInt(), match.captured(3).toInt());
    color.setAlphaF(match.captured(4).toFloat());
    return color;
}

std::array<QColor, 8> parseTints(const QJsonArray &list)
{
    Q_ASSERT(list.size() == 8);
    std::array<QColor, 8> tints;
    for (int i = 0; i < 8; ++i)
        tints[size_t(i)] = parseColor(list.at(i).toString());
    return tints;
}

} // namespace

Colors Colors::fromJson(const QJsonObject &json)
{
    Colors colors;
    for (const NamedRole &entry : roles) {
        colors.*entry.role = parseColor(json.value(QLatin1StringView(entry.name)).toString());
        Q_ASSERT((colors.*entry.role).isValid());
    }
    colors.senderNames = parseTints(json.value("senderNames"_L1).toArray());
    colors.avatarBackground = parseTints(json.value("avatarBackground"_L1).toArray());
    colors.avatarText = parseTints(json.value("avatarText"_L1).toArray());
    return colors;
}

} // namespace rialto
