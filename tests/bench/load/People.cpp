#include "load/People.h"

#include <QFile>
#include <QJsonDocument>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace rialto::load {
namespace {

QByteArray toJson(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

Result<QString> readPassword(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::Invalid, u"The password file %1 cannot be read: %2"_s.arg(path, file.errorString()));
    return QString::fromUtf8(file.readAll()).trimmed();
}

Person personOf(const QJsonObject &signedIn)
{
    return {signedIn[u"user"].toObject()[u"id"].toInteger(), signedIn[u"accessToken"].toString().toUtf8(), 0};
}

Result<Person> logIn(HttpClient &client, const Options &options)
{
    return readPassword(options.passwordFile)
        .and_then([&](const QString &password) {
            return client.requestJson("POST", "auth/login",
                                      toJson({{u"name"_s, options.user}, {u"password"_s, password}}));
        })
        .map(personOf);
}

Result<Person> registerPerson(HttpClient &client, const QString &name)
{
    const QString password = QUuid::createUuid().toString(QUuid::WithoutBraces);
    return client.requestJson("POST", "auth/register", toJson({{u"name"_s, name}, {u"password"_s, password}}))
        .map(personOf);
}

Result<std::vector<Person>> signIn(HttpClient &client, const Options &options)
{
    std::vector<Person> people;
    const QString run = QUuid::createUuid().toString(QUuid::Id128).left(8);
    for (int i = 0; i < options.people; ++i) {
        const auto person =
            options.user.isEmpty() ? registerPerson(client, u"load-%1-%2"_s.arg(run).arg(i)) : logIn(client, options);
        if (!person)
            return tl::unexpected(person.error());
        people.push_back(*person);
    }
    return people;
}

Result<std::vector<qint64>> makeRooms(HttpClient &client, const Options &options)
{
    if (options.room > 0)
        return std::vector<qint64>{options.room};
    std::vector<qint64> rooms;
    for (int i = 0; i < options.rooms; ++i) {
        const auto room = client.requestJson("POST", "rooms", toJson({{u"name"_s, u"Load %1"_s.arg(i + 1)}}));
        if (!room)
            return tl::unexpected(room.error());
        rooms.push_back((*room)[u"id"].toInteger());
    }
    return rooms;
}

Result<> join(HttpClient &client, const Person &person)
{
    client.setToken(person.token);
    const QByteArray path = "rooms/" + QByteArray::number(person.room) + "/members/" + QByteArray::number(person.id);
    return client.request("PUT", path, "{}").map([](const QByteArray &) {});
}

} // namespace

Result<std::vector<Person>> preparePeople(const Options &options)
{
    HttpClient client(options.target);
    auto people = signIn(client, options);
    if (!people)
        return people;
    client.setToken(people->front().token);
    const auto rooms = makeRooms(client, options);
    if (!rooms)
        return tl::unexpected(rooms.error());
    for (std::size_t i = 0; i < people->size(); ++i) {
        Person &person = people->at(i);
        person.room = rooms->at(i % rooms->size());
        if (const auto joined = join(client, person); !joined)
            return tl::unexpected(joined.error());
    }
    return people;
}

} // namespace rialto::load
