#pragma once

#include "base/Id.h"
#include "features/people/PeopleContext.h"
#include "ui/Dialog.h"
#include "ui/RowDelegate.h"

class QLineEdit;
class QListView;

namespace rialto {

class Mirror;
class PeopleFilter;

/// A person: circle with presence, display name, account name, and a tick for who is chosen among several. The first of
/// a section carries its title above.
class PersonDelegate final : public RowDelegate
{
    Q_OBJECT
public:
    /// `list` shows people by this delegate.
    PersonDelegate(const Theme &theme, const PeopleContext &context, QListView *list);
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintRow(LinePainter &lines, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paintTick(QPainter &painter, const Mirror &at, const QRect &row) const;

    const PeopleContext m_context;
};

/// Asks for one person of the server, or for several: those one has to do with first.
class PersonDialog : public Dialog
{
    Q_OBJECT
public:
    enum class Choice { One, Several };

    PersonDialog(const Theme &theme, const PeopleContext &context, const QString &title, const QString &action,
                 const QList<UserId> &without, Choice choice, QWidget *parent);

    /// Whom one chose; valid once accepted.
    UserId chosen() const;
    /// Who is ticked, and the one above where nobody was ticked or while a name is typed.
    QList<UserId> chosenPeople() const;

Q_SIGNALS:
    /// Another row is the current one; none when nobody is shown.
    void chosenChanged(rialto::UserId person);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void filterChanged(const QString &text);
    void toggle(const QModelIndex &person);
    bool tickOnEnter();

    const Choice m_choice;
    const QString m_actionText;
    bool m_hasTicked = false;
    PeopleFilter *m_filter;
    QLineEdit *m_search;
    QListView *m_list;
    Button *m_action;
};

} // namespace rialto
