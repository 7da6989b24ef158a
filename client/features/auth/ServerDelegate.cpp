#include "features/auth/ServerDelegate.h"

#include <QPainter>

#include "net/ServerAddress.h"
#include "ui/Avatar.h"
#include "ui/Mirror.h"
#include "ui/RowGround.h"

using namespace Qt::StringLiterals;

namespace rialto {

namespace {

constexpr int rowHeight = 64;
constexpr int tile = 40;
constexpr int lineHeight = 20;
constexpr int dot = 9;

} // namespace

ServerDelegate::ServerDelegate(const Theme &theme, QObject *parent) : RowDelegate(theme, parent) {}

void ServerDelegate::paintRow(LinePainter &lines, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    paintRowGround(lines.painter(), m_theme, option, option.rect.adjusted(0, 1, 0, -1));
    const QRect row = option.rect;
    const bool selected = option.state & QStyle::State_Selected;
    const QString server = index.data().toString();
    const Mirror at(option.direction, row);
    const QRectF arch(row.left() + 12, row.top() + (row.height() - tile) / 2, tile, tile);
    paintRoomTile(lines.painter(), at(arch), m_theme, 7, u"server"_s, selected);
    const auto address = ServerAddress::parse(server);
    const int height = m_theme.grown(lineHeight);
    const LineLook small{m_theme.font(TextStyle::Small), m_theme.colors().textMuted};
    const QRect words(row.left() + 64, row.center().y() + 1 - height, row.width() - 76, height);
    const QString place = address ? address->displayName() : server;
    const QString name = index.data(NameRole).toString();
    const int online = paintOnline(lines, words, at, index.data(OnlineRole).toString());
    lines.text(at(words.adjusted(0, 0, -online, 0)), name.isEmpty() ? place : name,
               {m_theme.font(TextStyle::RowUnread), m_theme.colors().text});
    QStringList below{name.isEmpty() ? QString() : place, index.data(DetailRole).toString()};
    below.removeAll(QString());
    lines.text(at(words.translated(0, height)), below.join(u" · "_s), small);
}

/// At the end of a line. Returns how much of it that takes.
int ServerDelegate::paintOnline(LinePainter &lines, const QRect &line, const Mirror &at, const QString &words) const
{
    if (words.isEmpty())
        return 0;
    const int taken =
        lines.text(at(line), words, {m_theme.font(TextStyle::Small), m_theme.colors().textMuted, Qt::AlignRight});
    const QRectF spot(line.right() - taken - dot - 6, line.center().y() - dot / 2, dot, dot);
    lines.painter().setPen(QPen(m_theme.colors().panel, 2)); // On a selection the dot alone would hardly be seen.
    lines.painter().setBrush(m_theme.colors().presenceOnline);
    lines.painter().drawEllipse(at(spot));
    return taken + 3 * dot;
}

QSize ServerDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {0, m_theme.grown(rowHeight)};
}

} // namespace rialto
