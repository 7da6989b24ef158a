#pragma once

#include <QWidget>

#include "base/Id.h"

namespace rialto {

/// Shows a message among those that stand around it, to look at from a page that is not the room's.
class MessagePreview : public QWidget
{
    Q_OBJECT
public:
    using QWidget::QWidget;

    /// Answers with found(), perhaps within the call; the same message once more changes nothing. Invalid ids show
    /// nothing and give the memory back.
    virtual void showMessage(RoomId room, MessageId message) = 0;

Q_SIGNALS:
    /// Whether the message of the last call is to be seen. It may be gone, or out of reach at the moment.
    void found(bool found);
    /// One wants to go to where it stands.
    void openWanted();
};

} // namespace rialto
