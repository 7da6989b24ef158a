#pragma once

#include <QAbstractButton>

#include "ui/Theme.h"

namespace rialto {

/// A row of a pane that leads somewhere: an icon, words, how things stand there, and a sign that there is more.
class RowButton final : public QAbstractButton
{
    Q_OBJECT
public:
    RowButton(const Theme &theme, const QString &icon, QWidget *parent = nullptr);

    /// What stands at the end of the row; it gives way to the words.
    void setValue(const QString &value);
    const QString &value() const { return m_value; }
    /// A row that does something rather than lead somewhere.
    void setLeads(bool leads);
    void setInk(ColorRole role);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    const QString m_icon;
    QString m_value;
    bool m_leads = true;
    ColorRole m_ink = &Colors::text;
};

} // namespace rialto
