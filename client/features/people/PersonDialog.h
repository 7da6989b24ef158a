#pragma once

#include <QSortFilterProxyModel>
#include <QStyledItemDelegate>

#include "base/Id.h"
#include "features/people/PeopleContext.h"
#include "ui/Dialog.h"

class QLineEdit;
class QListView;

namespace rialto {

/// Everybody but some, narrowed by what is typed.
class PeopleFilter final : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    PeopleFilter(QList<UserId> without, QObject *parent);
    void setText(const QString &text);

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    QList<UserId> m_without;
    QString m_text;
};

/// A person: circle with presence, display name, account name.
class PersonDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    /// `list` shows people by this delegate.
    PersonDelegate(const Theme &theme, const PeopleContext &context, QListView *list);
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const Theme &m_theme;
    const PeopleContext m_context;
};

/// Asks for one person of the server.
class PersonDialog final : public Dialog
{
    Q_OBJECT
public:
    PersonDialog(const Theme &theme, const PeopleContext &context, const QString &title, const QString &action,
                 const QList<UserId> &without, QWidget *parent);

    /// Whom one chose; valid once accepted.
    UserId chosen() const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void filterChanged(const QString &text);

    PeopleFilter *m_filter;
    QLineEdit *m_search;
    QListView *m_list;
    Button *m_action;
};

} // namespace rialto
