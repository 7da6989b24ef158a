#include "features/chat/AttachmentPane.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QMenu>

#include "features/chat/AttachmentDelegate.h"
#include "features/chat/FileActions.h"
#include "net/ErrorText.h"
#include "ui/Chip.h"
#include "ui/PictureStore.h"
#include "ui/Theme.h"

using namespace Qt::StringLiterals;

namespace rialto {

namespace {

constexpr int columns = 3;
constexpr int sideInset = 12;
constexpr int cellGap = 2; ///< Around each picture.

} // namespace

AttachmentPane::AttachmentPane(const Theme &theme, const ChatContext &context, QWidget *parent)
    : QWidget(parent),
      m_theme(theme),
      m_context(context),
      m_pictures(makePart(AttachmentModel::Kind::Pictures)),
      m_files(makePart(AttachmentModel::Kind::Files)),
      m_cells(new PictureCellDelegate(theme, *m_pictures.model, m_context.pictures, this)),
      m_state(new QLabel)
{
    build();
    connect(&m_context.pictures, &PictureStore::arrived, m_pictures.list->viewport(), qOverload<>(&QWidget::update));
    retranslate();
    choose(m_kind);
}

AttachmentPane::Part AttachmentPane::makePart(AttachmentModel::Kind kind)
{
    auto *model = new AttachmentModel(m_context.makeSearch(), kind, this);
    auto *list = new QListView;
    list->setModel(model);
    list->setFrameShape(QFrame::NoFrame);
    list->setUniformItemSizes(true);
    list->setMouseTracking(true);
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list->setVerticalScrollMode(QListView::ScrollPerPixel);
    list->setContextMenuPolicy(Qt::CustomContextMenu);
    auto *chip = new Chip(m_theme);
    connect(chip, &Chip::clicked, this, [this, kind] { choose(kind); });
    connect(list, &QListView::clicked, this, &AttachmentPane::open);
    list->installEventFilter(this); // Not activated(): on some desktops that comes with a click, too.
    connect(list, &QListView::customContextMenuRequested, this, &AttachmentPane::openMenu);
    connect(model, &AttachmentModel::stateChanged, this, &AttachmentPane::showState);
    return {chip, list, model};
}

void AttachmentPane::build()
{
    m_pictures.list->setViewMode(QListView::IconMode);
    m_pictures.list->setResizeMode(QListView::Adjust);
    m_pictures.list->setMovement(QListView::Static);
    m_pictures.list->setItemDelegate(m_cells);
    m_files.list->setItemDelegate(new FileRowDelegate(m_theme, *m_files.model, this));
    m_state->setTextFormat(Qt::PlainText);
    m_state->setWordWrap(true);
    m_state->setProperty("tone", u"muted"_s);
    m_theme.dress(*m_state, TextStyle::Small);
    auto *chips = new QHBoxLayout;
    chips->setContentsMargins(sideInset, 8, sideInset, 8);
    chips->setSpacing(8);
    chips->addWidget(m_pictures.chip);
    chips->addWidget(m_files.chip);
    chips->addStretch();
    m_state->setContentsMargins(16, 0, 16, 8);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(chips);
    column->addWidget(m_state);
    auto *grid = new QHBoxLayout;
    grid->setContentsMargins(sideInset - cellGap, 0, 0, 0);
    grid->addWidget(m_pictures.list);
    column->addLayout(grid, 1);
    column->addWidget(m_files.list, 1);
    column->addStretch();
}

void AttachmentPane::showRoom(RoomId room)
{
    m_room = room;
    shown().model->showRoom(room);
}

void AttachmentPane::clear()
{
    m_room = {};
    m_pictures.model->clear();
    m_files.model->clear();
}

void AttachmentPane::choose(AttachmentModel::Kind kind)
{
    shown().model->pause();
    m_kind = kind;
    for (const Part *const part : {&m_pictures, &m_files})
        part->chip->setChecked(part == &shown());
    if (m_room.isValid())
        shown().model->showRoom(m_room);
    showState();
}

/// So many columns as look like pictures, whatever the width of the pane is.
void AttachmentPane::fitGrid()
{
    // As if the scroll bar were always there: it must not come and go with the size that it changes.
    const int bar = style()->pixelMetric(QStyle::PM_ScrollBarExtent, nullptr, m_pictures.list);
    const int side = qMax(1, (m_pictures.list->width() - bar) / columns);
    m_cells->setSide(side);
    m_pictures.list->setGridSize({side, side});
}

bool AttachmentPane::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_pictures.list && event->type() == QEvent::Resize)
        fitGrid();
    if (watched == shown().list && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            open(shown().list->currentIndex());
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void AttachmentPane::open(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    if (m_kind == AttachmentModel::Kind::Pictures)
        showPictures(m_theme, m_context, m_pictures.model->files(), index.row(), this);
    else
        saveAttachment(m_files.model->row(index.row()).file, m_context, this);
}

void AttachmentPane::openMenu(const QPoint &position)
{
    const QModelIndex index = shown().list->indexAt(position);
    if (!index.isValid())
        return;
    const AttachmentModel::Row chosen = shown().model->row(index.row()); // Rows may move while the menu is open.
    const auto icon = [this](const QString &name) { return m_theme.icon(name, &Colors::textMuted); };
    QMenu menu(this);
    menu.addAction(icon(u"messages-square"_s), tr("Show in the chat"), this,
                   [&] { Q_EMIT messageChosen(chosen.message); });
    menu.addAction(icon(u"download"_s), tr("Save…"), this, [&] { saveAttachment(chosen.file, m_context, this); });
    menu.exec(shown().list->viewport()->mapToGlobal(position));
}

void AttachmentPane::showState()
{
    const QString words = stateWords();
    m_state->setText(words);
    m_state->setVisible(!words.isEmpty());
    for (const Part *const part : {&m_pictures, &m_files})
        part->list->setVisible(part == &shown() && part->model->rowCount() > 0);
}

QString AttachmentPane::stateWords() const
{
    const SearchModel &search = shown().model->search();
    if (const auto error = search.error())
        return errorText(*error);
    const bool isEmpty = shown().model->rowCount() == 0;
    if (isEmpty && shown().model->isLooking())
        return tr("Looking for them…");
    const QString offline = search.isFromCache() ? tr("Offline: only what is stored here is shown.") : QString();
    if (!isEmpty)
        return offline;
    const bool pictures = m_kind == AttachmentModel::Kind::Pictures;
    return ((pictures ? tr("No pictures were sent here yet.") : tr("No files were sent here yet.")) + u' ' + offline)
        .trimmed();
}

void AttachmentPane::retranslate()
{
    m_pictures.chip->setText(tr("Photos"));
    m_files.chip->setText(tr("Files"));
    m_pictures.list->setAccessibleName(tr("Photos"));
    m_files.list->setAccessibleName(tr("Files"));
    showState();
}

void AttachmentPane::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace rialto
