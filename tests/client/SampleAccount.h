#pragma once

#include <QDateTime>
#include <QTemporaryDir>
#include <functional>

#include "cache/Cache.h"
#include "net/Profile.h"
#include "protocol/Catalog.h"
#include "protocol/Chat.h"
#include "protocol/Friends.h"
#include "protocol/Notifications.h"
#include "protocol/People.h"

namespace rialto {

/// A message of Дмитрий that is `agoMs` old.
inline Message sampleMessage(qint64 id, RoomId room, const QString &text, qint64 agoMs = 0)
{
    Message message;
    message.id = MessageId{id};
    message.roomId = room;
    message.authorId = UserId{3};
    message.clientId = QStringLiteral("sample%1").arg(id);
    message.text = text;
    message.createdAt = QDateTime::currentMSecsSinceEpoch() - agoMs;
    return message;
}

/// A profile in a temporary folder with a cache that somebody has used before: people, rooms, messages, products.
/// Its server listens nowhere, so everything is seen as it is offline.
class SampleAccount
{
public:
    static constexpr UserId me{1};
    static constexpr RoomId stock{1};
    static constexpr RoomId purchases{3};
    static constexpr RoomId outside{6};

    explicit SampleAccount(Role role = Role::Member) : m_profile(m_folder.path())
    {
        m_account.server = *ServerAddress::parse(QStringLiteral("http://127.0.0.1:9"));
        m_account.user = person(1, QStringLiteral("andriy"), QStringLiteral("Андрій Мельник"));
        m_account.user.role = role;
        m_account.accessToken = QStringLiteral("expired");
        m_account.refreshToken = QStringLiteral("unknown");
        fill();
    }

    Profile &profile() { return m_profile; }
    const StoredAccount &account() const { return m_account; }
    /// As if this person had closed the program while signed in.
    void remember() { [[maybe_unused]] const auto saved = m_profile.save(m_account); }

private:
    static User person(qint64 id, const QString &name, const QString &displayName)
    {
        User user;
        user.id = UserId{id};
        user.name = name;
        user.displayName = displayName;
        return user;
    }

    static qint64 at(int daysAgo, int hour, int minute)
    {
        const QDate day = QDate::currentDate().addDays(-daysAgo);
        return QDateTime(day, QTime(hour, minute)).toMSecsSinceEpoch();
    }

    void fill()
    {
        Cache cache(m_profile.cacheFile(m_account));
        fillPeople(cache);
        fillRooms(cache);
        fillMessages(cache);
        fillProducts(cache);
        fillNotifications(cache);
        fillFriends(cache);
    }

    void fillFriends(Cache &cache)
    {
        const std::pair<qint64, FriendState> friends[] = {
            {2, FriendState::Friend}, {4, FriendState::Asked}, {6, FriendState::Invited}};
        for (const auto &[id, state] : friends) {
            Friendship friendship;
            friendship.userId = me;
            friendship.friendId = UserId{id};
            friendship.state = state;
            cache.entities().merge({QStringLiteral("friend"), id}, friendship);
        }
    }

    void notify(Cache &cache, NotificationKind kind, qint64 actor, qint64 room, qint64 time, const QString &text,
                int count = 1, bool read = false)
    {
        Notification notification;
        notification.id = NotificationId{++m_lastNotification};
        notification.kind = kind;
        notification.actorId = UserId{actor};
        if (room > 0)
            notification.roomId = RoomId{room};
        if (!text.isEmpty())
            notification.messageId = MessageId{1};
        notification.text = text;
        notification.count = count;
        notification.createdAt = notification.updatedAt = time;
        if (read)
            notification.readAt = time;
        cache.entities().merge({QStringLiteral("notification"), notification.id.value}, notification);
    }

    void fillNotifications(Cache &cache)
    {
        notify(cache, NotificationKind::Reaction, 5, 1, at(4, 16, 0), QStringLiteral("👍"), 4, true);
        notify(cache, NotificationKind::FriendAccepted, 6, 0, at(4, 17, 0), {}, 1, true);
        notify(cache, NotificationKind::Invitation, 3, 3, at(2, 12, 0), {}, 1, true);
        notify(cache, NotificationKind::FriendRequest, 4, 0, at(0, 0, 5), {});
        notify(cache, NotificationKind::Reply, 3, 1, at(0, 0, 6),
               QStringLiteral("Тогда ставлю девять, а три штуки отмечу как возврат."));
        notify(cache, NotificationKind::DirectMessage, 2, 4, at(0, 0, 9),
               QStringLiteral("Дякую! Тоді чекаю на накладну"), 3);
        notify(cache, NotificationKind::Mention, 4, 2, at(0, 0, 10),
               QStringLiteral("@andriy глянь фото до «Маяка», чи не надто темне для сайту?"));
    }

