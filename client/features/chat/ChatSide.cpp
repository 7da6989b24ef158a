#include "features/chat/ChatSide.h"

#include "features/chat/DetailsPane.h"
#include "features/chat/SearchPane.h"
#include "features/chat/model/SearchModel.h"
#include "ui/UiSettings.h"

namespace rialto {

ChatSide::ChatSide(const Theme &theme, const ChatContext &context, QWidget *parent)
    : QStackedWidget(parent),
      m_context(context),
      m_search(new SearchPane(theme, context)),
      m_details(new DetailsPane(theme, context))
{
    addWidget(m_search);
    addWidget(m_details);
    hide();
    connect(m_search, &SearchPane::messageChosen, this, &ChatSide::messageChosen);
    connect(m_search, &SearchPane::closeRequested, this, [this] {
        closeSearch();
        Q_EMIT closed();
    });
    connect(m_details, &DetailsPane::messageChosen, this, &ChatSide::messageChosen);
    connect(m_details, &DetailsPane::personRequested, this, &ChatSide::personRequested);
    connect(m_details, &DetailsPane::closeRequested, this, &ChatSide::closeDetails);
}

bool ChatSide::isSearching() const
{
    return !isHidden() && currentWidget() == m_search;
}

bool ChatSide::showsDetails() const
{
    return !isHidden() && currentWidget() == m_details;
}

/// Null takes away what there is.
void ChatSide::showPane(QWidget *pane)
{
    if (pane)
        setCurrentWidget(pane);
    m_details->showRoom(pane == m_details ? m_room : RoomId());
    setVisible(pane != nullptr);
    Q_EMIT changed();
}

void ChatSide::showRoom(RoomId room)
{
    m_room = room;
    if (isSearching() && m_search->room().isValid() && m_search->room() != room)
        closeSearch();
    if (showsDetails())
        showPane(room.isValid() ? m_details : nullptr);
    else
        offerDetails();
}

void ChatSide::openSearch(RoomId room, const QString &words)
{
    showPane(m_search);
    m_search->open(room, words);
}

void ChatSide::closeSearch()
{
    m_context.search.clear();
    showPane(nullptr);
    offerDetails();
}

void ChatSide::setFits(bool fits)
{
    m_fits = fits;
    if (!fits && showsDetails())
        showPane(nullptr);
    offerDetails();
}

void ChatSide::offerDetails()
{
    if (m_fits && isHidden() && m_room.isValid() && m_context.settings.showsRoomDetails())
        showPane(m_details);
}

void ChatSide::toggleDetails(bool byKey)
{
    if (!m_room.isValid())
        return;
    if (showsDetails())
        return closeDetails();
    if (isSearching())
        m_context.search.clear();
    m_context.settings.setShowsRoomDetails(true);
    showPane(m_details);
    if (byKey)
        m_details->setFocus(Qt::ShortcutFocusReason);
}

void ChatSide::closeDetails()
{
    m_context.settings.setShowsRoomDetails(false);
    showPane(nullptr);
    Q_EMIT closed();
}

void ChatSide::uncover()
{
    if (!m_fits)
        showPane(nullptr);
}

} // namespace rialto
