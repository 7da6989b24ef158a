#include "app/Operator.h"

#include "app/ServerApp.h"
#include "protocol/Frame.h"

#include <QEventLoop>
#include <QLocalSocket>

using namespace Qt::StringLiterals;

namespace rialto {
namespace {

constexpr int kConnectMs = 1'000;
constexpr int kReplyMs = 30'000;
constexpr qsizetype kPipelined = 200;

QByteArray lineOf(const Operator::Request &request)
{
    QJsonObject all{{u"method"_s, request.method}, {u"params"_s, request.params}, {u"as"_s, request.as}};
    if (!request.content.isEmpty())
        all.insert(u"content"_s, QString::fromLatin1(request.content.toBase64()));
    QByteArray line;
    appendJson(line, QJsonValue(all));
    return line + '\n';
}

Result<QJsonObject> resultOf(const QByteArray &line)
{
    const auto frame = parseServerFrame(line);
    if (!frame)
        return tl::unexpected(frame.error());
    if (frame->error)
        return tl::unexpected(*frame->error);
    return frame->body;
}

} // namespace

Operator::Operator() = default;
Operator::~Operator() = default;

Result<std::unique_ptr<Operator>> Operator::connect(const Config &config)
{
    auto self = std::unique_ptr<Operator>(new Operator);
    self->m_socket = std::make_unique<QLocalSocket>();
    self->m_socket->connectToServer(DataFolder::socketPathIn(config.data));
    if (self->m_socket->waitForConnected(kConnectMs))
        return self;
    self->m_socket.reset();
    auto app = ServerApp::create(config, self->m_clock);
    if (!app)
        return tl::unexpected(app.error());
    self->m_app = std::move(*app);
    return self;
}

Result<QJsonObject> Operator::call(const Request &request)
{
    return callAll({request}).map([](const QList<QJsonObject> &replies) { return replies.first(); });
}

Result<QList<QJsonObject>> Operator::callAll(const QList<Request> &requests)
{
    QList<QJsonObject> replies;
    for (qsizetype next = 0; next < requests.size();) {
        QByteArrayList lines;
        const qint64 at = requests[next].atMs;
        // Requests of one moment go together: the clock stands still for them.
        for (; next < requests.size() && lines.size() < kPipelined && requests[next].atMs == at; ++next)
            lines.append(lineOf(requests[next]));
        m_clock.setShift(at > 0 ? at - SystemClock().nowMs() : 0);
        const auto answers = m_socket ? exchange(lines) : exchangeHere(lines);
        if (!answers)
            return tl::unexpected(answers.error());
        for (const QByteArray &answer : *answers) {
            auto reply = resultOf(answer);
            if (!reply)
                return tl::unexpected(reply.error());
            replies.append(*reply);
        }
    }
    return replies;
}

Result<QByteArrayList> Operator::exchange(const QByteArrayList &lines)
{
    m_socket->write(lines.join());
    QByteArrayList answers;
    while (answers.size() < lines.size()) {
        if (!m_socket->canReadLine() && !m_socket->waitForReadyRead(kReplyMs))
            return fail(ErrorCode::Unavailable, u"The running server does not answer."_s);
        while (m_socket->canReadLine())
            answers.append(m_socket->readLine());
    }
    return answers;
}

Result<QByteArrayList> Operator::exchangeHere(const QByteArrayList &lines)
{
    QEventLoop loop;
    QByteArrayList answers;
    for (const QByteArray &line : lines) {
        m_app->localDoor().run(line, [&](const QByteArray &answer) {
            answers.append(answer);
            if (answers.size() == lines.size())
                loop.quit();
        });
    }
    if (answers.size() < lines.size())
        loop.exec();
    return answers;
}

} // namespace rialto
