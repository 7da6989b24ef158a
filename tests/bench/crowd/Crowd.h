#pragma once

#include "load/HttpClient.h"
#include "load/People.h"

#include <array>
#include <vector>

namespace rialto::load {

/// Connections that take a place and give nothing for it, to see what the others notice of them.
///
/// Lives on: one thread, that of its maker.
class Crowd
{
public:
    enum class Kind {
        SlowHead,      ///< Sends the head of a request, a byte a second.
        SlowBody,      ///< Sends a body, a byte a second.
        SlowFrame,     ///< Opens a WebSocket and sends a frame, a byte a second.
        DeafHttp,      ///< Asks for document upon document and reads nothing.
        DeafWebSocket, ///< Listens to a loud room and reads nothing.
    };
    enum class WhenDropped { Leave, ComeAgain };

    Crowd(const Target &target, const Person &person, WhenDropped whenDropped);
    ~Crowd();
    Crowd(const Crowd &) = delete;
    Crowd &operator=(const Crowd &) = delete;

    /// Opens `count` connections of a kind. Fails when the server takes no more.
    Result<> add(Kind kind, int count);
    static constexpr int kStepsPerRound = 50;
    /// Lets the next fiftieth of the slow ones send a byte and looks who of them was dropped. Call it fifty times a
    /// second, so that the crowd weighs the same all the time.
    void step();

    int alive() const;
    int dropped() const { return m_dropped; }

private:
    struct Member
    {
        Kind kind = Kind::SlowHead;
        int socket = -1;
    };

    Result<int> open(Kind kind) const;
    QByteArray greetingOf(Kind kind) const;
    static bool isDropped(const Member &member);

    const Target m_target;
    const Person m_person;
    const WhenDropped m_whenDropped;
    std::vector<Member> m_members;
    int m_dropped = 0;
    std::size_t m_next = 0; ///< Who comes first in the next step.
};

} // namespace rialto::load
