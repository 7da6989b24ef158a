#include "features/chat/SearchPane.h"

#include <QAction>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QVBoxLayout>

#include "features/chat/SearchCompletion.h"
#include "features/chat/SearchDelegate.h"
#include "features/chat/model/RoomListModel.h"
#include "features/chat/model/SearchModel.h"
#include "net/ErrorText.h"
#include "ui/Button.h"
#include "ui/ElidedLabel.h"
#include "ui/Metrics.h"

using namespace Qt::StringLiterals;

namespace rialto {

namespace {

/// Typing goes on before it is looked for.
constexpr int typingMs = 200;

} // namespace

SearchPane::SearchPane(const Theme &theme, const ChatContext &context, QWidget *parent)
    : Surface(theme, &Colors::panel, Qt::LeftEdge, parent),
      m_theme(theme),
      m_context(context),
      m_found(context.search),
      m_delegate(new SearchDelegate(theme, m_found, this)),
      m_title(new ElidedLabel(theme)),
      m_close(new IconButton(theme, u"x"_s, {})),
      m_field(new QLineEdit),
      m_completion(new SearchCompletion(theme, context, *m_field, this)),
      m_state(new QLabel),
      m_list(new QListView)
{
    build();
    m_delay.setSingleShot(true);
    m_delay.setInterval(typingMs);
    connect(&m_delay, &QTimer::timeout, this, &SearchPane::search);
    connect(m_field, &QLineEdit::textChanged, &m_delay, qOverload<>(&QTimer::start));
    connect(m_close, &IconButton::clicked, this, &SearchPane::closeRequested);
    connect(m_list, &QListView::clicked, this, &SearchPane::choose);
    connect(&m_found, &SearchModel::stateChanged, this, &SearchPane::showState);
    connect(&m_found, &QAbstractItemModel::rowsRemoved, this, &SearchPane::showState);
    connect(&theme, &Theme::changed, m_list->viewport(), qOverload<>(&QWidget::update));
    retranslate();
}

void SearchPane::build()
{
    m_theme.dress(*m_title, TextStyle::Title);
    m_field->setProperty("kind", u"search"_s);
    m_field->setClearButtonEnabled(true);
    m_field->addAction(m_theme.icon(u"search"_s, &Colors::textMuted), QLineEdit::LeadingPosition);
    m_field->installEventFilter(this);
    m_list->installEventFilter(this);
    m_state->setTextFormat(Qt::PlainText);
    m_state->setWordWrap(true);
    m_state->setProperty("tone", u"muted"_s);
    m_theme.dress(*m_state, TextStyle::Small);
    m_list->setModel(&m_found);
    m_list->setItemDelegate(m_delegate);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QListView::ScrollPerPixel);
    auto *header = new QWidget;
    m_theme.fixHeight(*header, metrics::header);
    auto *row = new QHBoxLayout(header);
    row->setContentsMargins(16, 0, 8, 0);
    row->addWidget(m_title, 1);
    row->addWidget(m_close);
    auto *fields = new QVBoxLayout;
    fields->setContentsMargins(12, 0, 12, 8);
    fields->setSpacing(8);
    fields->addWidget(m_field);
    fields->addWidget(m_state);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(header);
    column->addLayout(fields);
    column->addWidget(m_list, 1);
    setMinimumWidth(metrics::sidePane);
}

void SearchPane::open(RoomId room, const QString &words)
{
    if (!words.isEmpty())
        m_field->setText(words);
    m_room = room;
    m_delegate->setRoomsShown(!room.isValid());
    retranslate();
    show();
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
    search();
}

void SearchPane::search()
{
    m_delay.stop();
    m_found.search(m_field->text(), m_room);
}

void SearchPane::showState()
{
    m_state->setText(stateWords());
    m_list->setVisible(m_found.rowCount() > 0);
    m_list->viewport()->update();
}

QString SearchPane::stateWords() const
{
    const auto problem = m_found.problem();
    const bool isBegun = problem && problem->kind == SearchProblem::UnknownHas && problem->part.isEmpty();
    if (problem && !isBegun) {
        switch (problem->kind) {
        case SearchProblem::Nothing:
            return tr("Write a word to look for.");
        case SearchProblem::NoPerson:
            return tr("After from: comes a name, or “me”.");
        case SearchProblem::NoRoom:
            return tr("After in: comes the name of a room.");
        case SearchProblem::BadDay:
            return tr("“%1” is no day. Write it as 2026-12-31 or 31.12.2026.").arg(problem->part);
        case SearchProblem::UnknownHas:
            return tr("has: knows “link”, “file” and “image”, not “%1”.").arg(problem->part);
        case SearchProblem::TooManyWords:
            return tr("Look for %n words at most.", nullptr, int(SearchQuery::kMaximumTerms));
        }
    }
    if (const auto error = m_found.error())
        return errorText(*error);
    if (m_found.state() == SearchModel::State::Idle || isBegun)
        return tr(
            "from: in: before: after: has:link has:file has:image narrow it down; “in quotes” is found as it stands.");
    if (m_found.state() == SearchModel::State::Searching && m_found.rowCount() == 0)
        return tr("Searching…");
    const QString offline = m_found.isFromCache() ? tr("Offline: only what is stored here was searched.") : QString();
    if (m_found.rowCount() == 0)
        return (tr("Nothing was found.") + u' ' + offline).trimmed();
    return offline;
}

void SearchPane::step(int direction)
{
    const int row = m_list->currentIndex().isValid() ? m_list->currentIndex().row() + direction : 0;
    const QModelIndex next = m_found.index(row, 0);
    if (next.isValid())
        m_list->setCurrentIndex(next);
}

void SearchPane::choose(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    m_list->setCurrentIndex(index);
    const Message &message = m_found.message(index.row());
    m_shown = message.id;
    Q_EMIT messageChosen(message.roomId, message.id);
}

void SearchPane::goOn()
{
    const QModelIndex current = m_list->currentIndex();
    if (current.isValid() && m_found.message(current.row()).id == m_shown)
        step(1);
    choose(current.isValid() ? m_list->currentIndex() : m_found.index(0, 0));
}

bool SearchPane::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return Surface::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (m_completion->handleKey(key))
        return true;
    switch (key) {
    case Qt::Key_Escape:
        Q_EMIT closeRequested();
        return true;
    case Qt::Key_Down:
        step(1);
        return true;
    case Qt::Key_Up:
        step(-1);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_delay.isActive())
            search();
        goOn();
        return true;
    default:
        return Surface::eventFilter(watched, event);
    }
}

void SearchPane::retranslate()
{
    m_title->setFullText(m_room.isValid() ? tr("Search in “%1”").arg(m_context.rooms.title(m_room))
                                          : tr("Search everywhere"));
    m_field->setPlaceholderText(tr("Search messages"));
    m_field->setAccessibleName(tr("Search messages"));
    m_list->setAccessibleName(tr("Found messages"));
    m_close->setName(tr("Close search"));
    showState();
}

void SearchPane::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Surface::changeEvent(event);
}

} // namespace rialto
