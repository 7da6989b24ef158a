#pragma once

#include "protocol/Chat.h"
#include "ui/Dialog.h"

class QLabel;

namespace rialto {

/// What an edited message said before, the newest text first.
class RevisionsDialog final : public Dialog
{
    Q_OBJECT
public:
    RevisionsDialog(const Theme &theme, const Message &message, QWidget *parent);

    /// The earlier texts, or why they cannot be had.
    void show(const Result<Page<Revision>> &earlier);

private:
    void add(qint64 since, const QString &text);

    QVBoxLayout *m_list;
};

} // namespace rialto
