#pragma once

#include "features/chat/ChatContext.h"
#include "text/SearchQuery.h"
#include "ui/Surface.h"

#include <QTimer>

class QLabel;
class QLineEdit;
class QListView;

namespace rialto {

class ElidedLabel;
class IconButton;
class SearchCompletion;
class SearchDelegate;
class SearchModel;

/// The pane beside the timeline that finds messages, in the open room or everywhere. It looks while one types; Up and
/// Down walk through what was found, Enter goes to it and again to the next, Esc closes.
class SearchPane final : public Surface
{
    Q_OBJECT
public:
    SearchPane(const Theme &theme, const ChatContext &context, QWidget *parent = nullptr);

    /// Opens for a room, or for everywhere when none is given; what was typed before stays and is looked for anew,
    /// unless there are other words.
    void open(RoomId room, const QString &words = {});
    RoomId room() const { return m_room; }

Q_SIGNALS:
    void messageChosen(rialto::RoomId room, rialto::MessageId message);
    void closeRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void build();
    void retranslate();
    void search();
    void showState();
    QString stateWords() const;
    void step(int direction);
    void choose(const QModelIndex &index);
    void goOn();

    const Theme &m_theme;
    ChatContext m_context;
    SearchModel &m_found;
    SearchDelegate *m_delegate;
    RoomId m_room;
    ElidedLabel *m_title;
    IconButton *m_close;
    QLineEdit *m_field;
    SearchCompletion *m_completion;
    QLabel *m_state;
    QListView *m_list;
    MessageId m_shown; ///< Where one was led last.
    QTimer m_delay;
};

} // namespace rialto
