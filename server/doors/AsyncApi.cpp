#include "doors/Documents.h"

#include "protocol/Protocol.h"
#include "protocol/Schema.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace rialto::documents {
namespace {

QJsonObject constant(const QString &value)
{
    return {{u"const"_s, value}};
}

QJsonObject object(const QJsonObject &properties, const QJsonArray &required)
{
    return {{u"type"_s, u"object"_s}, {u"properties"_s, properties}, {u"required"_s, required}};
}

QJsonObject messageReference(const QString &name)
{
    return {{u"$ref"_s, u"#/channels/socket/messages/"_s + name}};
}

/// Collects the messages and operations of the one channel.
struct Channel
{
    SchemaSet schemas;
    QJsonObject messages;
    QJsonObject operations;

    void addMessage(const QString &name, const QString &summary, const QJsonObject &payload)
    {
        messages.insert(name, QJsonObject{{u"name"_s, name},
                                          {u"summary"_s, summary},
                                          {u"contentType"_s, u"application/json"_s},
                                          {u"payload"_s, payload}});
    }

    template <Method M> void addMethod()
    {
        if (!M::method.webSocket)
            return;
        const QString name = QString::fromLatin1(M::method.name);
        const QJsonObject id{{u"description"_s, u"Echoed: a whole number or a text of at most 64 characters."_s}};
        addMessage(name, QString::fromLatin1(M::method.summary),
                   object({{u"id"_s, id}, {u"method"_s, constant(name)}, {u"params"_s, schemas.reference<M>()}},
                          {u"id"_s, u"method"_s}));
        addMessage(
            name + u".reply"_s, u"The reply to "_s + name + u'.',
            object({{u"id"_s, id}, {u"result"_s, schemas.reference<typename M::Reply>()}}, {u"id"_s, u"result"_s}));
        operations.insert(
            QString(name).replace(u'.', u'_'),
            QJsonObject{{u"action"_s, u"receive"_s},
                        {u"summary"_s, QString::fromLatin1(M::method.summary)},
                        {u"channel"_s, QJsonObject{{u"$ref"_s, u"#/channels/socket"_s}}},
                        {u"messages"_s, QJsonArray{messageReference(name)}},
                        {u"reply"_s, QJsonObject{{u"channel"_s, QJsonObject{{u"$ref"_s, u"#/channels/socket"_s}}},
                                                 {u"messages"_s, QJsonArray{messageReference(name + u".reply"_s),
                                                                            messageReference(u"error"_s)}}}}});
    }

    template <Event E> void addEvent()
    {
        const QString type = QString::fromLatin1(E::event.type);
        const QString topic = u"Topic "_s + QString::fromLatin1(E::event.topic) + u". "_s;
        addMessage(type, topic + QString::fromLatin1(E::event.summary),
                   object({{u"seq"_s, QJsonObject{{u"type"_s, u"integer"_s}}},
                           {u"topic"_s, QJsonObject{{u"type"_s, u"string"_s}}},
                           {u"type"_s, constant(type)},
                           {u"data"_s, schemas.reference<typename E::Data>()}},
                          {u"topic"_s, u"type"_s, u"data"_s}));
        operations.insert(QString(type).replace(u'.', u'_'),
                          QJsonObject{{u"action"_s, u"send"_s},
                                      {u"summary"_s, QString::fromLatin1(E::event.summary)},
                                      {u"channel"_s, QJsonObject{{u"$ref"_s, u"#/channels/socket"_s}}},
                                      {u"messages"_s, QJsonArray{messageReference(type)}}});
    }
};

} // namespace

QByteArray asyncApi()
{
    Channel channel;
    Methods::forEach([&]<typename M>() { channel.addMethod<M>(); });
    Events::forEach([&]<typename E>() { channel.addEvent<E>(); });
    const QJsonObject text{{u"type"_s, u"string"_s}};
    channel.addMessage(u"error"_s, u"A refusal of a request."_s,
                       object({{u"id"_s, QJsonObject{}},
                               {u"error"_s, object({{u"code"_s, text},
                                                    {u"message"_s, text},
                                                    {u"field"_s, text},
                                                    {u"current"_s, QJsonObject{{u"type"_s, u"object"_s}}},
                                                    {u"retryAfter"_s, QJsonObject{{u"type"_s, u"integer"_s}}}},
                                                   {u"code"_s, u"message"_s})}},
                              {u"id"_s, u"error"_s}));
    const QJsonObject document{
        {u"asyncapi"_s, u"3.0.0"_s},
        {u"info"_s, QJsonObject{{u"title"_s, u"Rialto"_s}, {u"version"_s, QStringLiteral(RIALTO_VERSION)}}},
        {u"channels"_s,
         QJsonObject{{u"socket"_s, QJsonObject{{u"address"_s, u"/ws"_s}, {u"messages"_s, channel.messages}}}}},
        {u"operations"_s, channel.operations},
        {u"components"_s, QJsonObject{{u"schemas"_s, channel.schemas.schemas()}}}};
    return QJsonDocument(document).toJson(QJsonDocument::Compact);
}

} // namespace rialto::documents
