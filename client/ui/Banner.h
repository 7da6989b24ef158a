#pragma once

#include "ui/Button.h"
#include "ui/ElidedLabel.h"

namespace rialto {

/// A strip that says what is wrong and what one can do; it pushes the content and never covers it.
class Banner : public QWidget
{
    Q_OBJECT
public:
    Banner(const Theme &theme, const QString &icon, QWidget *parent = nullptr);

    void setText(const QString &text);
    QString text() const { return m_text->fullText(); }
    void setAction(const QString &text);

Q_SIGNALS:
    void actionTriggered();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    QString m_icon;
    ElidedLabel *m_text;
    Button *m_action;
};

} // namespace rialto
