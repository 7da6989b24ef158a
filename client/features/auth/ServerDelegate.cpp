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
    const QRect words = at(QRect(row.left() + 64, row.center().y() + 1 - height, row.width() - 76, height));
    lines.text(words, address ? address->displayName() : server,
               {m_theme.font(TextStyle::RowUnread), m_theme.colors().text});
    lines.text(words.translated(0, height), index.data(Qt::UserRole).toString(),
               {m_theme.font(TextStyle::Small), m_theme.colors().textMuted});
}

QSize ServerDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {0, m_theme.grown(rowHeight)};
}

} // namespace rialto
