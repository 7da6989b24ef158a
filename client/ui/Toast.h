#pragma once

#include <QTimer>
#include <QWidget>

#include "ui/Theme.h"

namespace rialto {

/// A short notice at the foot of a window that leaves by itself after five seconds.
class Toast final : public QWidget
{
    Q_OBJECT
public:
    /// Shows itself over `parent`, near its lower edge, and follows its size.
    Toast(const Theme &theme, QWidget &parent);

    /// A click takes it away, and calls `open` where there is one.
    void say(const QString &text, const QString &icon, const std::function<void()> &open = {});
    const QString &text() const { return m_text; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void place();

    const Theme &m_theme;
    QString m_text;
    QString m_icon;
    std::function<void()> m_open;
    QTimer m_leave;
};

} // namespace rialto
