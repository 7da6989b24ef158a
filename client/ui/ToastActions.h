#pragma once

#include <QList>
#include <QString>
#include <functional>

namespace rialto {

/// What one can do with a toast.
struct ToastActions
{
    struct Button
    {
        QString words;
        std::function<void()> act;
    };

    std::function<void()> open; ///< Called by a click beside the buttons; may be empty.
    QList<Button> buttons;
};

} // namespace rialto
