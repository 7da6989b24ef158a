#include "features/chat/EmojiPicker.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QScreen>
#include <QScrollBar>
#include <QVBoxLayout>

#include "ui/Button.h"
#include "ui/EmojiText.h"
#include "ui/Theme.h"
#include "ui/UiSettings.h"

using namespace Qt::StringLiterals;

namespace rialto {

namespace {

constexpr int cell = 36;
constexpr int letters = 22;
constexpr int columns = 9;
constexpr int shownRows = 7;
constexpr qsizetype mostFound = 200;

} // namespace

EmojiModel::EmojiModel(UiSettings &settings, int cell, QObject *parent)
    : QAbstractListModel(parent), m_settings(settings), m_cell(cell)
{
    setQuery({});
}

void EmojiModel::setQuery(const QString &query)
{
    beginResetModel();
    m_entries.clear();
    m_isSearch = !query.trimmed().isEmpty();
    if (!m_isSearch) {
        const QStringList recent = m_settings.recentEmoji();
        const QList<EmojiEntry> &all = EmojiList::instance().all();
        for (const QString &emoji : recent) {
            const auto found =
                std::find_if(all.begin(), all.end(), [&](const EmojiEntry &entry) { return entry.emoji == emoji; });
            if (found != all.end())
                m_entries.append(*found);
        }
        m_recent = m_entries.size();
        m_entries += all;
    } else {
        m_entries = EmojiList::instance().find(query, mostFound);
    }
    endResetModel();
}

int EmojiModel::rowOfGroup(qsizetype group) const
{
    return m_isSearch ? -1 : int(m_recent + EmojiList::instance().groups().at(group));
}

int EmojiModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

QVariant EmojiModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const EmojiEntry &entry = m_entries.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return joinedEmoji(entry.emoji);
    case EmojiRole:
        return entry.emoji;
    case Qt::ToolTipRole:
        return u":%1:"_s.arg(entry.shortcode);
    case Qt::AccessibleTextRole:
        return entry.name;
    case Qt::TextAlignmentRole:
        return int(Qt::AlignCenter);
    case Qt::SizeHintRole:
        return QSize(m_cell, m_cell);
    default:
        return {};
    }
}

EmojiPicker::EmojiPicker(const Theme &theme, UiSettings &settings, QWidget *parent)
    : QFrame(parent, Qt::Popup),
      m_settings(settings),
      m_model(new EmojiModel(settings, theme.grown(cell), this)),
      m_search(new QLineEdit),
      m_grid(new QListView)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setProperty("kind", u"popup"_s);
    m_search->setPlaceholderText(tr("Search emoji"));
    m_search->setAccessibleName(tr("Search emoji"));
    m_search->installEventFilter(this);
    buildGrid(theme);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 8);
    column->addWidget(m_search);
    column->addLayout(buildGroups(theme));
    column->addWidget(m_grid);
    setFocusProxy(m_search);
    auto *nothing = new QLabel(tr("No emoji is called that."));
    nothing->setProperty("tone", u"muted"_s);
    (new QVBoxLayout(m_grid))->addWidget(nothing, 0, Qt::AlignCenter);
    const auto query = [this, nothing](const QString &text) {
        m_model->setQuery(text);
        nothing->setVisible(m_model->rowCount() == 0);
        m_grid->setCurrentIndex(m_model->index(0));
        m_grid->scrollToTop();
        showGroup();
    };
    connect(m_search, &QLineEdit::textChanged, this, query);
    connect(m_grid, &QListView::clicked, this, &EmojiPicker::choose);
    connect(m_grid, &QListView::activated, this, &EmojiPicker::choose);
    query({});
}

