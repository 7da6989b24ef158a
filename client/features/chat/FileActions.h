#pragma once

#include "protocol/Files.h"

class QWidget;

namespace rialto {

struct ChatContext;
class Theme;

/// Asks over the window under which name a file is kept, and saves it then, unless `parent` is gone by that time.
void saveAttachment(const Attachment &file, const ChatContext &context, QWidget *parent);
/// Shows pictures over the window, `pictures[current]` first.
void showPictures(const Theme &theme, const ChatContext &context, const QList<Attachment> &pictures, qsizetype current,
                  QWidget *parent);

} // namespace rialto
