#pragma once

#include "app/ActivityWatch.h"

namespace rialto {

/// Lets the text cursor stand still once nobody has touched the program for a while, as it does on other desktops: what
/// blinks is painted twice a second, all day long. It blinks again at the first touch. Lives on: GUI thread.
class CursorRest final
{
public:
    static constexpr int kDefaultAfterMs = 10'000;

    explicit CursorRest(QApplication &application, int afterMs = kDefaultAfterMs);
    ~CursorRest();
    CursorRest(const CursorRest &) = delete;
    CursorRest &operator=(const CursorRest &) = delete;

private:
    void rest(bool resting);

    ActivityWatch m_watch;
    bool m_resting = false;
    int m_blinkingMs = 0; ///< What the desktop wants.
};

} // namespace rialto
