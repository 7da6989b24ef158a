#include "features/auth/ServerPane.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QListWidget>
#include <QMenu>
#include <QVBoxLayout>

#include "features/auth/ServerDelegate.h"
#include "net/Discovery.h"
#include "ui/Button.h"
#include "ui/UiSettings.h"

using namespace Qt::StringLiterals;

namespace rialto {

ServerPane::ServerPane(const Theme &theme, UiSettings &settings, const Discovery &discovery, QWidget *parent)
    : Surface(theme, &Colors::panel, {}, parent),
      m_theme(theme),
      m_settings(settings),
      m_discovery(discovery),
      m_title(new QLabel),
      m_hint(new QLabel),
      m_list(new QListWidget),
      m_address(new TextField(theme)),
      m_connect(new Button(theme, ButtonKind::Secondary, {})),
      m_fromPicture(new Button(theme, ButtonKind::Link, {}))
{
    theme.dress(*m_title, TextStyle::Title);
    theme.dress(*m_hint, TextStyle::Small);
    m_hint->setProperty("tone", u"muted"_s);
    m_hint->setWordWrap(true);
    m_list->setItemDelegate(new ServerDelegate(theme, m_list));
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_address->setIconName(u"globe"_s);
    m_connect->setButtonHeight(36);
    m_address->addBeside(m_connect);
    m_fromPicture->setIconName(u"qr-code"_s);
    auto *row = new QHBoxLayout;
    row->addWidget(m_address);
    row->setContentsMargins(16, 0, 13, 0);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 12, 12, 10);
    column->setSpacing(2);
    m_title->setContentsMargins(16, 0, 16, 0);
    m_hint->setContentsMargins(16, 0, 16, 0);
    column->addWidget(m_title);
    column->addWidget(m_hint);
    column->addSpacing(8);
    column->addWidget(m_list, 1);
    column->addSpacing(8);
    column->addLayout(row);
    auto *pictureRow = new QHBoxLayout;
    pictureRow->setContentsMargins(9, 0, 6, 0); // The icon begins where the field does, mirrored too.
    pictureRow->addWidget(m_fromPicture);
    pictureRow->addStretch();
    column->addLayout(pictureRow);
    connect(m_connect, &Button::clicked, this, &ServerPane::chooseTyped);
    connect(m_fromPicture, &Button::clicked, this, &ServerPane::pictureWanted);
    connect(&m_address->line(), &QLineEdit::returnPressed, this, &ServerPane::chooseTyped);
    connect(m_list, &QListWidget::currentRowChanged, this, &ServerPane::chooseRow);
    connect(m_list, &QListWidget::customContextMenuRequested, this, &ServerPane::askToForget);
    connect(&discovery, &Discovery::changed, this, &ServerPane::reload);
    reload();
}

void ServerPane::reload()
{
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    const QStringList known = m_settings.servers();
    for (const QString &server : known)
        addServer(server);
    for (const FoundServer &found : m_discovery.servers()) {
        if (!known.contains(found.address.toString()))
            addServer(found.address.toString());
    }
    retranslate();
}

/// With what is known of it: what it is called, how many people are there now, who one was there.
void ServerPane::addServer(const QString &server)
{
    const FoundServer *const found = foundAt(server);
    const bool isOpen = found && !found->address.secure && !found->address.isLoopback();
    QStringList details{m_settings.lastAccount(server), isOpen ? tr("not encrypted") : QString()};
    details.removeAll(QString());
    const QString online = found ? tr("%n online", nullptr, found->people) : QString();
    auto *item = new QListWidgetItem(server, m_list);
    item->setData(ServerDelegate::NameRole, found ? found->name : QString());
    item->setData(ServerDelegate::DetailRole, details.join(u" · "_s));
    item->setData(ServerDelegate::OnlineRole, online);
    QStringList spoken{item->data(ServerDelegate::NameRole).toString(), server, online};
    spoken.removeAll(QString());
    item->setData(Qt::AccessibleTextRole, (spoken + details).join(u", "_s));
    if (server == m_server)
        m_list->setCurrentItem(item);
}

const FoundServer *ServerPane::foundAt(const QString &server) const
{
    const QList<FoundServer> &servers = m_discovery.servers();
    const auto found = std::find_if(servers.begin(), servers.end(),
                                    [&](const FoundServer &one) { return one.address.toString() == server; });
    return found == servers.end() ? nullptr : &*found;
}

void ServerPane::setServer(const QString &address)
{
    m_server = address;
    reload();
    const bool isListed = m_settings.servers().contains(address) || foundAt(address);
    m_address->line().setText(isListed ? QString() : address);
    Q_EMIT serverChosen(m_server);
}

void ServerPane::type(const QString &address)
{
    m_address->line().setText(address);
    chooseTyped();
}

void ServerPane::setAddressError(const QString &error)
{
    m_address->setError(error);
}

void ServerPane::setReadingPicture(bool reading)
{
    m_fromPicture->setBusy(reading);
    if (reading)
        m_address->setError({});
}

void ServerPane::focusAddress()
{
    m_address->line().setFocus(Qt::OtherFocusReason);
}

void ServerPane::chooseTyped()
{
    const auto parsed = ServerAddress::parse(m_address->text());
    if (!parsed) {
        m_address->setError(tr("This is not an address. Type a name or a number, for example 10.0.0.5:3000."));
        focusAddress();
        return;
    }
    m_address->setError({});
    setServer(parsed->toString());
}

void ServerPane::chooseRow()
{
    const QListWidgetItem *item = m_list->currentItem();
    if (!item)
        return;
    m_server = item->text();
    m_address->line().clear();
    m_address->setError({});
    Q_EMIT serverChosen(m_server);
}

void ServerPane::askToForget(const QPoint &position)
{
    const QListWidgetItem *item = m_list->itemAt(position);
    if (!item || !m_settings.servers().contains(item->text()))
        return;
    QMenu menu(this);
    const QAction *forget = menu.addAction(m_theme.icon(u"trash-2"_s, &Colors::textMuted), tr("Forget this server"));
    const QString server = item->text();
    if (menu.exec(m_list->viewport()->mapToGlobal(position)) != forget)
        return;
    m_settings.forgetServer(server);
    reload();
}

void ServerPane::retranslate()
{
    m_title->setText(tr("Servers"));
    m_hint->setText(m_list->count() > 0 ? tr("Those of this network, and those you have signed in to.")
                                        : tr("None found yet. You can type the address that you were given below."));
    m_list->setAccessibleName(tr("Servers"));
    m_address->setLabel(tr("Another address"));
    m_address->line().setPlaceholderText(tr("Name or address, e.g. 10.0.0.5:3000"));
    m_connect->setText(tr("Connect"));
    m_fromPicture->setText(tr("From a QR picture…"));
    m_fromPicture->setToolTip(tr("A picture can also be dropped on this page, or pasted with %1.")
                                  .arg(QKeySequence(QKeySequence::Paste).toString(QKeySequence::NativeText)));
    m_fromPicture->setAccessibleDescription(m_fromPicture->toolTip());
}

void ServerPane::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        reload();
    Surface::changeEvent(event);
}

} // namespace rialto
