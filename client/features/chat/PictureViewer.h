#pragma once

#include <QDialog>
#include <QImage>

#include "protocol/Files.h"

namespace rialto {

class ElidedLabel;
class IconButton;
class PictureStore;
class Theme;

/// Pictures of a conversation, one at a time over the whole window: the wheel and + and - zoom, dragging moves, the
/// arrows go on, Ctrl+S saves, Esc closes. Lives on: the GUI thread.
class PictureViewer final : public QDialog
{
    Q_OBJECT
public:
    /// Begins with `pictures[current]`. `store` must outlive it.
    PictureViewer(const Theme &theme, PictureStore &store, QList<Attachment> pictures, qsizetype current,
                  QWidget *parent);

    const Attachment &current() const { return m_pictures.at(m_current); }
    /// 1: as large as fits, at most its own size.
    qreal zoom() const { return m_zoom; }
    bool isLoaded() const { return !m_image.isNull(); }

Q_SIGNALS:
    void saveWanted(const rialto::Attachment &picture);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void showPicture(qsizetype index);
    void zoomBy(qreal factor);
    void placeButtons();
    QRectF target() const;
    /// The height of the line of words and buttons above the picture.
    int bar() const;
    QSizeF fitted() const;

    const Theme &m_theme;
    PictureStore &m_store;
    const QList<Attachment> m_pictures;
    qsizetype m_current = 0;
    QImage m_image;
    QString m_problem;
    qreal m_zoom = 1;
    QPointF m_shift;
    QPointF m_grabbed;
    ElidedLabel *m_title;
    IconButton *m_previous;
    IconButton *m_next;
    IconButton *m_save;
    IconButton *m_close;
};

} // namespace rialto
