#include "features/chat/ExportDialog.h"

#include <QLabel>
#include <QProgressBar>

#include "net/ErrorText.h"

namespace rialto {

ExportDialog::ExportDialog(const Theme &theme, RoomExport *work, QWidget *parent)
    : Dialog(theme, tr("Export room"), parent), m_count(new QLabel)
{
    work->setParent(this);
    // How many there are is known only at the end.
    auto *bar = new QProgressBar;
    bar->setRange(0, 0);
    bar->setTextVisible(false);
    bar->setAccessibleName(tr("Export room"));
    m_count->setTextFormat(Qt::PlainText);
    content().addWidget(bar);
    content().addWidget(m_count);
    addCancel();
    showCount(0);
    connect(work, &RoomExport::progressed, this, &ExportDialog::showCount);
    connect(work, &RoomExport::finished, this, &QDialog::accept);
    connect(work, &RoomExport::failed, this, [this, bar](const Error &reason) {
        bar->hide();
        setRefusal(reason);
    });
    QMetaObject::invokeMethod(work, &RoomExport::start, Qt::QueuedConnection);
}

void ExportDialog::showCount(int messages)
{
    m_count->setText(tr("%n message(s) written", nullptr, messages));
}

} // namespace rialto
