#pragma once

#include "features/notify/NotifyContext.h"
#include "protocol/Notifications.h"
#include "ui/Surface.h"

class QLabel;
class QStackedWidget;
class QVBoxLayout;

namespace rialto {

class Avatar;
class Button;
class EmptyState;
class IconButton;
class MessagePreview;

/// One notification in full, with what can be done about it.
class NotificationCard final : public Surface
{
    Q_OBJECT
public:
    NotificationCard(const Theme &theme, const NotifyContext &context, QWidget *parent = nullptr);

    /// Shows this one; an invalid id shows that nothing is chosen.
    void show(NotificationId id);
    NotificationId shown() const { return m_id; }
    /// Where the list is not to be seen beside this.
    void setBackShown(bool shown);
    /// The notification or the language has changed.
    void refresh();

Q_SIGNALS:
    void backRequested();

private:
    void build();
    void showMessage(const Notification &notification);
    void showText();
    void makePreview();
    void showButtons(const Notification &notification, bool isRead);
    void openRoom();
    void reply();
    void answer(bool agree);
    void toggleRead();
    void remove();

    const Theme &m_theme;
    const NotifyContext m_context;
    NotificationId m_id;
    QStackedWidget *m_stack;
    EmptyState *m_nothing;
    Avatar *m_person;
    QLabel *m_title;
    QLabel *m_time;
    QLabel *m_text;
    QVBoxLayout *m_column;
    MessagePreview *m_preview = nullptr; ///< Made when one is wanted for the first time.
    IconButton *m_back;
    Button *m_open;
    Button *m_reply;
    Button *m_agree;
    Button *m_decline;
    Button *m_read;
    Button *m_remove;
};

} // namespace rialto
