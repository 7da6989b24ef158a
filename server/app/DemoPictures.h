#pragma once

#include <QByteArray>

namespace rialto::demo {

enum class Motif { Hills, Sea, Leaf, Cup, Lamp, Planet };
enum class Scene { Shelves, Showcase, Evening };

/// A square JPEG for a person; the same bytes every time on the same machine.
QByteArray avatarOf(Motif motif);
/// A JPEG to look at in a room, likewise.
QByteArray photoOf(Scene scene);

} // namespace rialto::demo
