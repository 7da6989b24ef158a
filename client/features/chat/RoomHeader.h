#pragma once

#include "ui/Avatar.h"
#include "ui/Surface.h"

namespace rialto {

class Button;
class ElidedLabel;
class IconButton;

/// The line above the timeline: whose room it is, what it is about, how many are in it, and the room's menu.
class RoomHeader final : public Surface
{
    Q_OBJECT
public:
    RoomHeader(const Theme &theme, AvatarPictures &avatars, QWidget *parent = nullptr);

    void showRoom(qint64 id, const QString &title, const QString &topic, const QString &icon);
    void showPerson(qint64 id, const QString &name, const QString &topic);
    /// The dot of a person and what it says; the words stand before the topic.
    void setPresence(Presence presence, const QString &words);
    /// 0 hides the number; `here` of them are connected, 0 leaves that away.
    void setMemberCount(int count, int here);

    /// A button that leads back to the rooms, where they are not to be seen.
    void setBackShown(bool shown);
    /// Whether the details of the room are to be seen beside it.
    void setDetailsShown(bool shown);

Q_SIGNALS:
    void backRequested();
    /// The picture, the name or the number of members was clicked.
    void clicked();
    void searchRequested();
    void detailsRequested();
    void menuRequested(const QPoint &globalPosition);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    void setWords(const QString &title, const QString &topic);
    void showTopic();
    void retranslate();
    void showMembers();

    const Theme &m_theme;
    IconButton *m_back;
    Avatar *m_tile;
    ElidedLabel *m_title;
    ElidedLabel *m_topic;
    Button *m_members;
    IconButton *m_search;
    IconButton *m_details;
    IconButton *m_menu;
    QString m_topicText;
    QString m_presenceText;
    int m_memberCount = 0;
    int m_hereCount = 0;
};

} // namespace rialto
