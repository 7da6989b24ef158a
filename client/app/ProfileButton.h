#pragma once

#include <QAbstractButton>

#include "ui/Avatar.h"

namespace rialto {

/// Whose account is shown, at the foot of the rail; a dot says that something is unread in another one.
class ProfileButton final : public QAbstractButton
{
    Q_OBJECT
public:
    ProfileButton(const Theme &theme, QWidget *parent = nullptr);

    Avatar &avatar() { return *m_avatar; }
    void setCalledElsewhere(bool called);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    Avatar *m_avatar;
    QWidget *m_dot;
};

} // namespace rialto
