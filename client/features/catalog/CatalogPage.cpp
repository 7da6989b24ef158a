#include "features/catalog/CatalogPage.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QStackedWidget>
#include <QTableView>

#include "features/catalog/ProductDelegate.h"
#include "features/catalog/ProductFilter.h"
#include "features/catalog/ProductHeader.h"
#include "features/catalog/ProductPane.h"
#include "net/LinkStatus.h"
#include "net/ServerLinks.h"
#include "ui/Button.h"
#include "ui/ConnectionBanner.h"
#include "ui/EmptyState.h"
#include "ui/Metrics.h"
#include "ui/Shortcuts.h"
#include "ui/Surface.h"
#include "ui/UiSettings.h"

using namespace Qt::StringLiterals;

namespace rialto {

namespace {

constexpr int searchWidth = 267;
constexpr int leastWidthForBoth = 900;

} // namespace

CatalogPage::CatalogPage(const Theme &theme, UiSettings &settings, const CatalogContext &context, QWidget *parent)
    : FramePage(parent),
      m_theme(theme),
      m_settings(settings),
      m_context(context),
      m_filter(new ProductFilter(context.products, this)),
      m_title(new QLabel),
      m_search(new QLineEdit),
      m_count(new QLabel),
      m_add(new Button(theme, ButtonKind::Primary, {})),
      m_table(new QTableView),
      m_stack(new QStackedWidget),
      m_nothing(new EmptyState(theme, u"package-open"_s)),
      m_noHit(new EmptyState(theme, u"search"_s)),
      m_clear(new Button(theme, ButtonKind::Secondary, {})),
      m_addFirst(new Button(theme, ButtonKind::Primary, {})),
      m_pane(new ProductPane(theme, context))
{
    // Before the table hears of it: the table would make the next row current, and the pane would show that.
    connect(m_filter, &QAbstractItemModel::rowsAboutToBeRemoved, this,
            [this](const QModelIndex &, int first, int last) { rowsLeaving(first, last); });
    build();
    connect(m_search, &QLineEdit::textChanged, m_filter, &ProductFilter::setText);
    connect(m_search, &QLineEdit::textChanged, this, &CatalogPage::refreshCount);
    connect(m_clear, &Button::clicked, m_search, &QLineEdit::clear);
    connect(m_add, &Button::clicked, this, &CatalogPage::startNew);
    connect(m_addFirst, &Button::clicked, this, &CatalogPage::startNew);
    // Not currentRowChanged: a table that merely gets the focus makes its first row current.
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &CatalogPage::selectionChanged);
    connect(m_pane, &ProductPane::closed, this, &CatalogPage::closePane);
    connect(m_pane, &ProductPane::created, this, &CatalogPage::showCreated);
    connect(m_pane, &ProductPane::deleteRequested, this, &CatalogPage::askToDelete);
    connect(m_pane, &ProductPane::conflictOpened, this, &CatalogPage::showConflict);
    connect(&context.products, &ProductModel::conflictFound, this, &CatalogPage::showConflict);
    connect(&context.products, &ProductModel::writeRefused, this, &CatalogPage::showRefusal);
    for (auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&context.products, signal, this, &CatalogPage::modelChanged);
    connect(&context.products, &QAbstractItemModel::dataChanged, this, &CatalogPage::modelChanged);
    connect(&context.products, &QAbstractItemModel::modelReset, this, &CatalogPage::modelChanged);
    setFocusProxy(m_table);
    addShortcuts();
    retranslate();
    modelChanged();
}

CatalogPage::~CatalogPage()
{
    m_settings.setTableHeader(m_table->horizontalHeader()->saveState());
}

QString CatalogPage::pageId() const
{
    return u"catalog"_s;
}

QString CatalogPage::iconName() const
{
    return u"package"_s;
}

QString CatalogPage::title() const
{
    return tr("Catalogue");
}

void CatalogPage::build()
{
    buildTable();
    m_nothing->addButton(m_addFirst);
    m_noHit->addButton(m_clear);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_nothing);
    m_stack->addWidget(m_noHit);
    m_pane->hide();
    auto *banner = new ConnectionBanner(m_theme, m_context.link, m_context.links.serverName());
    connect(banner, &Banner::actionTriggered, this, [this] { m_context.retryConnection(); });
    auto *body = new QHBoxLayout;
    body->setSpacing(0);
    body->addWidget(m_stack, 1);
    body->addWidget(m_pane);
    auto *ground = new Surface(m_theme, &Colors::panel);
    auto *column = new QVBoxLayout(ground);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(banner);
    column->addWidget(buildHeader());
    column->addLayout(body, 1);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(ground);
}

