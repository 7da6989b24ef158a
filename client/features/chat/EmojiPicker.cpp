#include "features/chat/EmojiPicker.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QScreen>
#include <QVBoxLayout>

#include "ui/Theme.h"
#include "ui/UiSettings.h"

using namespace Qt::StringLiterals;

namespace rialto {

namespace {

constexpr int cell = 36;
constexpr int columns = 9;
constexpr int shownRows = 7;
constexpr qsizetype mostFound = 200;

} // namespace

EmojiModel::EmojiModel(UiSettings &settings, QObject *parent) : QAbstractListModel(parent), m_settings(settings)
{
    setQuery({});
}

void EmojiModel::setQuery(const QString &query)
{
    beginResetModel();
    m_entries.clear();
    if (query.trimmed().isEmpty()) {
        const QStringList recent = m_settings.recentEmoji();
        const QList<EmojiEntry> &all = EmojiList::instance().all();
        for (const QString &emoji : recent) {
            const auto found =
                std::find_if(all.begin(), all.end(), [&](const EmojiEntry &entry) { return entry.emoji == emoji; });
            if (found != all.end())
                m_entries.append(*found);
        }
        m_entries += all;
    } else {
        m_entries = EmojiList::instance().find(query, mostFound);
    }
    endResetModel();
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
        return entry.emoji;
    case Qt::ToolTipRole:
        return u":%1:"_s.arg(entry.shortcode);
    case Qt::AccessibleTextRole:
        return entry.name;
    case Qt::TextAlignmentRole:
        return int(Qt::AlignCenter);
    case Qt::SizeHintRole:
        return QSize(cell, cell);
    default:
        return {};
    }
}

EmojiPicker::EmojiPicker(const Theme &theme, UiSettings &settings, QWidget *parent)
    : QFrame(parent, Qt::Popup),
      m_settings(settings),
      m_model(new EmojiModel(settings, this)),
      m_search(new QLineEdit),
      m_grid(new QListView)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setProperty("kind", u"popup"_s);
    m_search->setPlaceholderText(tr("Search emoji"));
    m_search->setAccessibleName(tr("Search emoji"));
    m_search->installEventFilter(this);
    QFont font = theme.font(TextStyle::Message);
    if (!theme.emojiFamilies().isEmpty())
        font.setFamilies(theme.emojiFamilies());
    font.setPixelSize(22);
    m_grid->setFont(font);
    m_grid->setModel(m_model);
    m_grid->setViewMode(QListView::IconMode);
    m_grid->setMovement(QListView::Static);
    m_grid->setResizeMode(QListView::Adjust);
    m_grid->setUniformItemSizes(true);
    m_grid->setGridSize(QSize(cell, cell));
    m_grid->setFrameShape(QFrame::NoFrame);
    m_grid->setAccessibleName(tr("Emoji"));
    m_grid->setFixedSize(columns * cell + 20, shownRows * cell);
    m_grid->setMouseTracking(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 8);
    column->addWidget(m_search);
    column->addWidget(m_grid);
    setFocusProxy(m_search);
    const auto query = [this](const QString &text) {
        m_model->setQuery(text);
        m_grid->setCurrentIndex(m_model->index(0));
    };
    connect(m_search, &QLineEdit::textChanged, this, query);
    connect(m_grid, &QListView::clicked, this, &EmojiPicker::choose);
    connect(m_grid, &QListView::activated, this, &EmojiPicker::choose);
    query({});
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
    const QString emoji = index.data().toString();
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
