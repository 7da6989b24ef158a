#pragma once

#include <QListView>

namespace rialto {

/// The list of rooms. A click on a section's title chooses nothing.
class RoomListView final : public QListView
{
    Q_OBJECT
public:
    explicit RoomListView(QWidget *parent = nullptr);

protected:
    void rowsAboutToBeRemoved(const QModelIndex &parent, int start, int end) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;

private:
    bool hitsTitle(const QPoint &point) const;
};

} // namespace rialto
