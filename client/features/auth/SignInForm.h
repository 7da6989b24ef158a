#pragma once

#include "ui/Surface.h"
#include "ui/TextField.h"

class QVBoxLayout;

namespace rialto {

class Button;
class CertificateStrip;
class SignIn;
struct Error;
struct StoredAccount;

/// The right half of the sign-in page: name and password, to sign in or to register.
class SignInForm final : public Surface
{
    Q_OBJECT
public:
    SignInForm(const Theme &theme, SignIn &signIn, QWidget *parent = nullptr);

    /// `server` as typed; `account` is the name to fill in, if one is remembered.
    void setServer(const QString &server, const QString &account);
    void focusFirst();
    /// Says in words that the last session has ended.
    void setNotice(const QString &notice);

Q_SIGNALS:
    /// Signing in was asked for without an address.
    void serverMissing();
    /// The error belongs to the address.
    void serverRefused(const QString &words);
    void accountTyped(const QString &name);

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void retranslate();
    void submit();
    bool checkFields();
    void reset();
    void toggleMode();
    void showError(const Error &error);
    void showFieldError(const QString &field, const QString &words);
    QString wordsFor(const Error &error) const;
    void clearErrors();
    void updateBusy();

    const Theme &m_theme;
    SignIn &m_signIn;
    QString m_server;
    bool m_registering = false;
    QLabel *m_title;
    QLabel *m_notice;
    CertificateStrip *m_certificate;
    TextField *m_name;
    TextField *m_displayName;
    TextField *m_password;
    TextField *m_invite;
    QLabel *m_problem;
    Button *m_copyDetails;
    QString m_details; ///< Of the problem, for whoever looks after the server.
    Button *m_submit;
    QLabel *m_modeHint;
    Button *m_modeButton;
};

} // namespace rialto
