#pragma once

#include "protocol/Fields.h"

namespace rialto {

enum class Verb { None, Get, Post, Put, Patch, Delete };

/// What a method does to the server, which decides where it runs and what REST answers.
enum class Effect {
    Read,   ///< Runs on the reader pool. 200.
    Create, ///< Runs on the domain thread, answers 201 with the entity.
    Change, ///< Runs on the domain thread, answers 200.
    Delete, ///< Runs on the domain thread, answers 204.
};

/// The least that the caller must be. What depends on ownership and membership is decided by core/Authorization.
enum class Access {
    Anyone,   ///< No token needed.
    Guest,    ///< Any signed-in account.
    Member,   ///< Not a guest.
    Operator, ///< Only the command line of the machine that holds the data folder.
};

/// What a request or its answer carries over REST. Streams pass through no memory as a whole; see net/HttpStream.
enum class Payload {
    Json,
    Upload,   ///< The request's body is bytes; the answer is JSON.
    Download, ///< The answer's body is bytes.
};

/// What is declared once about a method; the request struct carries it as `method`.
struct MethodInfo
{
    const char *name; ///< `feature.verb`, the word on the WebSocket.
    Verb verb;        ///< None: has no REST route.
    const char *path; ///< Below /api/v1, with {fields} of the request.
    Effect effect;
    Access access;
    const char *summary;   ///< One line for the documents.
    bool webSocket = true; ///< Whether the WebSocket offers it.
    Payload payload = Payload::Json;
};

/// What is declared once about an event.
struct EventInfo
{
    const char *type;  ///< `feature.factInThePast`.
    const char *topic; ///< As documented: `rooms`, `room:N`, `user:N`, `people`, `catalog`.
    const char *summary;
};

template <typename T>
concept Method = Described<T> && Described<typename T::Reply> && requires
{
    MethodInfo{T::method};
};

template <typename T>
concept Event = Described<typename T::Data> && requires
{
    EventInfo{T::event};
};

template <typename... Types> struct TypeList
{
    /// Calls visit.template operator()<T>() for every type in order.
    template <typename Visit> static void forEach(Visit &&visit) { (visit.template operator()<Types>(), ...); }
};

} // namespace rialto
