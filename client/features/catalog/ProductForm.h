#pragma once

#include <QWidget>

#include "protocol/Catalog.h"
#include "ui/TextField.h"

class QPlainTextEdit;

namespace rialto {

/// The fields of a product, with what is wrong said in words under the field.
class ProductForm final : public QWidget
{
    Q_OBJECT
public:
    explicit ProductForm(const Theme &theme, QWidget *parent = nullptr);

    /// Fills the fields; what is not on the form (id, version, owner) is kept.
    void setProduct(const Product &product);
    /// The product with what was typed, or nothing after the first wrong field was marked and focused.
    std::optional<Product> read();
    bool isDirty() const;
    void setEditable(bool editable);
    /// `field` is the name of a product's field on the wire.
    void setFieldError(const QString &field, const QString &words);
    void focusFirst();

Q_SIGNALS:
    void edited();
    void submitted();

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void retranslate();
    void clearErrors();
    Product typed() const;
    QString problemWithText(const QString &text, const Rules &rules) const;
    QList<TextField *> fields() const;

    const Theme &m_theme;
    Product m_product;
    TextField *m_sku;
    TextField *m_name;
    TextField *m_price;
    TextField *m_currency;
    TextField *m_quantity;
    TextField *m_unit;
    QLabel *m_descriptionLabel;
    QPlainTextEdit *m_description;
};

} // namespace rialto
