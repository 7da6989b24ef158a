#pragma once

#include <memory>

#include "features/chat/ChatContext.h"
#include "features/chat/TimelineEntry.h"
#include "ui/MessagePreview.h"

namespace rialto {

class Theme;
class TimelineView;

/// A message with a ring around it, in a timeline of its own: whoever looks here has neither opened nor read the room.
class MessageInContext final : public MessagePreview
{
    Q_OBJECT
public:
    MessageInContext(const Theme &theme, const ChatContext &context, QWidget *parent = nullptr);
    ~MessageInContext() override;

    void showMessage(RoomId room, MessageId message) override;

protected:
    void changeEvent(QEvent *event) override;

private:
    void connectModel();
    void loadMore(void (MessageModel::*load)());
    void place();
    TimelineEntry entry(int row) const;

    const ChatContext m_context;
    TimelineView *m_timeline;
    std::unique_ptr<MessageModel> m_messages;
    MessageId m_message;
    bool m_isDirect = false;
};

} // namespace rialto
