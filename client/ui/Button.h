#pragma once

#include <QPushButton>
#include <QVariantAnimation>

#include "ui/Metrics.h"
#include "ui/Theme.h"

namespace rialto {

/// Quiet and Link have no ground; Link is teal, Quiet is grey.
enum class ButtonKind { Primary, Secondary, Danger, Link, Quiet };

/// A push button in the look of Rialto. The focus ring appears for the keyboard only.
class Button final : public QPushButton
{
    Q_OBJECT
public:
    Button(const Theme &theme, ButtonKind kind, const QString &text, QWidget *parent = nullptr);

    /// A busy button keeps its width, turns an arc and ignores clicks.
    void setBusy(bool busy);
    bool isBusy() const { return m_busy; }
    void setIconName(const QString &name);
    /// Height in pixels while the text is not enlarged, 32 unless set.
    void setButtonHeight(int height);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    bool hitButton(const QPoint &position) const override;

private:
    QColor fill() const;
    QColor ink() const;
    void paintLabel(QPainter &painter);
    void paintArc(QPainter &painter, const QRectF &rect) const;

    const Theme &m_theme;
    ButtonKind m_kind;
    QString m_iconName;
    int m_height = 32;
    bool m_busy = false;
    QVariantAnimation m_turn;
};

/// A square button with an icon only, or with the emoji that its text is; `name` is its tooltip and its accessible
/// name. It is lit while it is checked.
class IconButton final : public QAbstractButton
{
    Q_OBJECT
public:
    IconButton(const Theme &theme, const QString &icon, const QString &name, QWidget *parent = nullptr);

    void setName(const QString &name);
    void setIconName(const QString &icon);
    void setInk(ColorRole role);
    /// The length of a side in pixels while the text is not enlarged, 36 unless set.
    void setSide(int side);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    QString m_icon;
    int m_side = metrics::iconButton;
    ColorRole m_ink = &Colors::textMuted;
};

} // namespace rialto
