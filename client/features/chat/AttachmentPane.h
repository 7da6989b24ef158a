#pragma once

#include <QWidget>

#include "features/chat/AttachmentModel.h"
#include "features/chat/ChatContext.h"

class QLabel;
class QListView;

namespace rialto {

class Chip;
class PictureCellDelegate;
class Theme;

/// Everything that was sent in a room: its pictures as a grid, its other files as a list. A click opens or saves one;
/// the menu leads to its message, too. Lives on: GUI thread.
class AttachmentPane final : public QWidget
{
    Q_OBJECT
public:
    AttachmentPane(const Theme &theme, const ChatContext &context, QWidget *parent = nullptr);

    /// Begins to look; what is shown follows the room from then on.
    void showRoom(RoomId room);
    /// Shows nothing any more, and follows nothing.
    void clear();

Q_SIGNALS:
    void messageChosen(rialto::MessageId message);

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Part
    {
        Chip *chip;
        QListView *list;
        AttachmentModel *model;
    };

    Part makePart(AttachmentModel::Kind kind);
    void build();
    void choose(AttachmentModel::Kind kind);
    void fitGrid();
    void open(const QModelIndex &index);
    void openMenu(const QPoint &position);
    void showState();
    QString stateWords() const;
    void retranslate();
    const Part &shown() const { return m_kind == AttachmentModel::Kind::Pictures ? m_pictures : m_files; }

    const Theme &m_theme;
    const ChatContext m_context;
    Part m_pictures;
    Part m_files;
    PictureCellDelegate *m_cells;
    QLabel *m_state;
    AttachmentModel::Kind m_kind = AttachmentModel::Kind::Pictures;
    RoomId m_room;
};

} // namespace rialto
