#pragma once

#include "load/HttpClient.h"

#include <QStringList>

namespace rialto::load {

enum class Scenario {
    Chat,    ///< WebSocket connections that send and receive messages through the whole protocol.
    Plain,   ///< The same load against a bare broadcast server, without accounts, rooms and replies.
    History, ///< Pages of a room's history over REST.
};

/// When a message counts as finished, so that its sender may send the next.
enum class Finish { Acked, Delivered };

struct Options
{
    Scenario scenario = Scenario::Chat;
    Target target;
    QString user;         ///< Sign in as this person instead of registering people.
    QString passwordFile; ///< Where the password of `user` stands.
    qint64 room = 0;      ///< An existing room, 0 to make rooms.
    int connections = 100;
    int people = 1;
    int rooms = 1;
    int senders = 1;
    int inFlight = 1; ///< Unfinished messages of one sender in the closed loop.
    double rate = 0;  ///< Messages per second of all senders together; 0 is the closed loop.
    Finish finish = Finish::Delivered;
    int textBytes = 64; ///< Length of a message's text; in the plain scenario of the whole JSON text.
    double warmUpSeconds = 1;
    double seconds = 5;
    qint64 serverPid = 0; ///< 0 when the server's process is not to be looked at.
    bool json = false;
};

/// Reads the command line; --help prints and ends the process. Fails with a sentence that says what is wrong.
Result<Options> parseOptions(const QStringList &arguments);

} // namespace rialto::load
