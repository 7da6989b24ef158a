#include "features/auth/SignInPage.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QVBoxLayout>

#include "features/auth/QrEntry.h"
#include "features/auth/ServerPane.h"
#include "features/auth/SignInCard.h"
#include "features/auth/SignInForm.h"
#include "features/auth/model/SignIn.h"
#include "net/Discovery.h"
#include "ui/AppearanceMenus.h"
#include "ui/Button.h"
#include "ui/Language.h"
#include "ui/UiSettings.h"

using namespace Qt::StringLiterals;

namespace rialto {

namespace {

constexpr int footerHeight = 60;
constexpr int archStep = 160;
constexpr int archWidth = 124;
constexpr int archHeight = 56;

} // namespace

SignInPage::SignInPage(Theme &theme, Language &language, UiSettings &settings, SignIn &signIn, Discovery &discovery,
                       QWidget *parent)
    : QWidget(parent),
      m_theme(theme),
      m_language(language),
      m_settings(settings),
      m_signIn(signIn),
      m_discovery(discovery),
      m_servers(new ServerPane(theme, settings, discovery)),
      m_form(new SignInForm(theme, signIn)),
      m_languageButton(new Button(theme, ButtonKind::Quiet, {})),
      m_themeButton(new Button(theme, ButtonKind::Quiet, {})),
      m_back(new Button(theme, ButtonKind::Quiet, {}))
{
    build();
    connectPictures();
    connect(m_servers, &ServerPane::serverChosen, this, [this](const QString &server) {
        m_form->setServer(server, nameToOffer(server));
        m_form->focusFirst();
    });
    connect(m_form, &SignInForm::serverMissing, this, [this] {
        m_servers->setAddressError(tr("Type the address of a server first."));
        m_servers->focusAddress();
    });
    connect(m_form, &SignInForm::serverRefused, m_servers, &ServerPane::setAddressError);
    connect(&m_signIn, &SignIn::succeeded, this, [this](const StoredAccount &account) {
        m_settings.rememberServer(account.server.toString());
        m_settings.setLastAccount(account.server.toString(), account.user.name);
    });
    connect(m_languageButton, &Button::clicked, this, &SignInPage::openLanguages);
    connect(m_themeButton, &Button::clicked, this, &SignInPage::openThemes);
    connect(m_back, &Button::clicked, this, &SignInPage::left);
    connect(&theme, &Theme::changed, this, &SignInPage::retranslate);
    setMayLeave(false);
    retranslate();
}

void SignInPage::build()
{
    auto *brand = new SignInBrand(m_theme);
    m_languageButton->setIconName(u"languages"_s);
    m_themeButton->setIconName(u"sun-moon"_s);
    auto *footer = new QHBoxLayout;
    footer->setContentsMargins(0, 0, 0, 10);
    footer->addStretch();
    footer->addWidget(m_languageButton);
    footer->addWidget(m_themeButton);
    footer->addStretch();
    m_card = new SignInCard(m_theme, *m_servers, *m_form);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 16, 24, 0);
    m_back->setIconName(u"chevron-left"_s);
    column->addWidget(m_back, 0, Qt::AlignLeading);
    column->addStretch(3);
    column->addWidget(brand, 0, Qt::AlignHCenter);
    column->addSpacing(20);
    column->addWidget(m_card, 0, Qt::AlignHCenter);
    column->addStretch(7);
    column->addLayout(footer);
}

void SignInPage::connectPictures()
{
    m_pictures = new QrEntry(*this);
    connect(m_servers, &ServerPane::pictureWanted, m_pictures, &QrEntry::choose);
    connect(m_pictures, &QrEntry::busyChanged, m_servers, &ServerPane::setReadingPicture);
    connect(m_pictures, &QrEntry::addressFound, m_servers, &ServerPane::type);
    connect(m_pictures, &QrEntry::linkFound, this, [this](const QUrl &link) {
        m_servers->setAddressError({});
        Q_EMIT linkFound(link);
    });
    connect(m_pictures, &QrEntry::refused, this, [this](const QString &words) {
        m_servers->setAddressError(words);
        m_servers->focusAddress();
    });
}

void SignInPage::setServer(const QString &server)
{
    if (!server.isEmpty())
        m_servers->setServer(server);
}

QString SignInPage::server() const
{
    return m_servers->server();
}

void SignInPage::setNotice(const QString &notice)
{
    m_form->setNotice(notice);
}

void SignInPage::setIsOpen(const std::function<bool(const QString &server, const QString &name)> &isOpen)
{
    m_isOpen = isOpen;
}

QString SignInPage::nameToOffer(const QString &server) const
{
    const QString last = m_settings.lastAccount(server);
    return m_isOpen && m_isOpen(server, last) ? QString() : last;
}

void SignInPage::setMayLeave(bool may)
{
    m_back->setVisible(may);
}

void SignInPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_back->isVisible())
        Q_EMIT left();
    else
        QWidget::keyPressEvent(event);
}

void SignInPage::openLanguages()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillLanguageMenu(*menu, m_language, m_settings);
    menu->popup(m_languageButton->mapToGlobal(QPoint(0, -menu->sizeHint().height())));
}

void SignInPage::openThemes()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillThemeMenu(*menu, m_theme, m_settings);
    connect(menu, &QMenu::triggered, this, &SignInPage::retranslate);
    menu->popup(m_themeButton->mapToGlobal(QPoint(0, -menu->sizeHint().height())));
}

void SignInPage::retranslate()
{
    m_back->setText(tr("Back"));
    m_languageButton->setText(Language::nameOf(m_language.current()));
    m_themeButton->setText(m_theme.choice() == ThemeChoice::System  ? tr("System theme")
                           : m_theme.choice() == ThemeChoice::Light ? tr("Light theme")
                                                                    : tr("Dark theme"));
}

void SignInPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void SignInPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_discovery.start();
    if (m_servers->server().isEmpty())
        m_servers->focusAddress();
    else
        m_form->focusFirst();
}

/// Nobody is asked while nobody looks.
void SignInPage::hideEvent(QHideEvent *event)
{
    m_discovery.stop();
    QWidget::hideEvent(event);
}

/// The bridge and the water below the card.
void SignInPage::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Colors &c = m_theme.colors();
    painter.fillRect(rect(), c.window);
    const qreal water = height() - footerHeight - 0.5;
    painter.setPen(QPen(c.separatorStrong, 1.2));
    painter.drawLine(QPointF(0, water), QPointF(width(), water));
    const int first = ((width() / 2) % archStep) - archStep - archWidth / 2 + archStep / 2;
    for (int x = first; x < width(); x += archStep) {
        painter.setPen(QPen(c.separatorStrong, 1.2));
        painter.drawArc(QRectF(x, water - archHeight, archWidth, 2 * archHeight), 0, 180 * 16);
        // The footer's words stand in the middle of the water.
        if (qAbs(x + archWidth / 2 - width() / 2) < archStep)
            continue;
        painter.setPen(QPen(c.separator, 1.2));
        for (int wave = 0; wave < 3; ++wave) {
            const int inset = 16 + 18 * wave;
            painter.drawLine(QPointF(x + inset, water + 14 + 14 * wave),
                             QPointF(x + archWidth - inset, water + 14 + 14 * wave));
        }
    }
}

} // namespace rialto
