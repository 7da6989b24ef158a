#include "features/people/PersonDialog.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>

#include "features/people/PeopleFilter.h"
#include "features/people/model/FriendBook.h"
#include "features/people/model/PeopleModel.h"
#include "net/PresenceBook.h"
#include "ui/Avatar.h"
#include "ui/Metrics.h"
#include "ui/Mirror.h"
#include "ui/PresenceText.h"
#include "ui/RowGround.h"

using namespace Qt::StringLiterals;

namespace rialto {

namespace {

constexpr int rowHeight = 48;
constexpr int avatarSize = 32;
constexpr int lineHeight = 19;
constexpr int tickSize = 20;
constexpr int listHeight = 320;

} // namespace

PersonDelegate::PersonDelegate(const Theme &theme, const PeopleContext &context, QListView *list)
    : RowDelegate(theme, list), m_context(context)
{
    followPictures(*list, context.avatars,
                   [](const QModelIndex &row) { return UserId{row.data(PeopleModel::IdRole).toLongLong()}; });
}

void PersonDelegate::paintRow(LinePainter &lines, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QPainter &painter = lines.painter();
    if (index.data(PeopleFilter::StartsSectionRole).toBool())
        paintSectionTitle(painter, m_theme, option.rect, index.data(PeopleFilter::SectionTitleRole).toString());
    const int tall = m_theme.grown(rowHeight);
    const QRect row(option.rect.left(), option.rect.bottom() + 1 - tall, option.rect.width(), tall);
    paintRowGround(painter, m_theme, option, row);
    const QString name = index.data(PeopleModel::DisplayNameRole).toString();
    const Mirror at(option.direction, row);
    const QRectF circle =
        at(QRectF(row.left() + 8, row.top() + (row.height() - avatarSize) / 2, avatarSize, avatarSize));
    const UserId id{index.data(PeopleModel::IdRole).toLongLong()};
    const auto presence = m_context.people.presence().find(id);
    paintPerson(painter, circle, m_theme, m_context.avatars, id.value, name);
    paintPresence(painter, circle, m_theme, presenceDot(presence));
    const int height = m_theme.grown(lineHeight);
    const int tick = index.data(PeopleFilter::TickedRole).toBool() ? m_theme.grown(tickSize) + 8 : 0;
    const QRect line = at(QRect(row.left() + 52, row.center().y() + 1 - height, row.width() - 60 - tick, height));
    lines.text(line, name, {m_theme.font(TextStyle::BodyStrong), m_theme.colors().text});
    const QString words = presenceText(presence, QDateTime::currentMSecsSinceEpoch());
    const QString account = index.data(PeopleModel::NameRole).toString();
    if (tick > 0)
        paintTick(painter, at, row);
    lines.text(line.translated(0, height), words.isEmpty() ? account : account + u" · "_s + words,
               {m_theme.font(TextStyle::Small), m_theme.colors().textMuted});
}

void PersonDelegate::paintTick(QPainter &painter, const Mirror &at, const QRect &row) const
{
    const int side = m_theme.grown(tickSize);
    const QRect place = at(QRect(row.right() - 8 - side, row.center().y() - side / 2, side, side));
    painter.drawPixmap(
        place, m_theme.pixmap(u"circle-check"_s, side, m_theme.colors().accent, painter.device()->devicePixelRatioF()));
}

QSize PersonDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const bool isTitled = index.data(PeopleFilter::StartsSectionRole).toBool();
    return {0, m_theme.grown(rowHeight) + (isTitled ? m_theme.grown(metrics::section) : 0)};
}

PersonDialog::PersonDialog(const Theme &theme, const PeopleContext &context, const QString &title,
                           const QString &action, const QList<UserId> &without, Choice choice, QWidget *parent)
    : Dialog(theme, title, parent),
      m_choice(choice),
      m_actionText(action),
      m_filter(new PeopleFilter(context, without, this)),
      m_search(new QLineEdit),
      m_list(new QListView)
{
    m_search->setPlaceholderText(tr("Search by name"));
    m_search->setAccessibleName(tr("Search by name"));
    m_search->addAction(theme.icon(u"search"_s, &Colors::textMuted), QLineEdit::LeadingPosition);
    m_search->installEventFilter(this);
    m_list->setModel(m_filter);
    m_list->setItemDelegate(new PersonDelegate(theme, context, m_list));
    m_list->setMouseTracking(true);
    m_list->setMinimumHeight(listHeight);
    m_list->setAccessibleName(title);
    content().addWidget(m_search);
    content().addWidget(m_list, 1);
    addCancel();
    m_action = &addPrimary(action);
    connect(m_search, &QLineEdit::textChanged, this, &PersonDialog::filterChanged);
    if (choice == Choice::Several) {
        m_list->installEventFilter(this);
        connect(m_list, &QListView::clicked, this, &PersonDialog::toggle);
    } else {
        connect(m_list, &QListView::doubleClicked, this, &PersonDialog::accept);
    }
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this] { Q_EMIT chosenChanged(chosen()); });
    // Whoever is chosen may have moved to another section.
    connect(m_filter, &QAbstractItemModel::layoutChanged, m_list, [this] { m_list->scrollTo(m_list->currentIndex()); });
    filterChanged({});
    m_search->setFocus();
}

UserId PersonDialog::chosen() const
{
    return UserId{m_list->currentIndex().data(PeopleModel::IdRole).toLongLong()};
}

QList<UserId> PersonDialog::chosenPeople() const
{
    QList<UserId> people = m_filter->ticked();
    // Who is looked for by name is meant, and whoever the list stands on where nobody was ticked at all.
    const bool isMeant = !m_hasTicked || !m_search->text().trimmed().isEmpty();
    if (isMeant && chosen().isValid() && !people.contains(chosen()))
        people.append(chosen());
    return people;
}

void PersonDialog::filterChanged(const QString &text)
{
    m_filter->setText(text);
    m_list->setCurrentIndex(m_filter->index(0, 0));
    m_action->setEnabled(!chosenPeople().isEmpty());
}

void PersonDialog::toggle(const QModelIndex &person)
{
    m_hasTicked = true;
    m_filter->toggle(person);
    const auto count = m_filter->ticked().size();
    m_action->setText(count > 1 ? u"%1 (%2)"_s.arg(m_actionText).arg(count) : m_actionText);
    m_action->setEnabled(!chosenPeople().isEmpty());
}

/// Who looks for one after the other by name, ticks each with Enter; Enter without a name ends it.
bool PersonDialog::tickOnEnter()
{
    if (m_choice == Choice::One || m_search->text().trimmed().isEmpty())
        return false;
    if (chosen().isValid()) {
        toggle(m_list->currentIndex());
        m_search->clear();
    }
    return true;
}

/// Up and Down move in the list while one types.
bool PersonDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (watched == m_list && key == Qt::Key_Space) {
            toggle(m_list->currentIndex());
            return true;
        }
        if (watched == m_list)
            return Dialog::eventFilter(watched, event);
        if (key == Qt::Key_Return || key == Qt::Key_Enter)
            return tickOnEnter();
        if (key == Qt::Key_Up || key == Qt::Key_Down) {
            QCoreApplication::sendEvent(m_list, event);
            return true;
        }
    }
    return Dialog::eventFilter(watched, event);
}

} // namespace rialto