QWidget *CatalogPage::buildHeader()
{
    auto *header = new Surface(m_theme, &Colors::panel, Qt::BottomEdge);
    m_theme.fixHeight(*header, metrics::header);
    m_theme.dress(*m_title, TextStyle::Title);
    m_search->setProperty("kind", u"search"_s);
    m_search->setClearButtonEnabled(true);
    m_search->addAction(m_theme.icon(u"search"_s, &Colors::textMuted), QLineEdit::LeadingPosition);
    m_search->setMaximumWidth(searchWidth);
    m_theme.dress(*m_count, TextStyle::Small);
    m_count->setProperty("tone", u"muted"_s);
    m_add->setIconName(u"plus"_s);
    auto *row = new QHBoxLayout(header);
    row->setContentsMargins(16, 0, 13, 0);
    row->setSpacing(16);
    row->addWidget(m_title);
    row->addWidget(m_search, 1);
    row->addStretch();
    row->addWidget(m_count);
    row->addWidget(m_add);
    return header;
}

void CatalogPage::buildTable()
{
    m_table->setModel(m_filter);
    m_table->setItemDelegate(new ProductDelegate(m_theme, m_table));
    m_table->setHorizontalHeader(new ProductHeader(m_theme, m_table));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->setShowGrid(false);
    m_table->setMouseTracking(true);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    fitRows();
    connect(&m_theme, &Theme::changed, this, &CatalogPage::fitRows);
    for (const int column : {ProductModel::DescriptionColumn, ProductModel::UnitColumn, ProductModel::CurrencyColumn})
        m_table->setColumnHidden(column, true);
    QHeaderView *header = m_table->horizontalHeader();
    const std::pair<int, int> widths[] = {{ProductModel::SkuColumn, 130},
                                          {ProductModel::QuantityColumn, 130},
                                          {ProductModel::PriceColumn, 150},
                                          {ProductModel::UpdatedColumn, 120}};
    for (const auto &[column, width] : widths)
        header->resizeSection(column, width);
    header->setSectionResizeMode(ProductModel::NameColumn, QHeaderView::Stretch);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(ProductModel::NameColumn, Qt::AscendingOrder);
    header->restoreState(m_settings.tableHeader());
}

void CatalogPage::fitRows()
{
    m_table->verticalHeader()->setDefaultSectionSize(m_theme.grown(metrics::tableRow));
}

void CatalogPage::addShortcuts()
{
    addShortcut(Shortcut::FindProduct, this, [this] {
        m_search->setFocus(Qt::ShortcutFocusReason);
        m_search->selectAll();
    });
    addShortcut(Shortcut::NewProduct, this, [this] { startNew(); });
    addShortcut(
        Shortcut::DeleteProduct, m_table, [this] { askToDelete(); }, Qt::WidgetShortcut);
}

void CatalogPage::retranslate()
{
    m_title->setText(title());
    m_search->setPlaceholderText(tr("Search (Ctrl+F)"));
    m_search->setAccessibleName(tr("Search products"));
    m_add->setText(tr("Add product"));
    m_addFirst->setText(tr("Add product"));
    m_clear->setText(tr("Clear search"));
    m_table->setAccessibleName(tr("Products"));
    m_nothing->setWords(tr("No products yet"), tr("Add the first one; everybody on the server sees it at once."));
    m_noHit->setWords(tr("No products match"), tr("Try fewer or other words."));
    refreshCount();
}

void CatalogPage::refreshCount()
{
    const int all = m_context.products.rowCount();
    const int shown = m_filter->rowCount();
    const QLocale locale;
    m_count->setText(shown == all ? tr("%Ln product(s)", nullptr, all)
                                  : tr("%1 of %Ln product(s)", nullptr, all).arg(locale.toString(shown)));
    m_stack->setCurrentIndex(all == 0 ? 1 : shown == 0 ? 2 : 0);
}

void CatalogPage::setPaneVisible(bool visible)
{
    m_pane->setVisible(visible);
    fitPane();
}

/// Where there is no room for both, the pane covers the table.
void CatalogPage::fitPane()
{
    const bool covers = width() < leastWidthForBoth;
    m_pane->setMaximumWidth(covers ? QWIDGETSIZE_MAX : metrics::sidePane);
    m_stack->setVisible(!covers || m_pane->isHidden());
}

void CatalogPage::resizeEvent(QResizeEvent *event)
{
    FramePage::resizeEvent(event);
    fitPane();
}

void CatalogPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    FramePage::changeEvent(event);
}

} // namespace rialto
