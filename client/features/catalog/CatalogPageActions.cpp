#include <QHeaderView>
#include <QLineEdit>
#include <QPointer>
#include <QTableView>
#include <QTimer>

#include "features/catalog/CatalogPage.h"
#include "features/catalog/ConflictDialog.h"
#include "features/catalog/ProductFilter.h"
#include "features/catalog/ProductPane.h"
#include "net/ErrorText.h"
#include "ui/Confirm.h"

using namespace Qt::StringLiterals;

namespace rialto {

namespace {

enum LeaveAnswer { KeepTyping = QDialog::Rejected, SaveIt = QDialog::Accepted, DropIt };

} // namespace

bool CatalogPage::leaveForm()
{
    if (!m_pane->isVisible() || !m_pane->isDirty())
        return true;
    Dialog question(m_theme, tr("Save the changes?"), this);
    question.setExplanation(tr("You have changed this product and not saved it yet."));
    connect(&question.addSecondary(tr("Do not save")), &Button::clicked, &question,
            [&question] { question.done(DropIt); });
    question.addCancel();
    question.addPrimary(tr("Save"));
    const int answer = question.exec();
    return answer == DropIt || (answer == SaveIt && m_pane->save());
}

void CatalogPage::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    if (m_returning || selected.isEmpty())
        return;
    const QPersistentModelIndex wanted(selected.indexes().first());
    const QPersistentModelIndex before(deselected.isEmpty() ? QModelIndex() : deselected.indexes().first());
    if (!leaveForm()) {
        // Inside its own signal the selection cannot be turned back.
        QTimer::singleShot(0, this, [this, before] {
            m_returning = true;
            m_table->setCurrentIndex(before);
            m_returning = false;
        });
        return;
    }
    if (!wanted.isValid())
        return;
    m_pane->showRow(m_filter->rowAt(wanted.row()));
    setPaneVisible(true);
    m_table->viewport()->update();
}

void CatalogPage::rowsLeaving(int first, int last)
{
    const int current = m_table->currentIndex().row();
    if (current < first || current > last)
        return;
    m_table->clearSelection();
    m_table->setCurrentIndex({});
}

void CatalogPage::modelChanged()
{
    refreshCount();
    if (!m_pane->isVisible() || m_pane->isNew())
        return;
    const bool gone =
        m_context.products.rowOf(m_pane->product()) < 0 && m_context.products.rowOf(m_pane->localId()) < 0;
    if (!gone) {
        m_pane->refresh();
        return;
    }
    setPaneVisible(false);
    if (m_pane->isDirty())
        m_context.say(tr("Somebody deleted this product while you were changing it."), u"triangle-alert"_s);
}

void CatalogPage::startNew()
{
    if (!leaveForm())
        return;
    m_table->clearSelection();
    m_table->setCurrentIndex({});
    setPaneVisible(true);
    m_pane->startNew();
}

void CatalogPage::closePane()
{
    if (!leaveForm())
        return;
    setPaneVisible(false);
    m_table->clearSelection();
    m_table->setCurrentIndex({});
    m_table->setFocus();
}

void CatalogPage::showCreated(const QString &localId)
{
    setPaneVisible(false);
    m_context.say(tr("Product added"), u"check"_s);
    showRow(m_context.products.rowOf(localId));
}

bool CatalogPage::openProduct(ProductId id)
{
    const int row = m_context.products.rowOf(id);
    if (row < 0 || !leaveForm())
        return false;
    m_search->clear();
    showRow(row);
    return true;
}

void CatalogPage::showRow(int row)
{
    if (row < 0)
        return;
    const QModelIndex index = m_filter->mapFromSource(m_context.products.index(row, 0));
    m_table->scrollTo(index);
    m_table->setCurrentIndex(index);
}

void CatalogPage::askToDelete()
{
    const QModelIndexList chosen = m_table->selectionModel()->selectedRows();
    if (chosen.isEmpty())
        return;
    const ProductRow row = m_filter->rowAt(chosen.first().row());
    Confirm question(m_theme, tr("Delete “%1”?").arg(row.product.name),
                     tr("The product leaves the catalogue for everybody."), tr("Delete"), this);
    if (question.exec() != QDialog::Accepted)
        return;
    setPaneVisible(false);
    if (row.product.id.isValid())
        m_context.products.deleteProduct(row.product.id, row.product.version);
    else
        m_context.products.discard(m_context.products.rowOf(row.localId));
}

void CatalogPage::showConflict(ProductId id)
{
    const auto conflict = m_context.products.conflict(id);
    if (!conflict || findChild<ConflictDialog *>())
        return;
    // Not exec(): the conflict is found while an answer of the server is being worked on.
    auto *dialog = new ConflictDialog(m_theme, *conflict, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, id] {
        if (dialog->isAllTheirs())
            m_context.products.discard(m_context.products.rowOf(id));
        else if (const auto done = m_context.products.resolveConflict(id, dialog->chosen()); !done)
            m_context.say(errorText(done.error()), u"circle-alert"_s);
    });
    dialog->open();
}

void CatalogPage::showRefusal(ProductId id, const Error &error)
{
    const auto product = m_context.products.find(id);
    const QString name = product ? product->name : tr("the new product");
    const QString words = error.code == ErrorCode::Conflict ? tr("this SKU is taken") : errorText(error);
    m_context.say(tr("Not saved, %1: %2").arg(name, words), u"circle-alert"_s);
}

} // namespace rialto
