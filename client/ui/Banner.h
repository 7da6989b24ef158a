#pragma once

#include <QLabel>

#include "ui/Button.h"

namespace rialto {

/// A strip that says what is wrong and what one can do, in as many lines as that needs; it pushes the content and never
/// covers it.
class Banner : public QWidget
{
    Q_OBJECT
public:
    Banner(const Theme &theme, const QString &icon, QWidget *parent = nullptr);

    void setText(const QString &text);
    QString text() const { return m_text->text(); }
    void setAction(const QString &text);

Q_SIGNALS:
    void actionTriggered();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    QString m_icon;
    QLabel *m_text;
    Button *m_action;
};

} // namespace rialto
