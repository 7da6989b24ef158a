#pragma once

#include <QHeaderView>

#include "ui/Theme.h"

namespace rialto {

/// The head of the product table: numbers right, an arrow beside the sorted column.
class ProductHeader final : public QHeaderView
{
    Q_OBJECT
public:
    ProductHeader(const Theme &theme, QWidget *parent);
    QSize sizeHint() const override;

protected:
    void paintSection(QPainter *painter, const QRect &rect, int column) const override;

private:
    const Theme &m_theme;
};

} // namespace rialto
