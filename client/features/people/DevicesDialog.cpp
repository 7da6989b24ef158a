#include "features/people/DevicesDialog.h"

#include <QDate>
#include <QPointer>
#include <QScrollArea>

#include "features/people/model/AccountBook.h"
#include "net/ErrorText.h"
#include "ui/ElidedLabel.h"
#include "ui/TimeText.h"

using namespace Qt::StringLiterals;

namespace rialto {

namespace {

constexpr int tallest = 420;

ElidedLabel *lineOf(const Theme &theme, TextStyle style, const QString &text)
{
    auto *label = new ElidedLabel(theme);
    theme.dress(*label, style);
    label->setFullText(text);
    return label;
}

} // namespace

DevicesDialog::DevicesDialog(const Theme &theme, AccountBook &account, QWidget *parent)
    : Dialog(theme, tr("Devices that are signed in"), parent),
      m_account(account),
      m_devices(new QVBoxLayout),
      m_area(new QScrollArea)
{
    m_devices->setSpacing(8);
    // There may be two hundred.
    auto *list = new QWidget;
    list->setLayout(m_devices);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setWidgetResizable(true);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setWidget(list);
    m_area->viewport()->setAutoFillBackground(false);
    list->setAutoFillBackground(false);
    content().addWidget(m_area, 1);
    m_endOthers = &addSecondary(tr("Sign out all others"));
    m_endOthers->hide();
    connect(m_endOthers, &Button::clicked, this, [this] {
        if (m_endOthers->isBusy())
            return;
        setProblem({});
        endOthers();
    });
    addPrimary(tr("Close"));
    fetchDevices();
}

void DevicesDialog::fetchDevices()
{
    m_account.listDevices([self = QPointer(this)](const Result<QList<DeviceSession>> &devices) {
        if (!self)
            return;
        if (devices)
            self->showDevices(*devices);
        else
            self->setRefusal(devices.error());
        self->m_endOthers->setBusy(false);
    });
}

void DevicesDialog::showDevices(const QList<DeviceSession> &devices)
{
    while (QLayoutItem *item = m_devices->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_others.clear();
    for (const DeviceSession &device : devices) {
        m_devices->addWidget(deviceRow(device));
        if (!device.current)
            m_others.append(device.id);
    }
    m_endOthers->setVisible(!m_others.isEmpty());
    m_devices->addStretch();
    m_area->setMinimumSize(QSize(360, qMin(tallest, m_devices->sizeHint().height())));
}

QWidget *DevicesDialog::deviceRow(const DeviceSession &device)
{
    auto *line = new QWidget;
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    const QString name = device.device.isEmpty() ? tr("Unnamed device") : device.device;
    words->addWidget(lineOf(theme(), TextStyle::Body, device.current ? tr("%1 (this one)").arg(name) : name));
    ElidedLabel *used = lineOf(theme(), TextStyle::Small,
                               device.address + u" · "_s + shortMoment(device.lastUsedAt, QDate::currentDate()));
    used->setProperty("tone", u"muted"_s);
    words->addWidget(used);
    row->addLayout(words, 1);
    if (!device.current) {
        auto *end = new Button(theme(), ButtonKind::Link, tr("Sign out"));
        end->setAutoDefault(false);
        connect(end, &Button::clicked, this, [this, id = device.id] { endDevice(id); });
        row->addWidget(end);
    }
    return line;
}

void DevicesDialog::endDevice(SessionId id)
{
    m_account.endDevice(id, [self = QPointer(this)](const Result<> &result) {
        if (self && !result)
            self->setRefusal(result.error());
        else if (self)
            self->fetchDevices();
    });
}

/// One after the other: the contract ends one at a time. The list then says what is left.
void DevicesDialog::endOthers()
{
    if (m_others.isEmpty()) {
        fetchDevices();
        return;
    }
    m_endOthers->setBusy(true);
    m_account.endDevice(m_others.takeFirst(), [self = QPointer(this)](const Result<> &result) {
        if (!self)
            return;
        // Gone already is as good.
        if (!result && result.error().code != ErrorCode::NotFound) {
            self->setRefusal(result.error());
            self->m_others.clear();
        }
        self->endOthers();
    });
}

} // namespace rialto
