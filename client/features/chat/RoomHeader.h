#pragma once

#include "ui/Surface.h"

class QLabel;

namespace rialto {

class Avatar;
class ElidedLabel;
class IconButton;

/// The line above the timeline: whose room it is, what it is about, how many are in it, and the room's menu.
class RoomHeader final : public Surface
{
    Q_OBJECT
public:
    explicit RoomHeader(const Theme &theme, QWidget *parent = nullptr);

    void showRoom(qint64 id, const QString &title, const QString &topic, const QString &icon);
    void showPerson(qint64 id, const QString &name, const QString &topic);
    /// 0 hides the number.
    void setMemberCount(int count);

Q_SIGNALS:
    void menuRequested(const QPoint &globalPosition);

protected:
    void changeEvent(QEvent *event) override;

private:
    void setWords(const QString &title, const QString &topic);
    void retranslate();
    void paintIcon();

    const Theme &m_theme;
    Avatar *m_tile;
    ElidedLabel *m_title;
    ElidedLabel *m_topic;
    QLabel *m_membersIcon;
    QLabel *m_members;
    IconButton *m_menu;
    int m_memberCount = 0;
};

} // namespace rialto
