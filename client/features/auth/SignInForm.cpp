#include "features/auth/SignInForm.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QRegularExpression>
#include <QVBoxLayout>

#include "features/auth/CertificateStrip.h"
#include "features/auth/model/SignIn.h"
#include "net/ErrorText.h"
#include "ui/Button.h"

using namespace Qt::StringLiterals;

namespace rialto {

namespace {

constexpr int shortestPassword = 8;

QLabel *smallLabel(const Theme &theme, const QString &tone)
{
    auto *label = new QLabel;
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    theme.dress(*label, TextStyle::Small);
    label->setProperty("tone", tone);
    label->hide();
    return label;
}

} // namespace

SignInForm::SignInForm(const Theme &theme, SignIn &signIn, QWidget *parent)
    : Surface(theme, &Colors::raised, {}, parent),
      m_theme(theme),
      m_signIn(signIn),
      m_title(new QLabel),
      m_notice(smallLabel(theme, u"warning"_s)),
      m_certificate(new CertificateStrip(theme)),
      m_name(new TextField(theme)),
      m_displayName(new TextField(theme)),
      m_password(new TextField(theme)),
      m_invite(new TextField(theme)),
      m_problem(smallLabel(theme, u"danger"_s)),
      m_copyDetails(new Button(theme, ButtonKind::Link, {})),
      m_submit(new Button(theme, ButtonKind::Primary, {})),
      m_modeHint(new QLabel),
      m_modeButton(new Button(theme, ButtonKind::Link, {}))
{
    build();
    connect(m_submit, &Button::clicked, this, &SignInForm::submit);
    for (TextField *field : {m_name, m_displayName, m_password, m_invite})
        connect(&field->line(), &QLineEdit::returnPressed, this, &SignInForm::submit);
    connect(m_copyDetails, &Button::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_details); });
    connect(m_modeButton, &Button::clicked, this, &SignInForm::toggleMode);
    connect(&m_signIn, &SignIn::busyChanged, this, &SignInForm::updateBusy);
    connect(&m_signIn, &SignIn::succeeded, this, &SignInForm::reset);
    connect(&m_signIn, &SignIn::failed, this, &SignInForm::showError);
    connect(&m_signIn, &SignIn::fingerprintUnknown, m_certificate, &CertificateStrip::showUnknown);
    connect(&m_signIn, &SignIn::fingerprintChanged, m_certificate, &CertificateStrip::showChanged);
    connect(m_certificate, &CertificateStrip::trusted, &m_signIn, &SignIn::trustFingerprint);
    retranslate();
}

