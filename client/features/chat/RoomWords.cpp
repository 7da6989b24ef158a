#include "features/chat/RoomWords.h"

#include <QCoreApplication>
#include <QDateTime>

#include "features/chat/model/RoomListModel.h"
#include "features/chat/model/TypingBook.h"
#include "net/PresenceBook.h"
#include "ui/PresenceText.h"
#include "ui/TimeText.h"

using namespace Qt::StringLiterals;

namespace rialto {

namespace {

class RoomWords
{
    Q_DECLARE_TR_FUNCTIONS(RoomWords)
public:
    RoomWords(const QModelIndex &room, const ChatContext &context) : m_room(room), m_context(context) {}

    QString all() const
    {
        QStringList words{text(RoomListModel::TitleRole), presence()};
        if (const int unread = number(RoomListModel::UnreadCountRole); unread > 0)
            words.append(tr("%n unread", nullptr, unread));
        if (const int mentions = number(RoomListModel::MentionCountRole); mentions > 0)
            words.append(tr("%n mention(s) of you", nullptr, mentions));
        if (m_room.data(RoomListModel::PinnedRole).toBool())
            words.append(tr("pinned"));
        if (m_room.data(RoomListModel::MutedRole).toBool())
            words.append(tr("muted"));
        if (m_room.data(RoomListModel::ArchivedRole).toBool())
            words.append(tr("archived"));
        if (!m_room.data(RoomListModel::JoinedRole).toBool())
            words.append(tr("you are not in it"));
        words << newest();
        if (const qint64 time = m_room.data(RoomListModel::LastTimeRole).toLongLong(); time > 0)
            words << shortMoment(time, QDate::currentDate());
        words.removeAll(QString());
        return words.join(u", "_s);
    }

private:
    QString text(int role) const { return m_room.data(role).toString().simplified(); }
    int number(int role) const { return m_room.data(role).toInt(); }
    QString presence() const
    {
        const UserId other{m_room.data(RoomListModel::OtherUserIdRole).toLongLong()};
        return presenceText(m_context.presence.find(other), QDateTime::currentMSecsSinceEpoch());
    }
    /// Who types, else what oneself has begun to write, else what was written last.
    QString newest() const
    {
        const RoomId id{m_room.data(RoomListModel::IdRole).toLongLong()};
        if (const QString typing = m_context.typing.words(id); !typing.isEmpty())
            return typing;
        if (const QString draft = text(RoomListModel::DraftRole); !draft.isEmpty())
            return tr("Draft: %1").arg(draft);
        const QString preview = text(RoomListModel::PreviewRole);
        const QString author =
            m_room.data(RoomListModel::PreviewOwnRole).toBool() ? tr("You") : text(RoomListModel::PreviewAuthorRole);
        return preview.isEmpty() ? text(RoomListModel::TopicRole) : author + u": "_s + preview;
    }

    const QModelIndex m_room;
    const ChatContext &m_context;
};

} // namespace

QString roomWords(const QModelIndex &room, const ChatContext &context)
{
    return RoomWords(room, context).all();
}

} // namespace rialto
