#include "ui/Dialog.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QLabel>

#include "net/ErrorText.h"

using namespace Qt::StringLiterals;

namespace rialto {

namespace {

constexpr int margin = 20;
constexpr int leastWidth = 420;

QLabel *wrappedLabel(const Theme &theme, TextStyle style, const QString &tone)
{
    auto *label = new QLabel;
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    theme.dress(*label, style);
    label->setProperty("tone", tone);
    return label;
}

} // namespace

Dialog::Dialog(const Theme &theme, const QString &title, QWidget *parent)
    : QDialog(parent),
      m_theme(theme),
      m_explanation(wrappedLabel(theme, TextStyle::Body, u"muted"_s)),
      m_problem(wrappedLabel(theme, TextStyle::Small, u"danger"_s)),
      m_copyDetails(new Button(theme, ButtonKind::Link, tr("Copy details"), this)),
      m_content(new QVBoxLayout),
      m_buttons(new QHBoxLayout)
{
    setWindowTitle(title);
    setMinimumWidth(leastWidth);
    auto *heading = wrappedLabel(theme, TextStyle::Title, {});
    heading->setText(title);
    m_explanation->hide();
    m_problem->hide();
    m_problem->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_copyDetails->hide();
    connect(m_copyDetails, &Button::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_details); });
    m_content->setSpacing(12);
    m_buttons->setSpacing(4);
    m_buttons->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(margin, margin, margin - 3, margin - 4);
    column->setSpacing(12);
    column->addWidget(heading);
    column->addWidget(m_explanation);
    column->addLayout(m_content, 1);
    column->addWidget(m_problem);
    column->addWidget(m_copyDetails, 0, Qt::AlignLeft);
    column->addSpacing(4);
    column->addLayout(m_buttons);
}

void Dialog::setExplanation(const QString &text)
{
    m_explanation->setText(text);
    m_explanation->setVisible(!text.isEmpty());
}

Button &Dialog::addPrimary(const QString &text, ButtonKind kind)
{
    Button &button = add(text, kind);
    button.setDefault(true);
    connect(&button, &Button::clicked, this, &Dialog::accept);
    return button;
}

Button &Dialog::addSecondary(const QString &text)
{
    return add(text, ButtonKind::Secondary);
}

Button &Dialog::addCancel()
{
    Button &button = addSecondary(tr("Cancel"));
    connect(&button, &Button::clicked, this, &Dialog::reject);
    return button;
}

void Dialog::setProblem(const QString &text)
{
    m_problem->setText(text);
    m_problem->setVisible(!text.isEmpty());
    m_copyDetails->hide();
}

void Dialog::setRefusal(const Error &error)
{
    setProblem(errorText(error));
    m_details = errorDetails(error);
    m_copyDetails->setVisible(!error.isLocal);
}

/// Lines that wrap count for the height that a window needs only once its width is known; what is said later, such as
/// an error, would lie over the fields.
bool Dialog::event(QEvent *event)
{
    const bool done = QDialog::event(event);
    if (event->type() == QEvent::LayoutRequest && isVisible()) {
        const int needed = layout()->totalHeightForWidth(width());
        if (needed > height())
            resize(width(), needed);
    }
    return done;
}

Button &Dialog::add(const QString &text, ButtonKind kind)
{
    auto *button = new Button(m_theme, kind, text, this);
    button->setAutoDefault(false);
    m_buttons->addWidget(button);
    return *button;
}

} // namespace rialto
