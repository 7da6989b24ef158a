#include "features/catalog/ProductPane.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QScrollArea>
#include <QStyle>

#include "features/catalog/ProductForm.h"
#include "net/ErrorText.h"
#include "net/LinkStatus.h"
#include "ui/Button.h"
#include "ui/ElidedLabel.h"
#include "ui/Metrics.h"
#include "ui/TimeText.h"

using namespace Qt::StringLiterals;

namespace rialto {

ProductPane::ProductPane(const Theme &theme, const CatalogContext &context, QWidget *parent)
    : Surface(theme, &Colors::panel, Qt::LeftEdge, parent),
      m_theme(theme),
      m_context(context),
      m_title(new ElidedLabel(theme)),
      m_close(new IconButton(theme, u"x"_s, {})),
      m_noteRow(new QWidget),
      m_note(new QLabel),
      m_noteAction(new Button(theme, ButtonKind::Secondary, {})),
      m_noteDiscard(new Button(theme, ButtonKind::Secondary, {})),
      m_form(new ProductForm(theme)),
      m_changed(new QLabel),
      m_delete(new Button(theme, ButtonKind::Danger, {})),
      m_cancel(new Button(theme, ButtonKind::Secondary, {})),
      m_save(new Button(theme, ButtonKind::Primary, {}))
{
    build();
    connect(m_form, &ProductForm::edited, this, &ProductPane::refreshButtons);
    connect(m_form, &ProductForm::submitted, this, &ProductPane::save);
    connect(m_save, &Button::clicked, this, &ProductPane::save);
    connect(m_cancel, &Button::clicked, this, &ProductPane::cancel);
    connect(m_close, &IconButton::clicked, this, &ProductPane::closed);
    connect(m_delete, &Button::clicked, this, &ProductPane::deleteRequested);
    connect(m_noteAction, &Button::clicked, this, &ProductPane::act);
    connect(m_noteDiscard, &Button::clicked, this, [this] {
        const int row = m_row.product.id.isValid() ? m_context.products.rowOf(m_row.product.id)
                                                   : m_context.products.rowOf(m_row.localId);
        m_context.products.discard(row);
    });
    retranslate();
}

void ProductPane::build()
{
    setMinimumWidth(metrics::sidePane);
    m_theme.dress(*m_title, TextStyle::Subtitle);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    m_theme.dress(*m_note, TextStyle::Small);
    m_changed->setTextFormat(Qt::PlainText);
    m_changed->setWordWrap(true);
    m_theme.dress(*m_changed, TextStyle::Small);
    m_changed->setProperty("tone", u"muted"_s);
    auto *noteButtons = new QHBoxLayout;
    noteButtons->addWidget(m_noteAction);
    noteButtons->addWidget(m_noteDiscard);
    noteButtons->addStretch();
    auto *note = new QVBoxLayout(m_noteRow);
    note->setContentsMargins(0, 0, 0, 0);
    note->addWidget(m_note);
    note->addLayout(noteButtons);
    auto *title = new QHBoxLayout;
    title->addWidget(m_title, 1);
    title->addWidget(m_close);
    auto *inside = new QWidget;
    auto *fields = new QVBoxLayout(inside);
    fields->setContentsMargins(16, 0, 16, 8);
    fields->setSpacing(12);
    fields->addWidget(m_noteRow);
    fields->addWidget(m_form);
    fields->addWidget(m_changed);
    fields->addStretch();
    auto *scroll = new QScrollArea;
    scroll->setWidget(inside);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->viewport()->setAutoFillBackground(false);
    inside->setAutoFillBackground(false);
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(13, 8, 13, 12);
    buttons->setSpacing(2);
    buttons->addWidget(m_delete);
    buttons->addStretch();
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_save);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 0, 0, 0);
    column->setSpacing(0);
    title->setContentsMargins(16, 10, 8, 6);
    column->addLayout(title);
    column->addWidget(scroll, 1);
    column->addLayout(buttons);
}

void ProductPane::startNew()
{
    m_new = true;
    m_changedMeanwhile = false;
    m_row = {};
    m_row.product.unit = u"pcs"_s;
    m_row.product.currency = m_context.products.rowCount() > 0 ? m_context.products.row(0).product.currency : u"UAH"_s;
    m_form->setProduct(m_row.product);
    retranslate();
    m_form->focusFirst();
}

void ProductPane::showRow(const ProductRow &row)
{
    m_new = false;
    m_changedMeanwhile = false;
    m_row = row;
    m_form->setProduct(row.product);
    retranslate();
}

std::optional<ProductRow> ProductPane::findRow() const
{
    int row = m_row.localId.isEmpty() ? -1 : m_context.products.rowOf(m_row.localId);
    if (row < 0 && m_row.product.id.isValid())
        row = m_context.products.rowOf(m_row.product.id);
    return row < 0 ? std::nullopt : std::optional(m_context.products.row(row));
}

