#include "features/catalog/ProductForm.h"

#include "ui/PlainTextEdit.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QRegularExpression>

#include "features/catalog/model/Money.h"

using namespace Qt::StringLiterals;

namespace rialto {

namespace {

constexpr int descriptionHeight = 92;

QHBoxLayout *sideBySide(QWidget *wide, QWidget *narrow)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(wide, 3, Qt::AlignTop);
    row->addWidget(narrow, 2, Qt::AlignTop);
    return row;
}

} // namespace

ProductForm::ProductForm(const Theme &theme, QWidget *parent)
    : QWidget(parent),
      m_theme(theme),
      m_sku(new TextField(theme)),
      m_name(new TextField(theme)),
      m_price(new TextField(theme)),
      m_currency(new TextField(theme)),
      m_quantity(new TextField(theme)),
      m_unit(new TextField(theme)),
      m_descriptionLabel(new QLabel),
      m_description(new PlainTextEdit)
{
    build();
    for (TextField *field : fields()) {
        connect(&field->line(), &QLineEdit::textEdited, this, &ProductForm::edited);
        connect(&field->line(), &QLineEdit::returnPressed, this, &ProductForm::submitted);
    }
    connect(m_description, &QPlainTextEdit::textChanged, this, &ProductForm::edited);
    retranslate();
}

void ProductForm::build()
{
    m_theme.dress(*m_descriptionLabel, TextStyle::Label);
    m_descriptionLabel->setBuddy(m_description);
    m_description->setTabChangesFocus(true);
    m_theme.fixHeight(*m_description, descriptionHeight);
    m_currency->line().setMaxLength(3);
    m_price->line().setAlignment(Qt::AlignRight);
    m_quantity->line().setAlignment(Qt::AlignRight);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addWidget(m_sku);
    column->addWidget(m_name);
    column->addLayout(sideBySide(m_price, m_currency));
    column->addLayout(sideBySide(m_quantity, m_unit));
    auto *description = new QVBoxLayout;
    description->setSpacing(6);
    description->addWidget(m_descriptionLabel);
    description->addWidget(m_description);
    column->addLayout(description);
}

QList<TextField *> ProductForm::fields() const
{
    return {m_sku, m_name, m_price, m_currency, m_quantity, m_unit};
}

void ProductForm::setProduct(const Product &product)
{
    m_product = product;
    clearErrors();
    m_sku->line().setText(product.sku);
    m_name->line().setText(product.name);
    m_currency->line().setText(product.currency);
    m_price->line().setText(product.id.isValid() || product.price > 0 ? priceForEditing(product.price, product.currency)
                                                                      : QString());
    m_quantity->line().setText(quantityForEditing(product.quantity));
    m_unit->line().setText(product.unit);
    m_description->setPlainText(product.description);
    for (TextField *field : fields())
        field->line().setCursorPosition(0);
}

Product ProductForm::typed() const
{
    Product product = m_product;
    product.sku = m_sku->text().trimmed();
    product.name = m_name->text().trimmed();
    product.currency = m_currency->text().trimmed().toUpper();
    product.price = parsePrice(m_price->text(), product.currency).value_or(-1);
    product.quantity = parseQuantity(m_quantity->text()).value_or(m_product.quantity);
    product.unit = m_unit->text().trimmed();
    product.description = m_description->toPlainText();
    return product;
}

bool ProductForm::isDirty() const
{
    const Product now = typed();
    const bool priceTouched = m_price->text().isEmpty() ? m_product.price != 0 : now.price != m_product.price;
    return now.sku != m_product.sku || now.name != m_product.name || now.currency != m_product.currency ||
           priceTouched || now.quantity != m_product.quantity || !parseQuantity(m_quantity->text()) ||
           now.unit != m_product.unit || now.description != m_product.description;
}

std::optional<Product> ProductForm::read()
{
    clearErrors();
    const Product product = typed();
    QStringList wrong;
    const auto check = [&](const QString &field, const QString &problem) {
        if (problem.isEmpty())
            return;
        setFieldError(field, problem);
        wrong.append(field);
    };
    check(u"description"_s, product.description.toUcs4().size() > kDescriptionRules.maxLength
                                ? tr("The description is too long.")
                                : QString());
    check(u"unit"_s, problemWithText(product.unit, kUnitRules));
    check(u"quantity"_s,
          parseQuantity(m_quantity->text()) ? QString() : tr("Type a number with at most three decimal places."));
    static const QRegularExpression currency(u"^[A-Z]{3}$"_s);
    check(u"currency"_s, currency.match(product.currency).hasMatch() ? QString() : tr("Three letters, e.g. UAH."));
    check(u"price"_s, product.price < 0 || product.price > kPriceRules.maximum
                          ? tr("Type an amount, e.g. %1.").arg(priceForEditing(124900, u"UAH"_s))
                          : QString());
    check(u"name"_s, problemWithText(product.name, kProductNameRules));
    check(u"sku"_s, problemWithText(product.sku, kSkuRules));
    if (!wrong.isEmpty())
        return {};
    return product;
}

QString ProductForm::problemWithText(const QString &text, const Rules &rules) const
{
    if (text.isEmpty())
        return tr("This must not be empty.");
    return text.toUcs4().size() > rules.maxLength ? tr("At most %n character(s).", nullptr, rules.maxLength)
                                                  : QString();
}

void ProductForm::setFieldError(const QString &field, const QString &words)
{
    const std::pair<QLatin1StringView, TextField *> names[] = {{"sku"_L1, m_sku},           {"name"_L1, m_name},
                                                               {"price"_L1, m_price},       {"currency"_L1, m_currency},
                                                               {"quantity"_L1, m_quantity}, {"unit"_L1, m_unit}};
    for (const auto &[name, widget] : names) {
        if (name != field)
            continue;
        widget->setError(words);
        widget->line().setFocus(Qt::OtherFocusReason);
        return;
    }
    m_description->setToolTip(words.toHtmlEscaped());
    m_description->setFocus(Qt::OtherFocusReason);
}

void ProductForm::clearErrors()
{
    for (TextField *field : fields())
        field->setError({});
    m_description->setToolTip({});
}

void ProductForm::setEditable(bool editable)
{
    for (TextField *field : fields())
        field->line().setReadOnly(!editable);
    m_description->setReadOnly(!editable);
}

void ProductForm::focusFirst()
{
    m_sku->line().setFocus(Qt::OtherFocusReason);
    m_sku->line().selectAll();
}

void ProductForm::retranslate()
{
    m_sku->setLabel(tr("SKU"));
    m_name->setLabel(tr("Name"));
    m_price->setLabel(tr("Price"));
    m_currency->setLabel(tr("Currency"));
    m_quantity->setLabel(tr("Quantity"));
    m_unit->setLabel(tr("Unit"));
    m_descriptionLabel->setText(tr("Description"));
    m_description->setAccessibleName(tr("Description"));
}

void ProductForm::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        // Amounts are written anew, unless the person is in the middle of typing one.
        if (!isDirty())
            setProduct(m_product);
        retranslate();
    }
    QWidget::changeEvent(event);
}

} // namespace rialto
