#include "features/people/ProfileDialog.h"

#include <QCheckBox>
#include <QLabel>
#include <QPointer>
#include <QTimeEdit>
#include <QTimeZone>

#include "features/people/AvatarField.h"
#include "features/people/model/AccountBook.h"
#include "net/ErrorText.h"
#include "ui/TextField.h"

using namespace Qt::StringLiterals;

namespace rialto {

namespace {

constexpr int minutesPerHour = 60;

QTime timeOf(int minute)
{
    return QTime(minute / minutesPerHour, minute % minutesPerHour);
}

int minuteOf(const QTimeEdit &edit)
{
    return edit.time().hour() * minutesPerHour + edit.time().minute();
}

QLabel *plainLabel(const Theme &theme, TextStyle style, const QString &text, const QString &tone)
{
    auto *label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    theme.dress(*label, style);
    label->setProperty("tone", tone);
    return label;
}

} // namespace

ProfileDialog::ProfileDialog(const Theme &theme, const PeopleContext &context, QWidget *parent)
    : Dialog(theme, tr("Profile and presence"), parent),
      m_account(context.account),
      m_picture(new AvatarField(theme, context)),
      m_name(new TextField(theme)),
      m_status(new TextField(theme)),
      m_doNotDisturb(new QCheckBox(tr("Do not disturb"))),
      m_quietHours(new QCheckBox(tr("Quiet every day from"))),
      m_from(new QTimeEdit),
      m_to(new QTimeEdit)
{
    build();
    connect(m_picture, &AvatarField::problemFound, this, &ProfileDialog::setProblem);
    connect(&m_account, &AccountBook::changed, this, &ProfileDialog::fill);
    connect(m_quietHours, &QCheckBox::toggled, m_from, &QWidget::setEnabled);
    connect(m_quietHours, &QCheckBox::toggled, m_to, &QWidget::setEnabled);
    fill();
}

void ProfileDialog::build()
{
    m_name->setLabel(tr("Name that others see"));
    m_name->line().setAccessibleName(tr("Name that others see"));
    m_name->line().setMaxLength(kDisplayNameRules.maxLength);
    m_status->setLabel(tr("Status"));
    m_status->line().setAccessibleName(tr("Status"));
    m_status->line().setPlaceholderText(tr("For example: at the warehouse until three"));
    m_status->line().setMaxLength(kStatusTextRules.maxLength);
    content().addWidget(m_picture);
    content().addWidget(m_name);
    content().addWidget(m_status);
    content().addWidget(m_doNotDisturb);
    content().addWidget(buildQuiet());
    content().addWidget(plainLabel(theme(), TextStyle::Small,
                                   tr("Meanwhile notifications are kept without a sound, except critical ones."),
                                   u"muted"_s));
    addCancel();
    m_save = &addPrimary(tr("Save"));
}

QWidget *ProfileDialog::buildQuiet()
{
    for (QTimeEdit *edit : {m_from, m_to}) {
        edit->setDisplayFormat(u"HH:mm"_s);
        edit->setButtonSymbols(QAbstractSpinBox::NoButtons); // The arrow keys and the wheel do the same.
        edit->setAlignment(Qt::AlignCenter);
    }
    m_from->setAccessibleName(tr("Beginning of the quiet hours"));
    m_to->setAccessibleName(tr("End of the quiet hours"));
    auto *line = new QWidget;
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_quietHours);
    row->addWidget(m_from);
    row->addWidget(plainLabel(theme(), TextStyle::Body, tr("to"), {}));
    row->addWidget(m_to);
    row->addStretch();
    return line;
}

/// Once: what is being typed is not taken away by what another device changes.
void ProfileDialog::fill()
{
    m_save->setEnabled(m_account.account().has_value());
    if (m_isFilled || !m_account.account())
        return;
    m_isFilled = true;
    m_shown = *m_account.account();
    const Account &account = m_shown;
    m_picture->showAccount(account);
    m_name->line().setText(account.displayName);
    m_status->line().setText(account.statusText);
    m_doNotDisturb->setChecked(account.doNotDisturb);
    m_quietHours->setChecked(account.quietHours);
    m_from->setTime(timeOf(account.quietFrom));
    m_to->setTime(timeOf(account.quietTo));
    m_from->setEnabled(account.quietHours);
    m_to->setEnabled(account.quietHours);
}

void ProfileDialog::accept()
{
    if (m_save->isBusy())
        return;
    setProblem({});
    m_save->setBusy(true);
    m_picture->save([this](const Result<std::optional<qint64>> &avatarId) {
        if (avatarId)
            save(*avatarId);
        else
            finish(tl::unexpected(avatarId.error()));
    });
}

void ProfileDialog::save(const std::optional<qint64> &avatarId)
{
    ChangeMe change;
    // Only what one has changed: the rest may have been changed on another device meanwhile.
    const auto set = [](auto &field, const auto &before, const auto &now) {
        if (now != before)
            field = now;
    };
    set(change.displayName, m_shown.displayName, m_name->text());
    set(change.statusText, m_shown.statusText, m_status->text());
    set(change.doNotDisturb, m_shown.doNotDisturb, m_doNotDisturb->isChecked());
    set(change.quietHours, m_shown.quietHours, m_quietHours->isChecked());
    set(change.quietFrom, m_shown.quietFrom, minuteOf(*m_from));
    set(change.quietTo, m_shown.quietTo, minuteOf(*m_to));
    change.timeZone = QString::fromLatin1(QTimeZone::systemTimeZoneId());
    change.avatarId = avatarId;
    m_account.change(change, [self = QPointer(this)](const Result<> &result) {
        if (self)
            self->finish(result);
    });
}

void ProfileDialog::finish(const Result<> &result)
{
    m_save->setBusy(false);
    if (!result) {
        setRefusal(result.error());
        return;
    }
    m_picture->keep();
    Dialog::accept();
}

} // namespace rialto
