#include "app/DemoAftermath.h"

#include "app/Operator.h"
#include "protocol/ServerLink.h"

using namespace Qt::StringLiterals;

namespace rialto::demo {
namespace {

// Places in kRooms and kToday.
constexpr int kWarehouse = 0;
constexpr int kShowcase = 1;
constexpr int kAnnouncements = 5;
constexpr int kOlenaAndrii = 6;
constexpr int kOlenaMaya = 9;
constexpr int kStocktaking = 10;
constexpr int kShelfRule = 1;
constexpr int kCount = 3;
constexpr int kInvoice = 7;

class Aftermath
{
public:
    Aftermath(Operator &server, const Told &told) : m_server(server), m_told(told) {}

    Result<> changeMessages()
    {
        QJsonObject edit = placeOf(m_told.today[kCount]);
        edit.insert(u"text"_s, u"По лампам сошлось: *девять* на полке, три в возвратах."_s);
        QJsonObject forward = placeOf(m_told.today[kInvoice]);
        forward.insert(u"toRoomId"_s, m_told.rooms[kOlenaAndrii]);
        return ask(u"dmitry"_s, u"chat.edit"_s, edit)
            .and_then([&](const QJsonObject &) { return ask(u"olena"_s, u"chat.forward"_s, forward); })
            .and_then(
                [&](const QJsonObject &) { return say(u"jonas"_s, kWarehouse, u"Oops, that was for the kitchen"_s); })
            .and_then([&](const QJsonObject &said) { return ask(u"jonas"_s, u"chat.delete"_s, placeOf(said)); })
            .map([](const QJsonObject &) {});
    }

    Result<> sayLinks()
    {
        const QString product = linkTo(u"products/%1"_s.arg(m_told.productId));
        const QJsonObject rule = placeOf(m_told.today[kShelfRule]);
        const QString message = linkTo(u"rooms/%1/messages/%2"_s.arg(rule.value("roomId"_L1).toInteger())
                                           .arg(rule.value("messageId"_L1).toInteger()));
        return say(u"amara"_s, kShowcase, u"[This lamp](%1) sells best this week"_s.arg(product))
            .and_then([&](const QJsonObject &) {
                return say(u"olena"_s, kOlenaMaya,
                           u"The rule for the labels is [in the stock room](%1)"_s.arg(message));
            })
            .map([](const QJsonObject &) {});
    }

    Result<> arrangeRooms()
    {
        return see(kWarehouse, u"pinned"_s)
            .and_then([&](const QJsonObject &) { return see(kAnnouncements, u"muted"_s); })
            .and_then([&](const QJsonObject &) { return see(kStocktaking, u"archived"_s); })
            .map([](const QJsonObject &) {});
    }

    Result<> arrangeDays()
    {
        return ask(u"taras"_s, u"people.changeMe"_s,
                   {{u"quietHours"_s, true},
                    {u"quietFrom"_s, 21 * 60},
                    {u"quietTo"_s, 7 * 60},
                    {u"timeZone"_s, u"Europe/Warsaw"_s}})
            .map([](const QJsonObject &) {});
    }

private:
    QString linkTo(const QString &path) const { return serverLink(m_told.address, path, m_told.serverId).toString(); }

    Result<QJsonObject> ask(const QString &as, const QString &method, const QJsonObject &params)
    {
        return m_server.call({method, params, as, 0});
    }
    Result<QJsonObject> say(const QString &as, int room, const QString &text)
    {
        return ask(as, u"chat.send"_s, {{u"roomId"_s, m_told.rooms[room]}, {u"text"_s, text}});
    }
    Result<QJsonObject> see(int room, const QString &how)
    {
        return ask(u"olena"_s, u"chat.changeMembership"_s, {{u"roomId"_s, m_told.rooms[room]}, {how, true}});
    }
    static QJsonObject placeOf(const QJsonObject &message)
    {
        return {{u"roomId"_s, message.value("roomId"_L1)}, {u"messageId"_s, message.value("id"_L1)}};
    }

    Operator &m_server;
    const Told &m_told;
};

} // namespace

Result<> addAftermath(Operator &server, const Told &told)
{
    Aftermath after(server, told);
    return after.changeMessages()
        .and_then([&] { return after.sayLinks(); })
        .and_then([&] { return after.arrangeRooms(); })
        .and_then([&] { return after.arrangeDays(); });
}

} // namespace rialto::demo
