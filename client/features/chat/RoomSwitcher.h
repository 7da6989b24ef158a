#pragma once

#include <QSortFilterProxyModel>

#include "features/chat/ChatContext.h"
#include "ui/Dialog.h"

class QLineEdit;
class QListView;

namespace rialto {

class EmptyState;

/// The rooms whose titles, or the other one's account name, match what is typed, letter after letter, the best match
/// first; among equals the newest.
class RoomMatches final : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    RoomMatches(const ChatContext &context, bool onlyJoined, QObject *parent);
    void setText(const QString &text);
    QVariant data(const QModelIndex &index, int role) const override;

    /// How well a title matches: 0 not at all; more for beginnings of the title and of its words.
    static int score(const QString &title, const QString &typed);
    /// How well a room of the model matches: by its title or, where it is a talk with one person, their account name.
    static int score(const QModelIndex &room, const QString &typed, const ChatContext &context);

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    const ChatContext m_context;
    bool m_onlyJoined;
    QString m_text;
};

/// Asks for a room by a few letters of its name: to go there, or to forward something to it.
class RoomSwitcher final : public Dialog
{
    Q_OBJECT
public:
    struct Words
    {
        QString title;
        QString action;
        bool onlyJoined = false;
    };

    RoomSwitcher(const Theme &theme, const ChatContext &context, const Words &words, QWidget *parent);

    /// The room that was chosen; valid once accepted.
    RoomId chosen() const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    RoomMatches *m_matches;
    QLineEdit *m_search;
    QListView *m_list;
    EmptyState *m_nothing;
};

} // namespace rialto
