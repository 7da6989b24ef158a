#include "figures/CacheFill.h"

#include <QDirIterator>
#include <QTextStream>

#include <fcntl.h>
#include <unistd.h>

#include "cache/Cache.h"
#include "figures/Figures.h"
#include "figures/SampleTexts.h"
#include "protocol/People.h"

using namespace Qt::StringLiterals;

namespace rialto::bench {
namespace {

constexpr int kTransaction = 20'000;
constexpr int kRooms = 20;
constexpr int kMessagesOfOthers = 100;
constexpr qint64 kFirstDay = 1'700'000'000'000;
/// A million messages in not quite three years.
constexpr qint64 kBetweenMs = 90'000;

const QStringList &people()
{
    static const QStringList names = u"olena andrii dmitry maya sofia jonas irina taras amara guest"_s.split(u' ');
    return names;
}

User person(int index)
{
    User user;
    user.id = UserId{index + 1};
    user.name = people().at(index);
    user.displayName = user.name.first(1).toUpper() + user.name.mid(1);
    return user;
}

StoredAccount accountOf()
{
    StoredAccount account;
    account.server = *ServerAddress::parse(u"http://127.0.0.1:9"_s);
    account.user = person(0);
    account.accessToken = u"expired"_s;
    account.refreshToken = u"unknown"_s;
    return account;
}

Message messageOf(qint64 number, RoomId room)
{
    Message message;
    message.id = MessageId{number};
    message.roomId = room;
    // People say two or three things in a row.
    const qint64 turn = sampleDice(number, 1, 3) == 0 ? number : number - number % 3;
    message.authorId = UserId{1 + sampleDice(turn, 2, static_cast<int>(people().size()))};
    message.clientId = u"seed-"_s + QString::number(number);
    message.text = sampleText(number);
    message.createdAt = kFirstDay + number * kBetweenMs;
    if (number > 1000 && sampleDice(number, 3, 20) == 0)
        message.replyToId = MessageId{number - 1 - sampleDice(number, 4, 50)};
    if (sampleDice(number, 5, 25) == 0)
        message.reactions = {{u"👍"_s, {UserId{1}, UserId{2}}}, {u"❤️"_s, {UserId{3}}}};
    return message;
}

void addRoom(Cache &cache, int index, MessageId newest)
{
    Room room;
    room.id = RoomId{index};
    room.name = index == 1 ? u"Склад і поставки"_s : index == 2 ? u"it-help"_s : u"Room %1"_s.arg(index);
    room.createdAt = kFirstDay;
    cache.entities().merge({u"room"_s, room.id.value}, room);
    Membership membership;
    membership.roomId = room.id;
    membership.userId = UserId{1};
    membership.lastReadMessageId = newest;
    membership.joinedAt = kFirstDay;
    cache.entities().merge({u"membership"_s, room.id.value}, membership);
    for (int user = 0; user < people().size(); ++user) {
        Member member;
        member.roomId = room.id;
        member.userId = person(user).id;
        cache.entities().merge({u"member"_s, room.id.value, member.userId.value}, member);
    }
    cache.messages().setWindow(room.id, {MessageId{1}, {}, true});
}

Result<> addMessages(Cache &cache, RoomId room, qint64 first, qint64 count)
{
    for (qint64 done = 0; done < count; done += kTransaction) {
        Transaction transaction(cache.database());
        for (qint64 i = done; i < std::min(count, done + kTransaction); ++i)
            cache.messages().merge(messageOf(first + i, room));
        if (const Result<> stored = transaction.commit(); !stored)
            return stored;
    }
    return {};
}

Result<> fill(Cache &cache, qint64 count)
{
    const qint64 all = count + (kRooms - 1) * kMessagesOfOthers;
    for (int user = 0; user < people().size(); ++user)
        cache.entities().merge({u"user"_s, person(user).id.value}, person(user));
    for (int room = 1; room <= kRooms; ++room)
        addRoom(cache, room, MessageId{all});
    for (int room = 2; room <= kRooms; ++room) {
        const qint64 first = count + 1 + (room - 2) * kMessagesOfOthers;
        if (const Result<> stored = addMessages(cache, RoomId{room}, first, kMessagesOfOthers); !stored)
            return stored;
    }
    return addMessages(cache, kFullRoom, 1, count);
}

} // namespace

bool fillProfile(const QString &folder, qint64 count)
{
    Profile profile(folder);
    const StoredAccount account = accountOf();
    Figures figures;
    QElapsedTimer watch;
    watch.start();
    {
        Cache cache(profile.cacheFile(account));
        const Result<> filled = cache.problem().isEmpty() ? fill(cache, count) : cache.database().lastResult();
        if (!filled || !cache.problem().isEmpty()) {
            QTextStream(stderr) << (filled ? cache.problem() : filled.error().message) << '\n';
            return false;
        }
        figures.add(u"storing the messages, in large transactions"_s, double(watch.restart()) / 1000, u"s"_s);
        while (cache.messages().index().indexSome(kTransaction) > 0) {
        }
        figures.add(u"putting them into the index, likewise"_s, double(watch.restart()) / 1000, u"s"_s);
    }
    if (const Result<> saved = profile.save(account); !saved) {
        QTextStream(stderr) << saved.error().message << '\n';
        return false;
    }
    figures.add(u"size of the cache"_s, double(QFileInfo(profile.cacheFile(account)).size()) / 1e6, u"MB"_s);
    figures.print();
    return true;
}

void dropFileCache(const QString &folder)
{
    QDirIterator files(folder, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const int file = ::open(QFile::encodeName(files.next()).constData(), O_RDONLY | O_CLOEXEC);
        if (file < 0)
            continue;
        ::fdatasync(file);
        ::posix_fadvise(file, 0, 0, POSIX_FADV_DONTNEED);
        ::close(file);
    }
}

} // namespace rialto::bench
