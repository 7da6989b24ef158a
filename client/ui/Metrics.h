#pragma once

#include <QtGlobal>

namespace rialto::metrics {

// Sizes in device independent pixels, on a grid of 4.
inline constexpr int rail = 80;
inline constexpr int railNarrow = 56;
inline constexpr int railItemHeight = 56;
inline constexpr int list = 304;
inline constexpr int header = 56;
inline constexpr int listRow = 52;
inline constexpr int section = 28;
inline constexpr int tableHeader = 36;
inline constexpr int tableRow = 44;
inline constexpr int banner = 36;
inline constexpr int sidePane = 320;
inline constexpr int button = 32;
inline constexpr int field = 36;
inline constexpr int searchField = 32;
inline constexpr int iconButton = 36;
inline constexpr int composerMin = 60;
inline constexpr int composerFieldMin = 40;
inline constexpr int composerMaxLines = 8;
inline constexpr int bubbleMaxWidth = 560;
inline constexpr int bubbleGap = 2;
inline constexpr int bubbleGroupGap = 12;
inline constexpr int bubblePaddingX = 12;
inline constexpr int bubblePaddingY = 7;
inline constexpr int jumpButton = 40;
inline constexpr int pagePadding = 20;
inline constexpr int badge = 20;
inline constexpr int avatar = 36;
inline constexpr int avatarRail = 40;

inline constexpr qreal radiusBubble = 12;
inline constexpr qreal radiusBubbleGrouped = 4;
inline constexpr qreal radiusButton = 8;
inline constexpr qreal radiusRow = 8;
inline constexpr qreal radiusRailItem = 10;
inline constexpr qreal radiusCard = 10;
inline constexpr qreal radiusDialog = 14;

inline constexpr int windowMinWidth = railNarrow + 560;
inline constexpr int windowMinHeight = 560;
/// Below this width of the window the labels leave the rail.
inline constexpr int narrowWindow = 880;
inline constexpr int toastMs = 5000;

} // namespace rialto::metrics