    void fillPeople(Cache &cache)
    {
        const User people[] = {m_account.user,
                               person(2, QStringLiteral("olena"), QStringLiteral("Олена Коваленко")),
                               person(3, QStringLiteral("dmitry"), QStringLiteral("Дмитрий Соколов")),
                               person(4, QStringLiteral("maya"), QStringLiteral("Maya Lindqvist")),
                               person(5, QStringLiteral("taras"), QStringLiteral("Тарас Приходченко-Лісовий")),
                               person(6, QStringLiteral("jonas"), QStringLiteral("Jonas Weber"))};
        for (const User &user : people)
            cache.entities().merge({QStringLiteral("user"), user.id.value}, user);
    }

    void addRoom(Cache &cache, qint64 id, const QString &name, const QString &topic, Visibility visibility,
                 qint64 other = 0, bool joined = true, qint64 read = 0)
    {
        Room room;
        room.id = RoomId{id};
        room.name = name;
        room.topic = topic;
        room.visibility = visibility;
        room.createdAt = at(20, 9, 0);
        if (other > 0)
            room.directUserIds = {me, UserId{other}};
        cache.entities().merge({QStringLiteral("room"), id}, room);
        if (!joined)
            return;
        Membership membership;
        membership.roomId = room.id;
        membership.userId = me;
        membership.lastReadMessageId = MessageId{read};
        membership.joinedAt = room.createdAt;
        cache.entities().merge({QStringLiteral("membership"), id}, membership);
        for (qint64 user = 1; user <= 4; ++user) {
            Member member;
            member.roomId = room.id;
            member.userId = UserId{user};
            cache.entities().merge({QStringLiteral("member"), id, user}, member);
        }
    }

    void fillRooms(Cache &cache)
    {
        addRoom(cache, 1, QStringLiteral("Склад і поставки"),
                QStringLiteral("Приймання, накладні, переміщення між полицями · Поставщики и остатки"),
                Visibility::Public, 0, true, 10);
        addRoom(cache, 2, QStringLiteral("Вітрина та каталог"), {}, Visibility::Public, 0, true, 0);
        addRoom(cache, 3, QStringLiteral("Закупки 2026"), QStringLiteral("Закрытая комната отдела"),
                Visibility::Private, 0, true, 100);
        addRoom(cache, 4, {}, {}, Visibility::Direct, 2, true, 30);
        addRoom(cache, 5, {}, {}, Visibility::Direct, 5, true, 100);
        addRoom(cache, 6, QStringLiteral("it-help"), QStringLiteral("Printers, passwords, everything that blinks"),
                Visibility::Public, 0, false);
        cache.drafts().set(RoomId{3}, QStringLiteral("Пропоную замовити ще дві палети"));
    }

    /// `add` gives the message what few have: a quote, reactions.
    void say(
        Cache &cache, qint64 room, qint64 author, qint64 time, const QString &text, qint64 editedAt = 0,
        bool deleted = false, const std::function<void(Message &)> &add = [](Message &) {})
    {
        Message message;
        message.id = MessageId{++m_lastMessage};
        message.roomId = RoomId{room};
        message.authorId = UserId{author};
        message.clientId = QStringLiteral("c%1").arg(m_lastMessage);
        message.text = text;
        message.createdAt = time;
        if (editedAt > 0)
            message.editedAt = editedAt;
        if (deleted)
            message.deletedAt = time;
        add(message);
        cache.messages().merge(message);
        if (message.pinnedAt)
            cache.entities().merge({QStringLiteral("pin"), room, message.id.value}, message);
    }

