#pragma once

#include <QAbstractButton>

#include "ui/Theme.h"

namespace rialto {

/// A pill that narrows a list, with a count behind its word. Checked is the one that holds.
class Chip final : public QAbstractButton
{
    Q_OBJECT
public:
    explicit Chip(const Theme &theme, QWidget *parent = nullptr);

    /// 0 shows no number.
    void setCount(int count);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString label() const;

    const Theme &m_theme;
    int m_count = 0;
};

} // namespace rialto
