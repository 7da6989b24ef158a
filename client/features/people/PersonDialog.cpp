#include "features/people/PersonDialog.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>

#include "features/people/model/PeopleModel.h"
#include "net/PresenceBook.h"
#include "ui/Avatar.h"
#include "ui/Mirror.h"
#include "ui/PresenceText.h"
#include "ui/RowGround.h"

using namespace Qt::StringLiterals;

namespace rialto {

namespace {

constexpr int rowHeight = 48;
constexpr int avatarSize = 32;
constexpr int lineHeight = 19;
constexpr int listHeight = 320;

} // namespace

PeopleFilter::PeopleFilter(QList<UserId> without, QObject *parent)
    : QSortFilterProxyModel(parent), m_without(std::move(without))
{
}

void PeopleFilter::setText(const QString &text)
{
    m_text = text.trimmed().toCaseFolded();
    invalidateFilter();
}

bool PeopleFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const QModelIndex person = sourceModel()->index(row, 0, parent);
    if (person.data(PeopleModel::DisabledRole).toBool() ||
        m_without.contains(UserId{person.data(PeopleModel::IdRole).toLongLong()}))
        return false;
    return m_text.isEmpty() || person.data(PeopleModel::DisplayNameRole).toString().toCaseFolded().contains(m_text) ||
           person.data(PeopleModel::NameRole).toString().toCaseFolded().contains(m_text);
}

PersonDelegate::PersonDelegate(const Theme &theme, const PeopleContext &context, QListView *list)
    : QStyledItemDelegate(list), m_theme(theme), m_context(context)
{
    followPictures(*list, context.avatars,
                   [](const QModelIndex &row) { return UserId{row.data(PeopleModel::IdRole).toLongLong()}; });
}

void PersonDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    paintRowGround(*painter, m_theme, option, option.rect);
    const QRect row = option.rect;
    const QString name = index.data(PeopleModel::DisplayNameRole).toString();
    const Mirror at(option.direction, row);
    const QRectF circle =
        at(QRectF(row.left() + 8, row.top() + (row.height() - avatarSize) / 2, avatarSize, avatarSize));
    const UserId id{index.data(PeopleModel::IdRole).toLongLong()};
    const auto presence = m_context.people.presence().find(id);
    paintPerson(*painter, circle, m_theme, m_context.avatars, id.value, name);
    paintPresence(*painter, circle, m_theme, presenceDot(presence),
                  option.state & QStyle::State_Selected ? m_theme.colors().selection : m_theme.colors().raised);
    const int height = m_theme.grown(lineHeight);
    const QRect line = at(QRect(row.left() + 52, row.center().y() + 1 - height, row.width() - 60, height));
    painter->setFont(m_theme.font(TextStyle::BodyStrong));
    painter->setPen(m_theme.colors().text);
    painter->drawText(line, Qt::AlignVCenter | Qt::TextSingleLine,
                      painter->fontMetrics().elidedText(name, Qt::ElideRight, line.width()));
    painter->setFont(m_theme.font(TextStyle::Small));
    painter->setPen(m_theme.colors().textMuted);
    const QString words = presenceText(presence, QDateTime::currentMSecsSinceEpoch());
    const QString account = index.data(PeopleModel::NameRole).toString();
    painter->drawText(line.translated(0, height), Qt::AlignVCenter | Qt::TextSingleLine,
                      words.isEmpty() ? account : account + u" · "_s + words);
    painter->restore();
}

QSize PersonDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {0, m_theme.grown(rowHeight)};
}

PersonDialog::PersonDialog(const Theme &theme, const PeopleContext &context, const QString &title,
                           const QString &action, const QList<UserId> &without, QWidget *parent)
    : Dialog(theme, title, parent),
      m_filter(new PeopleFilter(without, this)),
      m_search(new QLineEdit),
      m_list(new QListView)
{
    m_filter->setSourceModel(&context.people);
    m_search->setPlaceholderText(tr("Search by name"));
    m_search->setAccessibleName(tr("Search by name"));
    m_search->addAction(theme.icon(u"search"_s, &Colors::textMuted), QLineEdit::LeadingPosition);
    m_search->installEventFilter(this);
    m_list->setModel(m_filter);
    m_list->setItemDelegate(new PersonDelegate(theme, context, m_list));
    m_list->setMouseTracking(true);
    m_list->setMinimumHeight(listHeight);
    m_list->setUniformItemSizes(true);
    m_list->setAccessibleName(title);
    content().addWidget(m_search);
    content().addWidget(m_list, 1);
    addCancel();
    m_action = &addPrimary(action);
    connect(m_search, &QLineEdit::textChanged, this, &PersonDialog::filterChanged);
    connect(m_list, &QListView::doubleClicked, this, &PersonDialog::accept);
    filterChanged({});
    m_search->setFocus();
}

UserId PersonDialog::chosen() const
{
    return UserId{m_list->currentIndex().data(PeopleModel::IdRole).toLongLong()};
}

void PersonDialog::filterChanged(const QString &text)
{
    m_filter->setText(text);
    m_list->setCurrentIndex(m_filter->index(0, 0));
    m_action->setEnabled(m_filter->rowCount() > 0);
}

/// Up and Down move in the list while one types.
bool PersonDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Up || key == Qt::Key_Down) {
            QCoreApplication::sendEvent(m_list, event);
            return true;
        }
    }
    return Dialog::eventFilter(watched, event);
}

} // namespace rialto
