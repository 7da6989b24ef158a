#pragma once

#include <QPaintDevice>
#include <QPaintEngine>
#include <QPainter>
#include <QWidget>

namespace rialto {

/// A screen that remembers what pictures were put on it and into how many of its pixels each of them went.
class PaintRecord : public QPaintDevice
{
public:
    struct Picture
    {
        QSizeF has;   ///< Pixels of the picture that were shown ...
        QSizeF fills; ///< ... in so many pixels of the screen.
        bool isSmooth = false;
    };

    explicit PaintRecord(const QWidget &widget)
        : m_size(widget.size()), m_ratio(widget.devicePixelRatioF()), m_engine(*this)
    {
    }

    QPaintEngine *paintEngine() const override { return &m_engine; }
    const QList<Picture> &pictures() const { return m_pictures; }

protected:
    int metric(PaintDeviceMetric metric) const override
    {
        constexpr int dotsPerInch = 96;
        switch (metric) {
        case PdmWidth:
            return qRound(m_size.width() * m_ratio);
        case PdmHeight:
            return qRound(m_size.height() * m_ratio);
        case PdmDepth:
            return 32;
        case PdmDevicePixelRatio:
            return int(m_ratio);
        case PdmDevicePixelRatioScaled:
            return qRound(m_ratio * devicePixelRatioFScale());
        case PdmDpiX:
        case PdmDpiY:
        case PdmPhysicalDpiX:
        case PdmPhysicalDpiY:
            return dotsPerInch;
        default:
            return QPaintDevice::metric(metric);
        }
    }

private:
    class Engine : public QPaintEngine
    {
    public:
        explicit Engine(PaintRecord &record) : QPaintEngine(AllFeatures), m_record(record) {}

        bool begin(QPaintDevice *) override { return true; }
        bool end() override { return true; }
        void updateState(const QPaintEngineState &) override {}
        Type type() const override { return User; }
        void drawPixmap(const QRectF &target, const QPixmap &, const QRectF &source) override
        {
            remember(target, source);
        }
        void drawImage(const QRectF &target, const QImage &, const QRectF &source, Qt::ImageConversionFlags) override
        {
            remember(target, source);
        }
        void drawPath(const QPainterPath &) override {}
        void drawPolygon(const QPointF *, int, PolygonDrawMode) override {}
        void drawTextItem(const QPointF &, const QTextItem &) override {}
        void drawTiledPixmap(const QRectF &, const QPixmap &, const QPointF &) override {}

    private:
        void remember(const QRectF &target, const QRectF &source)
        {
            // What makes points of the window pixels of the screen is not part of the painter's own transform.
            const QSizeF shown = painter()->worldTransform().mapRect(target).size() * m_record.m_ratio;
            m_record.m_pictures.append(
                {source.size(), shown, painter()->testRenderHint(QPainter::SmoothPixmapTransform)});
        }

        PaintRecord &m_record;
    };

    const QSize m_size;
    const qreal m_ratio;
    mutable Engine m_engine;
    QList<Picture> m_pictures;
};

/// Every picture that the widget and all inside it are made of.
inline QList<PaintRecord::Picture> picturesOf(QWidget &widget)
{
    PaintRecord record(widget);
    widget.render(&record);
    return record.pictures();
}

} // namespace rialto