void EmojiPicker::buildGrid(const Theme &theme)
{
    const int side = theme.grown(cell);
    QFont font = theme.font(TextStyle::Message);
    if (!theme.emojiFamilies().isEmpty())
        font.setFamilies(theme.emojiFamilies());
    font.setPixelSize(theme.grown(letters));
    m_grid->setFont(font);
    m_grid->setModel(m_model);
    m_grid->setViewMode(QListView::IconMode);
    m_grid->setMovement(QListView::Static);
    m_grid->setResizeMode(QListView::Adjust);
    m_grid->setUniformItemSizes(true);
    m_grid->setGridSize(QSize(side, side));
    m_grid->setFrameShape(QFrame::NoFrame);
    m_grid->setAccessibleName(tr("Emoji"));
    m_grid->setFixedSize(columns * side + 20, shownRows * side);
    m_grid->setMouseTracking(true);
    connect(m_grid->verticalScrollBar(), &QScrollBar::valueChanged, this, &EmojiPicker::showGroup);
}

QLayout *EmojiPicker::buildGroups(const Theme &theme)
{
    const QString names[] = {tr("Smileys and feelings"),
                             tr("People"),
                             tr("Animals and nature"),
                             tr("Food and drink"),
                             tr("Travel"),
                             tr("Activities"),
                             tr("Things"),
                             tr("Symbols"),
                             tr("Flags")};
    auto *row = new QHBoxLayout;
    row->setSpacing(0);
    const EmojiList &emoji = EmojiList::instance();
    for (qsizetype group = 0; group < std::min<qsizetype>(emoji.groups().size(), std::size(names)); ++group) {
        auto *button = new IconButton(theme, {}, names[group]);
        button->setText(emoji.all().at(emoji.groups().at(group)).emoji);
        button->setCheckable(true);
        connect(button, &IconButton::clicked, this, [this, group] { goToGroup(group); });
        row->addWidget(button);
        m_groups.append(button);
    }
    row->addStretch();
    return row;
}

/// Also while one searches, which ends by it.
void EmojiPicker::goToGroup(qsizetype group)
{
    m_search->clear();
    const QModelIndex first = m_model->index(m_model->rowOfGroup(group));
    m_grid->scrollTo(first, QAbstractItemView::PositionAtTop);
    m_grid->setCurrentIndex(first);
    showGroup();
}

/// The button of the group to which the last emoji of the upper line belongs is pressed: a group may begin within a
/// line.
void EmojiPicker::showGroup()
{
    const int side = m_grid->gridSize().width();
    const QModelIndex top = m_grid->indexAt(QPoint(columns * side - side / 2, side / 2));
    qsizetype shown = -1;
    for (qsizetype group = 0; group < m_groups.size(); ++group) {
        const int first = m_model->rowOfGroup(group);
        if (first >= 0 && (first <= top.row() || group == 0))
            shown = group;
    }
    for (qsizetype group = 0; group < m_groups.size(); ++group)
        m_groups.at(group)->setChecked(group == shown);
}

void EmojiPicker::popUpAt(const QRect &anchor)
{
    adjustSize();
    const QScreen *const screen = QGuiApplication::screenAt(anchor.center());
    const QRect area = (screen ? screen : QGuiApplication::primaryScreen())->availableGeometry();
    QPoint corner(anchor.right() - width(), anchor.top() - height() - 4);
    if (corner.y() < area.top())
        corner.setY(qMin(anchor.bottom() + 4, area.bottom() - height()));
    corner.setX(qBound(area.left(), corner.x(), area.right() - width()));
    move(corner);
    show();
    m_search->setFocus(Qt::PopupFocusReason);
}

void EmojiPicker::choose(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    const QString emoji = index.data(EmojiModel::EmojiRole).toString();
    m_settings.rememberEmoji(emoji);
    Q_EMIT chosen(emoji);
    close();
}

bool EmojiPicker::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_search || event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    const auto *const key = static_cast<QKeyEvent *>(event);
    const QList<int> moves = {Qt::Key_Up, Qt::Key_Down, Qt::Key_PageUp, Qt::Key_PageDown};
    const bool sideways = (key->key() == Qt::Key_Left || key->key() == Qt::Key_Right) && m_search->text().isEmpty();
    if (moves.contains(key->key()) || sideways) {
        QApplication::sendEvent(m_grid, event);
        return true;
    }
    if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
        choose(m_grid->currentIndex());
        return true;
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace rialto
