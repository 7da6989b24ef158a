#pragma once

#include <QWidget>

#include "ui/Theme.h"

namespace rialto {

class Button;
class Discovery;
class Language;
class QrEntry;
class ServerPane;
class SignIn;
class SignInForm;
class UiSettings;

/// What a window shows while nobody is signed in.
class SignInPage final : public QWidget
{
    Q_OBJECT
public:
    SignInPage(Theme &theme, Language &language, UiSettings &settings, SignIn &signIn, Discovery &discovery,
               QWidget *parent = nullptr);

    /// Fills in the address of the server that was used last, or the one of the command line.
    void setServer(const QString &server);
    QString server() const;
    void setNotice(const QString &notice);
    /// Tells which accounts are open already; their names are not offered once more.
    void setIsOpen(const std::function<bool(const QString &server, const QString &name)> &isOpen);
    /// Whether there is something to go back to.
    void setMayLeave(bool may);

Q_SIGNALS:
    void left();
    /// The picture of a QR code has a rialto:// link to something on a server.
    void linkFound(const QUrl &link);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void build();
    QString nameToOffer(const QString &server) const;
    void connectPictures();
    void retranslate();
    void openLanguages();
    void openThemes();

    Theme &m_theme;
    Language &m_language;
    UiSettings &m_settings;
    SignIn &m_signIn;
    Discovery &m_discovery;
    ServerPane *m_servers;
    SignInForm *m_form;
    QWidget *m_card = nullptr;
    QrEntry *m_pictures = nullptr;
    Button *m_languageButton;
    Button *m_themeButton;
    Button *m_back;
    std::function<bool(const QString &server, const QString &name)> m_isOpen;
};

} // namespace rialto
