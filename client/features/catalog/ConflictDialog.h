#pragma once

#include "features/catalog/model/ProductModel.h"
#include "ui/Dialog.h"

class QGridLayout;
class QRadioButton;

namespace rialto {

/// One's own change beside what somebody else made of the product, field by field: keep mine or use theirs.
class ConflictDialog final : public Dialog
{
    Q_OBJECT
public:
    ConflictDialog(const Theme &theme, const ProductConflict &conflict, QWidget *parent);

    /// The product as chosen: theirs, with one's own values where one kept them.
    Product chosen() const;
    bool isAllTheirs() const;

private:
    void addField(QGridLayout &grid, const QString &label, const QString &mine, const QString &theirs,
                  void (*copy)(const Product &from, Product &to));
    void addFields(QGridLayout &grid);
    void chooseAll(bool mine);

    struct Choice
    {
        QRadioButton *mine;
        QRadioButton *theirs;
        void (*copy)(const Product &from, Product &to);
    };

    ProductConflict m_conflict;
    QList<Choice> m_choices;
};

} // namespace rialto
