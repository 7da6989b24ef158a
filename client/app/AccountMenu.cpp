#include "app/AccountMenu.h"

#include <QPainter>

#include "ui/Avatar.h"
#include "ui/Shortcuts.h"

using namespace Qt::StringLiterals;

namespace rialto {

namespace {

constexpr int pictureSize = 20;

/// A menu takes an ampersand for the mark of a key.
QString plain(QString text)
{
    return text.replace(u'&', "&&"_L1);
}

} // namespace

AccountMenu::AccountMenu(const Theme &theme, QWidget *parent) : QMenu(parent), m_theme(theme)
{
    setAttribute(Qt::WA_DeleteOnClose);
    m_afterAccounts = addSeparator();
    const auto icon = [&theme](const QString &name) { return theme.icon(name, &Colors::textMuted); };
    m_afterPresence = addAction(icon(u"user"_s), tr("Profile…"), this, &AccountMenu::profileRequested);
    addAction(icon(u"qr-code"_s), tr("Invite to this server…"), this, &AccountMenu::inviteRequested);
    addAction(icon(u"plus"_s), tr("Add account…"), this, &AccountMenu::addRequested);
    addAction(icon(u"log-out"_s), tr("Sign out…"), this, &AccountMenu::signOutRequested);
}

void AccountMenu::addAccount(const Line &line)
{
    QString words = u"%1 · %2"_s.arg(line.person, line.server);
    if (line.unread > 0)
        words += u" · "_s + tr("%n unread", nullptr, line.unread);
    auto *action = new QAction(picture(line), plain(words), this);
    action->setFont(m_theme.font(line.isShown ? TextStyle::RowUnread : TextStyle::Body));
    action->setCheckable(true);
    action->setChecked(line.isShown);
    const QList<QKeySequence> keys = shortcutKeys(Shortcut::SwitchAccount);
    if (m_count < keys.size())
        action->setText(action->text() + u'\t' + keys.at(m_count).toString(QKeySequence::NativeText));
    connect(action, &QAction::triggered, this, [this, index = m_count] { Q_EMIT accountChosen(index); });
    connect(&line.avatars, &AvatarPictures::changed, action, [this, action, line](UserId person) {
        if (!person.isValid() || person == line.personId)
            action->setIcon(picture(line));
    });
    insertAction(m_afterAccounts, action);
    ++m_count;
}

void AccountMenu::addDoNotDisturb(bool isOn)
{
    auto *action = new QAction(m_theme.icon(u"bell-off"_s, &Colors::textMuted), tr("Do not disturb"), this);
    action->setCheckable(true);
    action->setChecked(isOn);
    connect(action, &QAction::triggered, this, &AccountMenu::doNotDisturbChosen);
    insertAction(m_afterPresence, action);
}

QIcon AccountMenu::picture(const Line &line) const
{
    const qreal ratio = devicePixelRatioF();
    QPixmap pixmap(QSize(pictureSize, pictureSize) * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    paintPerson(painter, QRectF(0, 0, pictureSize, pictureSize), m_theme, line.avatars, line.personId.value,
                line.person);
    return pixmap;
}

void AccountMenu::openBeside(const QWidget &button)
{
    popup(button.mapToGlobal(QPoint(0, -sizeHint().height())));
}

} // namespace rialto