    void fillMessages(Cache &cache)
    {
        say(cache, 1, 4, at(1, 16, 40), QStringLiteral("The forklift is back from the workshop 🎉"));
        say(cache, 1, 1, at(1, 16, 42),
            QStringLiteral("Дякую! Тоді завтра зранку розвантажуємо 👍🏽"));
        say(cache, 1, 2, at(0, 0, 1),
            QStringLiteral("Доброго ранку! Прийшла палета від «Світлотеха», але без накладної."));
        say(cache, 1, 2, at(0, 0, 2), QStringLiteral("Номер замовлення 4821. Хтось бачив її у пошті?"));
        say(cache, 1, 1, at(0, 0, 3), QStringLiteral("Так, накладна в мене. Зараз додам у картку товару."), at(0, 0, 3),
            false, [](Message &message) {
                message.replyToId = MessageId{4};
                message.reactions = {{QStringLiteral("👍"), {me, UserId{2}, UserId{3}}},
                                     {QStringLiteral("❤️"), {UserId{4}}}};
                message.pinnedAt = message.createdAt;
            });
        say(cache, 1, 3, at(0, 0, 4),
            QStringLiteral("По лампам: на полке B-04 насчитал шесть штук, в каталоге девять. Проверьте, пожалуйста"));
        say(cache, 1, 3, at(0, 0, 4), {}, 0, true);
        say(cache, 1, 1, at(0, 0, 5), QStringLiteral("Перевірю"));
        say(cache, 1, 1, at(0, 0, 5), QStringLiteral("👨‍👩‍👧 ❤️ 🇺🇦"));
        say(cache, 1, 5, at(0, 0, 6), QStringLiteral("Ок"));
        say(cache, 1, 4, at(0, 0, 7),
            QStringLiteral(
                "Shelf B-04 was moved on Tuesday. Three lamps are still in the returns cage, the list is here: "
                "https://office-server/docs/returns"));
        say(cache, 1, 4, at(0, 0, 8),
            QStringLiteral("@andriy could you check the *price* too? I think we agreed on **1 290**."), 0, false,
            [](Message &message) { message.mentionedIds = {me}; });
        for (int i = 0; i < 12; ++i)
            say(cache, 2, 3, at(0, 0, i), QStringLiteral("Фото %1 для вітрини готове").arg(i + 1));
        say(cache, 3, 3, at(2, 12, 20), QStringLiteral("Договор подписан"));
        say(cache, 3, 2, at(0, 0, 3),
            QStringLiteral("Ось правило для імпорту, щоб полиця не губилася:\n```toml\n[shelf]\npattern  = "
                           "\"^[A-Z]-\\d{2}$\"\non_empty = \"keep-previous\"\n```"));
        say(cache, 3, 4, at(0, 0, 4),
            QStringLiteral("> полиця не губилася\n\nWhat we still need:\n- lamps, `LMP-0142`\n- ~~candles~~\n- oak "
                           "boards\n\nThe price is ||64,00 a piece||"),
            0, false, [](Message &message) { message.forwardedFromId = UserId{3}; });
        say(cache, 3, 1, at(0, 0, 5), QStringLiteral("🎉"));
        say(cache, 4, 2, at(0, 0, 9), QStringLiteral("Дякую! Тоді чекаю на накладну"));
        say(cache, 4, 1, at(0, 0, 10), QStringLiteral("Вже їду"));
        say(cache, 5, 5, at(3, 18, 0), QStringLiteral("Домовилися, перетелефоную після обіду"));
        for (qint64 room = 1; room <= 5; ++room)
            cache.messages().setWindow(RoomId{room}, {MessageId{1}, {}, true});
    }

    void addProduct(Cache &cache, const QString &sku, const QString &name, qint64 price, qint64 thousandths,
                    const QString &unit, qint64 owner)
    {
        Product product;
        product.id = ProductId{++m_lastProduct};
        product.sku = sku;
        product.name = name;
        product.price = price;
        product.currency = QStringLiteral("UAH");
        product.quantity.thousandths = thousandths;
        product.unit = unit;
        product.ownerId = UserId{owner};
        product.createdAt = product.updatedAt = at(int(m_lastProduct), 9, 30);
        cache.entities().merge({QStringLiteral("product"), product.id.value}, product);
    }

    void fillProducts(Cache &cache)
    {
        addProduct(cache, QStringLiteral("LMP-0142"), QStringLiteral("Лампа настільна «Маяк», латунь"), 124900, 6000,
                   QStringLiteral("pcs"), 1);
        addProduct(cache, QStringLiteral("LMP-0155"), QStringLiteral("Лампа настільна «Маяк», чорна"), 119900, 24000,
                   QStringLiteral("pcs"), 1);
        addProduct(cache, QStringLiteral("MUG-0031"), QStringLiteral("Кружка керамическая 350 мл, синяя"), 18900,
                   148000, QStringLiteral("pcs"), 3);
        addProduct(cache, QStringLiteral("BRD-0007"), QStringLiteral("Oak serving board 40 × 20 cm"), 64000, 32000,
                   QStringLiteral("pcs"), 4);
        addProduct(cache, QStringLiteral("TPT-0018"), QStringLiteral("Чайник заварювальний скляний 800 мл"), 87500,
                   3000, QStringLiteral("pcs"), 1);
        addProduct(cache, QStringLiteral("CND-0064"), QStringLiteral("Свічка соєва «Кедр і бергамот»"), 31500, 0,
                   QStringLiteral("pcs"), 1);
        addProduct(cache, QStringLiteral("VAS-0029"), QStringLiteral("Vase Laguna, plum, 28 cm"), 98000, 11000,
                   QStringLiteral("pcs"), 4);
        addProduct(cache, QStringLiteral("RPE-0003"), QStringLiteral("Канат льняной, 12 мм"), 4550, 87250,
                   QStringLiteral("m"), 3);
    }

    QTemporaryDir m_folder;
    Profile m_profile;
    StoredAccount m_account;
    qint64 m_lastMessage = 0;
    qint64 m_lastProduct = 0;
    qint64 m_lastNotification = 0;
};

} // namespace rialto
