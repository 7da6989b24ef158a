#include "features/chat/RoomHeader.h"

#include <QEvent>
#include <QHBoxLayout>

#include "ui/Button.h"
#include "ui/ElidedLabel.h"
#include "ui/Metrics.h"
#include "ui/Shortcuts.h"

using namespace Qt::StringLiterals;

namespace rialto {

namespace {

/// What the number of members leaves to the name and the buttons beside it, or it is not shown.
constexpr int leastForName = 340;

} // namespace

RoomHeader::RoomHeader(const Theme &theme, AvatarPictures &avatars, QWidget *parent)
    : Surface(theme, &Colors::panel, Qt::BottomEdge, parent),
      m_theme(theme),
      m_back(new IconButton(theme, u"chevron-left"_s, {})),
      m_tile(new Avatar(theme, metrics::avatar)),
      m_title(new ElidedLabel(theme)),
      m_topic(new ElidedLabel(theme)),
      m_members(new Button(theme, ButtonKind::Quiet, {})),
      m_search(new IconButton(theme, u"search"_s, {})),
      m_details(new IconButton(theme, u"panel-right"_s, {})),
      m_menu(new IconButton(theme, u"ellipsis-vertical"_s, {}))
{
    theme.fixHeight(*this, metrics::header);
    m_tile->setPictures(&avatars);
    m_tile->growWithText();
    theme.dress(*m_title, TextStyle::Title);
    theme.dress(*m_topic, TextStyle::Small);
    m_topic->setProperty("tone", u"muted"_s);
    m_members->setIconName(u"users"_s);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addStretch();
    words->addWidget(m_title);
    words->addWidget(m_topic);
    words->addStretch();
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(20, 0, 12, 0);
    row->setSpacing(12);
    row->addWidget(m_back);
    row->addWidget(m_tile);
    row->addLayout(words, 1);
    row->addWidget(m_members);
    row->addWidget(m_search);
    m_details->setCheckable(true);
    row->addWidget(m_details);
    row->addWidget(m_menu);
    m_back->hide();
    connect(m_back, &IconButton::clicked, this, &RoomHeader::backRequested);
    connect(m_menu, &IconButton::clicked, this,
            [this] { Q_EMIT menuRequested(m_menu->mapToGlobal(QPoint(0, m_menu->height()))); });
    connect(m_members, &Button::clicked, this, &RoomHeader::clicked);
    connect(m_search, &IconButton::clicked, this, &RoomHeader::searchRequested);
    connect(m_details, &IconButton::clicked, this, &RoomHeader::detailsRequested);
    retranslate();
}

void RoomHeader::showRoom(qint64 id, const QString &title, const QString &topic, const QString &icon)
{
    m_tile->showRoom(id, icon);
    setPresence(Presence::None, {});
    setWords(title, topic);
}

void RoomHeader::showPerson(qint64 id, const QString &name, const QString &topic)
{
    m_tile->showPerson(id, name);
    setWords(name, topic);
}

void RoomHeader::setWords(const QString &title, const QString &topic)
{
    m_title->setFullText(title);
    m_topicText = topic;
    showTopic();
}

void RoomHeader::setPresence(Presence presence, const QString &words)
{
    m_tile->setPresence(presence);
    m_presenceText = words;
    showTopic();
}

void RoomHeader::setBackShown(bool shown)
{
    m_back->setVisible(shown);
    layout()->setContentsMargins(shown ? 8 : 20, 0, 12, 0);
}

void RoomHeader::setDetailsShown(bool shown)
{
    m_details->setChecked(shown);
}

void RoomHeader::showTopic()
{
    const bool both = !m_presenceText.isEmpty() && !m_topicText.isEmpty();
    const QString text = m_presenceText + (both ? u" · "_s : QString()) + m_topicText;
    m_topic->setFullText(text);
    m_topic->setVisible(!text.isEmpty());
}

void RoomHeader::setMemberCount(int count, int here)
{
    m_memberCount = count;
    m_hereCount = here;
    const QString all = tr("%n member(s)", nullptr, count);
    m_members->setText(here > 0 ? all + u" · "_s + tr("%n online", nullptr, here) : all);
    showMembers();
}

void RoomHeader::showMembers()
{
    m_members->setVisible(m_memberCount > 0 && width() - m_members->sizeHint().width() >= m_theme.grown(leastForName));
}

/// The name of the room comes before the number of those who are in it.
void RoomHeader::resizeEvent(QResizeEvent *event)
{
    Surface::resizeEvent(event);
    showMembers();
}

void RoomHeader::retranslate()
{
    m_back->setName(tr("Back to the rooms"));
    m_back->setIconName(layoutDirection() == Qt::RightToLeft ? u"chevron-right"_s : u"chevron-left"_s);
    m_search->setName(u"%1 (%2)"_s.arg(tr("Search in this room"), shortcutText(Shortcut::FindInRoom)));
    m_details->setName(u"%1 (%2)"_s.arg(tr("Details"), shortcutText(Shortcut::RoomDetails)));
    m_menu->setName(tr("Room menu"));
    setMemberCount(m_memberCount, m_hereCount);
}

void RoomHeader::mouseReleaseEvent(QMouseEvent *)
{
    Q_EMIT clicked();
}

void RoomHeader::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Surface::changeEvent(event);
}

} // namespace rialto
