#pragma once

#include <QHBoxLayout>
#include <QLabel>

#include "ui/Theme.h"

namespace rialto {

/// What a pane shows when there is nothing: an icon, a line of what, a line of how, and buttons.
class EmptyState final : public QWidget
{
    Q_OBJECT
public:
    EmptyState(const Theme &theme, const QString &icon, QWidget *parent = nullptr);

    void setWords(const QString &what, const QString &how);
    void addButton(QWidget *button);

private:
    void paintIcon();

    const Theme &m_theme;
    QString m_iconName;
    QLabel *m_icon;
    QLabel *m_what;
    QLabel *m_how;
    QHBoxLayout *m_buttons;
};

} // namespace rialto
