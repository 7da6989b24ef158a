#include "features/chat/PictureViewer.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>

#include "features/chat/AttachmentBlock.h"
#include "net/ErrorText.h"
#include "ui/Button.h"
#include "ui/ElidedLabel.h"
#include "ui/Metrics.h"
#include "ui/PictureStore.h"
#include "ui/Shortcuts.h"
#include "ui/Theme.h"

using namespace Qt::StringLiterals;

namespace rialto {

namespace {

constexpr QSize largest(4096, 4096);
constexpr qreal step = 1.25;
constexpr qreal nearest = 8;
constexpr int margin = 16;

} // namespace

PictureViewer::PictureViewer(const Theme &theme, PictureStore &store, QList<Attachment> pictures, qsizetype current,
                             QWidget *parent)
    : QDialog(parent),
      m_theme(theme),
      m_store(store),
      m_pictures(std::move(pictures)),
      m_title(new ElidedLabel(theme, this)),
      m_previous(new IconButton(theme, u"chevron-left"_s, tr("Previous picture"), this)),
      m_next(new IconButton(theme, u"chevron-right"_s, tr("Next picture"), this)),
      m_save(new IconButton(theme, u"download"_s, tr("Save"), this)),
      m_close(new IconButton(theme, u"x"_s, tr("Close"), this))
{
    theme.dress(*m_title, TextStyle::BodyStrong);
    connect(m_previous, &IconButton::clicked, this, [this] { showPicture(m_current - 1); });
    connect(m_next, &IconButton::clicked, this, [this] { showPicture(m_current + 1); });
    connect(m_save, &IconButton::clicked, this, [this] { Q_EMIT saveWanted(this->current()); });
    connect(m_close, &IconButton::clicked, this, &PictureViewer::reject);
    connect(&theme, &Theme::changed, this, [this] {
        placeButtons();
        update();
    });
    // The keys that turn and enlarge are the viewer's own until one goes to a button.
    setFocusPolicy(Qt::StrongFocus);
    setFocus();
    resize(parent ? parent->window()->size() : QSize(960, 640));
    showPicture(current);
}

void PictureViewer::showPicture(qsizetype index)
{
    if (index < 0 || index >= m_pictures.size())
        return;
    m_current = index;
    m_image = current().hasThumbnail ? m_store.thumbnail(current().fileId) : QImage();
    m_problem.clear();
    m_zoom = 1;
    m_shift = {};
    const QString words = tr("%1, %2 by %3 pixels").arg(current().name).arg(current().width).arg(current().height);
    setWindowTitle(current().name);
    setAccessibleDescription(words);
    m_title->setFullText(words);
    m_previous->setEnabled(index > 0);
    m_next->setEnabled(index + 1 < m_pictures.size());
    m_store.fetchPicture(current(), largest, this, [this, index](const Result<QImage> &picture) {
        if (m_current != index)
            return;
        if (picture && !picture->isNull())
            m_image = *picture;
        m_problem = picture ? QString() : errorText(picture.error());
        update();
    });
    placeButtons();
    update();
}

int PictureViewer::bar() const
{
    return m_theme.grown(metrics::header);
}

QSizeF PictureViewer::fitted() const
{
    const QSizeF room(width() - 2 * margin, height() - bar() - margin);
    const QSizeF size(current().width, current().height);
    return size.width() > room.width() || size.height() > room.height() ? size.scaled(room, Qt::KeepAspectRatio) : size;
}

QRectF PictureViewer::target() const
{
    QRectF rect(QPointF(), fitted() * m_zoom);
    rect.moveCenter(QPointF(width() / 2.0, bar() + (height() - bar()) / 2.0) + m_shift);
    return rect;
}

void PictureViewer::zoomBy(qreal factor)
{
    m_zoom = qBound(1.0, m_zoom * factor, nearest);
    if (qFuzzyCompare(m_zoom, 1.0))
        m_shift = {};
    update();
}

void PictureViewer::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Colors &c = m_theme.colors();
    painter.fillRect(rect(), c.window);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.setClipRect(0, bar(), width(), height() - bar());
    if (!m_image.isNull())
        painter.drawImage(target(), m_image);
    else
        painter.fillRect(target(), c.separator);
    if (!m_problem.isEmpty()) {
        painter.setPen(c.danger);
        painter.setFont(m_theme.font(TextStyle::Body));
        painter.drawText(QRect(margin, bar(), width() - 2 * margin, height() - bar()),
                         Qt::AlignHCenter | Qt::AlignBottom | Qt::TextWordWrap, m_problem);
    }
    painter.setClipping(false);
    painter.setPen(c.separator);
    painter.drawLine(0, bar(), width(), bar());
}

void PictureViewer::keyPressEvent(QKeyEvent *event)
{
    if (isPressed(*event, Shortcut::SavePicture))
        Q_EMIT saveWanted(current());
    else if (isPressed(*event, Shortcut::PreviousPicture))
        showPicture(m_current - 1);
    else if (isPressed(*event, Shortcut::NextPicture))
        showPicture(m_current + 1);
    else if (isPressed(*event, Shortcut::EnlargePicture))
        zoomBy(step);
    else if (isPressed(*event, Shortcut::ReducePicture))
        zoomBy(1 / step);
    else
        QDialog::keyPressEvent(event);
}

void PictureViewer::wheelEvent(QWheelEvent *event)
{
    zoomBy(event->angleDelta().y() > 0 ? step : 1 / step);
}

void PictureViewer::mousePressEvent(QMouseEvent *event)
{
    m_grabbed = event->position() - m_shift;
}

void PictureViewer::mouseMoveEvent(QMouseEvent *event)
{
    if (!(event->buttons() & Qt::LeftButton) || m_zoom <= 1)
        return;
    m_shift = event->position() - m_grabbed;
    update();
}

void PictureViewer::resizeEvent(QResizeEvent *event)
{
    QDialog::resizeEvent(event);
    placeButtons();
}

void PictureViewer::placeButtons()
{
    const int side = m_close->width();
    int x = width() - margin;
    for (IconButton *const button : {m_close, m_save, m_next, m_previous}) {
        x -= side;
        button->setGeometry(x, (bar() - side) / 2, side, side);
        x -= 4;
    }
    m_title->setGeometry(margin, 0, x - margin, bar());
}

} // namespace rialto