void ProductPane::refresh()
{
    if (m_new)
        return;
    const auto now = findRow();
    if (!now)
        return;
    if (!isDirty()) {
        showRow(*now);
        return;
    }
    // The version one started from stays: saving then meets the newer one and both are shown side by side.
    m_changedMeanwhile |= now->product.version > m_row.product.version;
    m_row.state = now->state;
    m_row.error = now->error;
    m_row.inConflict = now->inConflict;
    refreshNote();
}

bool ProductPane::isDirty() const
{
    return m_form->isDirty();
}

bool ProductPane::save()
{
    const auto product = m_form->read();
    if (!product)
        return false;
    Result<> done;
    if (m_new) {
        const auto localId = m_context.products.createProduct(*product);
        if (localId) {
            Q_EMIT created(*localId);
            return true;
        }
        done = tl::unexpected(localId.error());
    } else if (!m_row.product.id.isValid()) {
        done = m_context.products.changeUnsent(m_row.localId, *product);
    } else {
        done = m_context.products.changeProduct(*product, m_row.product.version);
    }
    if (!done) {
        m_form->setFieldError(done.error().field, errorText(done.error()));
        return false;
    }
    m_form->setProduct(*product);
    refresh();
    // Online the row's clock says enough.
    if (!m_context.link.isOnline())
        m_context.say(tr("Kept here. It is sent when the connection is back."), u"clock"_s);
    return true;
}

void ProductPane::cancel()
{
    if (m_new)
        Q_EMIT closed();
    else
        showRow(findRow().value_or(m_row));
}

void ProductPane::act()
{
    const auto now = findRow();
    if (!now)
        return;
    if (now->inConflict)
        Q_EMIT conflictOpened(now->product.id);
    else
        m_context.products.retry(now->product.id.isValid() ? m_context.products.rowOf(now->product.id)
                                                           : m_context.products.rowOf(now->localId));
}

bool ProductPane::mayChange() const
{
    const User me = m_context.me();
    if (me.role >= Role::Manager)
        return true;
    return me.role == Role::Member && (m_new || !m_row.product.id.isValid() || m_row.product.ownerId == me.id);
}

void ProductPane::refreshButtons()
{
    const bool may = mayChange();
    m_form->setEditable(may);
    m_delete->setVisible(may && !m_new);
    m_cancel->setVisible(may);
    m_save->setVisible(may);
    m_save->setEnabled(isDirty());
    m_cancel->setEnabled(m_new || isDirty());
}

void ProductPane::refreshNote()
{
    if (m_row.inConflict)
        showNote(tr("Somebody changed this product before your change arrived."), u"warning"_s, tr("Compare…"));
    else if (m_row.state == DeliveryState::Failed)
        showNote(tr("Your change was not accepted: %1").arg(errorText(m_row.error)), u"danger"_s, tr("Try again"));
    else if (m_row.state == DeliveryState::Pending)
        showNote(tr("Your change is on its way."), u"muted"_s, {});
    else if (m_changedMeanwhile)
        showNote(tr("Somebody changed this product while you were typing. Saving shows both."), u"warning"_s, {});
    else if (!mayChange())
        showNote(tr("Only the person who added it and managers may change this product."), u"muted"_s, {});
    else
        m_noteRow->hide();
}

void ProductPane::showNote(const QString &text, const QString &tone, const QString &action)
{
    m_note->setProperty("tone", tone);
    m_note->style()->unpolish(m_note);
    m_note->style()->polish(m_note);
    m_note->setText(text);
    m_noteAction->setText(action);
    m_noteAction->setVisible(!action.isEmpty());
    m_noteDiscard->setVisible(m_row.state == DeliveryState::Failed && !m_row.inConflict);
    m_noteRow->show();
}

void ProductPane::retranslate()
{
    m_title->setFullText(m_new ? tr("New product") : m_row.product.name);
    m_close->setName(tr("Close"));
    m_delete->setText(tr("Delete…"));
    m_cancel->setText(tr("Cancel"));
    m_save->setText(m_new ? tr("Add") : tr("Save"));
    m_noteDiscard->setText(tr("Discard"));
    const bool known = m_row.product.id.isValid();
    m_changed->setVisible(known);
    if (known)
        m_changed->setText(
            tr("Added by %1. Changed %2.")
                .arg(m_row.product.ownerId ? m_context.personName(*m_row.product.ownerId) : tr("a deleted user"),
                     fullMoment(m_row.product.updatedAt)));
    refreshButtons();
    refreshNote();
}

void ProductPane::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Surface::changeEvent(event);
}

void ProductPane::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Escape) {
        Surface::keyPressEvent(event);
        return;
    }
    if (isDirty())
        cancel();
    else
        Q_EMIT closed();
}

} // namespace rialto
