#pragma once

#include <QAbstractButton>
#include <QTimer>
#include <QWidget>

#include "ui/Theme.h"
#include "ui/ToastActions.h"

namespace rialto {

/// A short notice over a window that leaves by itself after five seconds, but not from under the pointer.
class Toast final : public QWidget
{
    Q_OBJECT
public:
    /// Shows itself over `parent` and follows its size: near the lower edge, or with buttons in the upper corner.
    Toast(const Theme &theme, QWidget &parent);

    /// Any click takes it away. Of two lines the first is the title of the second; without buttons there is one.
    void say(const QString &text, const QString &icon, const ToastActions &actions = {});
    const QString &text() const { return m_text; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void place();
    int wordsHeight() const;
    void addButton(const ToastActions::Button &button);

    const Theme &m_theme;
    QString m_text;
    QString m_icon;
    std::function<void()> m_open;
    QList<QAbstractButton *> m_buttons;
    QTimer m_leave;
};

} // namespace rialto