void SignInForm::build()
{
    m_theme.dress(*m_title, TextStyle::Title);
    m_title->setTextFormat(Qt::PlainText);
    m_name->setIconName(u"user"_s);
    m_displayName->setIconName(u"square-pen"_s);
    m_displayName->line().setMaxLength(kDisplayNameRules.maxLength);
    m_password->setIconName(u"key-round"_s);
    m_invite->setIconName(u"user-plus"_s);
    m_submit->setButtonHeight(36);
    m_theme.dress(*m_modeHint, TextStyle::Small);
    m_modeHint->setProperty("tone", u"muted"_s);
    auto *mode = new QHBoxLayout;
    mode->setSpacing(0);
    mode->addStretch();
    mode->addWidget(m_modeHint);
    mode->addWidget(m_modeButton);
    mode->addStretch();
    auto *line = new Surface(m_theme, &Colors::separator);
    line->setFixedHeight(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(25, 12, 25, 8);
    column->setSpacing(14);
    for (QWidget *part : std::initializer_list<QWidget *>{m_title, m_notice, m_certificate, m_name, m_displayName,
                                                          m_password, m_invite, m_problem}) {
        // The button below keeps room for its focus ring; this lines the fields up with its body.
        part->setContentsMargins(3, 0, 3, 0);
        column->addWidget(part);
    }
    column->addWidget(m_copyDetails, 0, Qt::AlignLeft);
    column->addSpacing(2);
    column->addWidget(m_submit);
    column->addStretch();
    column->addWidget(line);
    column->addLayout(mode);
    for (QWidget *part : std::initializer_list<QWidget *>{m_displayName, m_invite, m_copyDetails})
        part->hide();
}

void SignInForm::setServer(const QString &server, const QString &account)
{
    const bool other = server != m_server;
    m_server = server;
    if (other) {
        m_certificate->hide();
        m_password->line().clear(); // Typed for another server, it is none of this one's business.
        clearErrors();
    }
    if (m_name->text().isEmpty() || (other && !account.isEmpty()))
        m_name->line().setText(account);
    retranslate();
}

void SignInForm::focusFirst()
{
    TextField *field = m_name->text().isEmpty() ? m_name : m_password;
    field->line().setFocus(Qt::OtherFocusReason);
}

void SignInForm::setNotice(const QString &notice)
{
    m_notice->setText(notice);
    m_notice->setVisible(!notice.isEmpty());
}

void SignInForm::submit()
{
    clearErrors();
    if (m_server.isEmpty()) {
        Q_EMIT serverMissing();
        return;
    }
    if (m_signIn.isBusy() || !checkFields())
        return;
    const QString name = m_name->text().trimmed();
    Q_EMIT accountTyped(name);
    if (!m_registering) {
        m_signIn.logIn(m_server, name, m_password->text());
        return;
    }
    Register details;
    details.name = name;
    details.password = m_password->text();
    details.displayName = m_displayName->text().trimmed();
    details.inviteCode = m_invite->text().trimmed();
    m_signIn.registerAccount(m_server, details);
}

/// Says what is missing before anything is sent. The last field found wrong gets the focus, so they are asked from
/// below.
bool SignInForm::checkFields()
{
    bool fine = true;
    if (m_password->text().isEmpty()) {
        showFieldError(u"password"_s, tr("Type your password."));
        fine = false;
    } else if (m_registering && m_password->text().size() < shortestPassword) {
        showFieldError(u"password"_s, tr("The password needs at least %n character(s).", nullptr, shortestPassword));
        fine = false;
    }
    static const QRegularExpression allowed(u"^[\\p{L}\\p{Nd}._-]{2,32}$"_s);
    const QString name = m_name->text().trimmed();
    if (name.isEmpty()) {
        showFieldError(u"name"_s, tr("Type your account name."));
        fine = false;
    } else if (m_registering && !allowed.match(name).hasMatch()) {
        showFieldError(u"name"_s, tr("Use 2 to 32 letters, digits, dots, hyphens or underscores."));
        fine = false;
    }
    return fine;
}

/// Leaves nothing behind for whoever sees the page next.
void SignInForm::reset()
{
    m_name->line().clear();
    m_password->line().clear();
    m_certificate->hide();
    setNotice({});
    if (m_registering)
        toggleMode();
}

void SignInForm::toggleMode()
{
    m_registering = !m_registering;
    m_displayName->setVisible(m_registering);
    m_invite->setVisible(false);
    clearErrors();
    retranslate();
    focusFirst();
}

void SignInForm::showError(const Error &error)
{
    if (error.field == "server"_L1) {
        Q_EMIT serverRefused(error.message);
        return;
    }
    clearErrors();
    if (m_registering && error.field == "inviteCode"_L1)
        m_invite->show();
    const bool wrongPassword = !m_registering && error.code == ErrorCode::Unauthenticated;
    showFieldError(wrongPassword ? u"password"_s : error.field, wordsFor(error));
    m_details = errorDetails(error);
    m_copyDetails->setVisible(!m_problem->isHidden() && !error.isLocal);
}

QString SignInForm::wordsFor(const Error &error) const
{
    if (!m_registering && error.code == ErrorCode::Unauthenticated)
        return tr("This name and password do not match. Check the keyboard layout and Caps Lock.");
    if (m_registering && error.code == ErrorCode::Conflict)
        return tr("This name is taken. Choose another one.");
    if (m_registering && error.field == "inviteCode"_L1)
        return tr("This server takes new people by invitation. Type the code you were given.");
    if (m_registering && error.code == ErrorCode::Forbidden)
        return tr("This server takes no new accounts. Ask its operator for one.");
    if (!m_registering && error.code == ErrorCode::Forbidden)
        return tr("This account is disabled. Ask an administrator.");
    return errorText(error);
}

void SignInForm::showFieldError(const QString &field, const QString &words)
{
    const std::pair<QLatin1StringView, TextField *> fields[] = {{"name"_L1, m_name},
                                                                {"displayName"_L1, m_displayName},
                                                                {"password"_L1, m_password},
                                                                {"inviteCode"_L1, m_invite}};
    for (const auto &[name, widget] : fields) {
        if (name != field)
            continue;
        widget->setError(words);
        widget->line().setFocus(Qt::OtherFocusReason);
        return;
    }
    m_problem->setText(words);
    m_problem->show();
}

void SignInForm::clearErrors()
{
    for (TextField *field : {m_name, m_displayName, m_password, m_invite})
        field->setError({});
    m_problem->hide();
    m_copyDetails->hide();
}

void SignInForm::updateBusy()
{
    m_submit->setBusy(m_signIn.isBusy());
    if (m_signIn.isBusy())
        m_certificate->hide();
}

void SignInForm::retranslate()
{
    const auto address = ServerAddress::parse(m_server);
    const QString where = address ? address->displayName() : m_server;
    if (m_registering)
        m_title->setText(where.isEmpty() ? tr("Create an account") : tr("Create an account on %1").arg(where));
    else
        m_title->setText(where.isEmpty() ? tr("Sign in") : tr("Sign in to %1").arg(where));
    m_name->setLabel(tr("Account name"));
    m_displayName->setLabel(tr("Name that others see (may be left empty)"));
    m_password->setLabel(tr("Password"));
    m_password->makeSecret(tr("Show password"), tr("Hide password"));
    m_invite->setLabel(tr("Invitation code"));
    m_copyDetails->setText(tr("Copy details"));
    m_submit->setText(m_registering ? tr("Create account") : tr("Sign in"));
    m_modeHint->setText(m_registering ? tr("Already have an account?") : tr("First time here?"));
    m_modeButton->setText(m_registering ? tr("Sign in") : tr("Create an account"));
}

void SignInForm::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        clearErrors();
        retranslate();
    }
    Surface::changeEvent(event);
}

} // namespace rialto
