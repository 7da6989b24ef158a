#include "features/catalog/ConflictDialog.h"

#include <QButtonGroup>
#include <QGridLayout>
#include <QLabel>
#include <QRadioButton>

#include "features/catalog/model/Money.h"

using namespace Qt::StringLiterals;

namespace rialto {

namespace {

constexpr int longestShown = 60;

QLabel *plainLabel(const Theme &theme, TextStyle style, const QString &tone, const QString &text)
{
    auto *label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    theme.dress(*label, style);
    label->setProperty("tone", tone);
    return label;
}

/// A button's text: an ampersand would make a shortcut, and a description may be long.
QString shown(const QString &value)
{
    QString text = value.simplified();
    if (text.size() > longestShown)
        text = text.left(longestShown) + u'…';
    return text.isEmpty() ? u"–"_s : text.replace(u'&', u"&&"_s);
}

} // namespace

ConflictDialog::ConflictDialog(const Theme &theme, const ProductConflict &conflict, QWidget *parent)
    : Dialog(theme, tr("“%1” was changed meanwhile").arg(conflict.current.name), parent), m_conflict(conflict)
{
    setExplanation(
        tr("Somebody changed this product before your change arrived. Choose for each value what shall stand."));
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(20);
    grid->setVerticalSpacing(10);
    grid->addWidget(plainLabel(theme, TextStyle::Section, u"muted"_s, tr("Mine")), 0, 1);
    grid->addWidget(plainLabel(theme, TextStyle::Section, u"muted"_s, tr("Theirs")), 0, 2);
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(2, 1);
    addFields(*grid);
    content().addLayout(grid);
    connect(&addSecondary(tr("All mine")), &Button::clicked, this, [this] { chooseAll(true); });
    connect(&addSecondary(tr("All theirs")), &Button::clicked, this, [this] { chooseAll(false); });
    addCancel();
    addPrimary(tr("Save"));
}

void ConflictDialog::addFields(QGridLayout &grid)
{
    const Product &mine = m_conflict.mine;
    const Product &theirs = m_conflict.current;
    addField(grid, tr("SKU"), mine.sku, theirs.sku, [](const Product &from, Product &to) { to.sku = from.sku; });
    addField(grid, tr("Name"), mine.name, theirs.name, [](const Product &from, Product &to) { to.name = from.name; });
    addField(grid, tr("Price"), moneyText(mine.price, mine.currency), moneyText(theirs.price, theirs.currency),
             [](const Product &from, Product &to) {
                 to.price = from.price;
                 to.currency = from.currency;
             });
    addField(grid, tr("Quantity"), quantityText(mine.quantity), quantityText(theirs.quantity),
             [](const Product &from, Product &to) { to.quantity = from.quantity; });
    addField(grid, tr("Unit"), mine.unit, theirs.unit, [](const Product &from, Product &to) { to.unit = from.unit; });
    addField(grid, tr("Description"), mine.description, theirs.description,
             [](const Product &from, Product &to) { to.description = from.description; });
}

void ConflictDialog::addField(QGridLayout &grid, const QString &label, const QString &mine, const QString &theirs,
                              void (*copy)(const Product &from, Product &to))
{
    if (mine == theirs)
        return;
    const int row = grid.rowCount();
    auto *group = new QButtonGroup(this);
    const Choice choice{new QRadioButton(shown(mine)), new QRadioButton(shown(theirs)), copy};
    choice.mine->setAccessibleName(tr("%1, mine: %2").arg(label, mine));
    choice.theirs->setAccessibleName(tr("%1, theirs: %2").arg(label, theirs));
    group->addButton(choice.mine);
    group->addButton(choice.theirs);
    choice.mine->setChecked(true);
    grid.addWidget(plainLabel(theme(), TextStyle::Label, {}, label), row, 0);
    grid.addWidget(choice.mine, row, 1);
    grid.addWidget(choice.theirs, row, 2);
    m_choices.append(choice);
}

void ConflictDialog::chooseAll(bool mine)
{
    for (const Choice &choice : m_choices)
        (mine ? choice.mine : choice.theirs)->setChecked(true);
}

Product ConflictDialog::chosen() const
{
    Product product = m_conflict.current;
    for (const Choice &choice : m_choices) {
        if (choice.mine->isChecked())
            choice.copy(m_conflict.mine, product);
    }
    return product;
}

bool ConflictDialog::isAllTheirs() const
{
    return std::all_of(m_choices.cbegin(), m_choices.cend(), [](const Choice &c) { return c.theirs->isChecked(); });
}

} // namespace rialto
