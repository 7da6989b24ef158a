#pragma once

#include <QString>

#include "features/notify/NotifyContext.h"
#include "protocol/Notifications.h"

namespace rialto {

/// The line that says what happened: "Olena sent you 3 messages".
QString notificationTitle(const Notification &notification, const NotifyContext &context);
/// What was said, or where; may be empty.
QString notificationDetail(const Notification &notification, const NotifyContext &context);
/// The small sign on the person.
QString notificationIcon(NotificationKind kind);

} // namespace rialto
