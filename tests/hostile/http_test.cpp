#include "support/RawSocket.h"

using namespace Qt::StringLiterals;
using namespace rialto;
using namespace rialto::test;

namespace {

const QByteArray kHost = "Host: x\r\n";
const QByteArray kHealth = "GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n";
const QByteArray kPost = "POST /api/v1/auth/login HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n";

QByteArray get(const QByteArray &target)
{
    return "GET " + target + " HTTP/1.1\r\n" + kHost + "\r\n";
}

QByteArray post(const QByteArray &body)
{
    return kPost + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

QByteArray withHost(const QByteArray &host)
{
    return "GET /healthz HTTP/1.1\r\nHost:" + host + "\r\n\r\n";
}

using Statuses = QList<int>;

} // namespace

/// What the gate and the REST door answer to bytes that nobody should send. Every row says which answers come, in
/// order, and whether the connection lives on; whatever stands behind a closing answer is never looked at.
class HostileHttpTest : public QObject
{
    Q_OBJECT

    static void columns()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<Statuses>("statuses");
        QTest::addColumn<bool>("isKept");
    }
    static void closes(const char *name, const QByteArray &bytes, const Statuses &statuses)
    {
        QTest::newRow(name) << bytes << statuses << false;
    }
    static void keeps(const char *name, const QByteArray &bytes, const Statuses &statuses)
    {
        QTest::newRow(name) << bytes << statuses << true;
    }
    static void check()
    {
        static TestServer server;
        QFETCH(QByteArray, bytes);
        QFETCH(Statuses, statuses);
        QFETCH(bool, isKept);
        RawSocket socket(server.port());
        socket.send(bytes);
        for (const int status : statuses)
            QCOMPARE(socket.answer().status, status);
        if (isKept) {
            socket.send(kHealth);
            QCOMPARE(socket.answer().status, 200);
            QVERIFY(!socket.isClosed());
        } else {
            QVERIFY(socket.waitUntilClosed());
        }
        QCOMPARE(socket.received(), QByteArray());
    }

private Q_SLOTS:
    void heads_data()
    {
        columns();
        closes("empty line first", "\r\n" + kHealth, {400});
        closes("only spaces", "   \r\n\r\n", {400});
        closes("no version", "GET /healthz\r\n\r\n", {400});
        closes("HTTP/0.9", "GET /healthz HTTP/0.9\r\n\r\n", {400});
        closes("HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", {400});
        closes("HTTP/1.10", "GET /healthz HTTP/1.10\r\nHost: x\r\n\r\n", {400});
        closes("lower-case version", "GET /healthz http/1.1\r\nHost: x\r\n\r\n", {400});
        closes("four words", "GET /healthz x HTTP/1.1\r\nHost: x\r\n\r\n", {400});
        closes("two spaces", "GET  /healthz HTTP/1.1\r\nHost: x\r\n\r\n", {400});
        closes("tab for a space", "GET\t/healthz HTTP/1.1\r\nHost: x\r\n\r\n", {400});
        closes("TLS on a plain port", QByteArray("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 11), {400});
        closes("NUL bytes", QByteArray(64, '\0'), {400});
        closes("high bytes", QByteArray(64, '\xff'), {400});
        keeps("unknown method", "BREW /healthz HTTP/1.1\r\nHost: x\r\n\r\n", {405});
        keeps("lower-case method", "get /healthz HTTP/1.1\r\nHost: x\r\n\r\n", {405});
        keeps("TRACE", "TRACE /healthz HTTP/1.1\r\nHost: x\r\n\r\n", {405});
        keeps("CONNECT to a path", "CONNECT /healthz HTTP/1.1\r\nHost: x\r\n\r\n", {405});
        closes("CONNECT to an authority", "CONNECT x:443 HTTP/1.1\r\nHost: x\r\n\r\n", {400});
        keeps("PROPFIND", "PROPFIND /healthz HTTP/1.1\r\nHost: x\r\n\r\n", {405});
        closes("method of 17 letters", "AAAAAAAAAAAAAAAAA /healthz HTTP/1.1\r\nHost: x\r\n\r\n", {400});
        closes("method in quotes", "\"GET\" /healthz HTTP/1.1\r\nHost: x\r\n\r\n", {400});
        closes("absolute target", "GET http://x/healthz HTTP/1.1\r\nHost: x\r\n\r\n", {400});
        closes("target of another server", "GET http://evil.example/ HTTP/1.1\r\nHost: x\r\n\r\n", {400});
        closes("GET of everything", "GET * HTTP/1.1\r\nHost: x\r\n\r\n", {400});
        keeps("OPTIONS of everything", "OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n", {204});
        keeps("GET of a star", get("/*"), {404});
        closes("fragment", get("/healthz#x"), {400});
        closes("raw UTF-8 in the target", get("/привіт"), {400});
        closes("DEL in the target", get("/\x7f"), {400});
        closes("head without end", "GET /healthz HTTP/1.1\r\nX: " + QByteArray(20'000, 'a'), {431});
        closes("endless target", "GET /" + QByteArray(20'000, 'a'), {431});
        closes("101 headers", "GET /healthz HTTP/1.1\r\nHost: x\r\n" + QByteArray("X: y\r\n").repeated(100) + "\r\n",
               {431});
        keeps("100 headers", "GET /healthz HTTP/1.1\r\nHost: x\r\n" + QByteArray("X: y\r\n").repeated(99) + "\r\n",
              {200});
        keeps("a head of 16 KiB", "GET /healthz HTTP/1.1\r\nHost: x\r\nX: " + QByteArray(16'384 - 46, 'a') + "\r\n\r\n",
              {200});
        closes("no host", "GET /healthz HTTP/1.1\r\n\r\n", {400});
        closes("two hosts", "GET /healthz HTTP/1.1\r\nHost: x\r\nHost: x\r\n\r\n", {400});
        for (const char *host : {" x y", " x/y", " user@x", " [::1", " ::1", " x:99999999", " x:-1", " x:y", " x,y",
                                 " <x>", " x?", " \\x", " x%zz"})
            closes(qPrintable(u"bad host"_s + QString::fromLatin1(host)), withHost(host), {400});
        for (const char *host : {" x", "", " 127.0.0.1:80", " [::1]:3000", " xn--e1afmkfd.example", "\tx\t"})
            keeps(qPrintable(u"good host"_s + QString::fromLatin1(host)), withHost(host), {200});
    }
    void heads() { check(); }

    void targets_data()
    {
        columns();
        keeps("dots", get("/../../../etc/passwd"), {404});
        keeps("encoded dots", get("/%2e%2e/%2e%2e/etc/passwd"), {404});
        keeps("dots to a door", get("/x/../healthz"), {404});
        keeps("encoded NUL", get("/healthz%00"), {404});
        keeps("encoded line break", get("/healthz%0d%0aX:%20y"), {404});
        keeps("broken percent", get("/%"), {404});
        keeps("wrong percent", get("/%zz"), {404});
        keeps("half a character", get("/%d0"), {404});
        keeps("no UTF-8", get("/%ff%fe"), {404});
        keeps("overlong slash", get("/%c0%afhealthz"), {404});
        keeps("two slashes", get("//healthz"), {404});
        keeps("another server's path", get("//evil.example/healthz"), {404});
        keeps("three slashes", get("///"), {404});
        keeps("back slashes", get("\\healthz").replace("GET ", "GET /"), {404});
        keeps("semicolon", get("/healthz;x=y"), {404});
        keeps("colon", get("/:"), {404});
        keeps("at", get("/@x:y/"), {404});
        keeps("brackets", get("/[]{}|^`\"<>"), {404});
        keeps("long path", get('/' + QByteArray("a/").repeated(7000)), {404});
        keeps("long query", get("/healthz?" + QByteArray(14'000, '&')), {200});
        keeps("question marks", get("/healthz???"), {200});
        keeps("NUL in the query", get("/api/v1/rooms?cursor=%00"), {401});
        keeps("no UTF-8 in the query", get("/api/v1/rooms?cursor=%ff&limit=%d0"), {401});
    }
    void targets() { check(); }

    // Two readers that disagree where a request ends can be made to see different requests.
    void smuggling_data()
    {
        columns();
        const auto row = [](const char *name, const QByteArray &headers, int status) {
            closes(name, kPost + headers + "\r\n0\r\n\r\n" + kHealth, {status});
        };
        row("length twice", "Content-Length: 5\r\nContent-Length: 5\r\n", 400);
        row("two lengths", "Content-Length: 5\r\nContent-Length: 0\r\n", 400);
        row("length list", "Content-Length: 5, 5\r\n", 400);
        row("length and chunks", "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n", 400);
        row("chunks and length", "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n", 400);
        row("plus", "Content-Length: +5\r\n", 400);
        row("minus", "Content-Length: -5\r\n", 400);
        row("minus nothing", "Content-Length: -0\r\n", 400);
        row("hexadecimal", "Content-Length: 0x5\r\n", 400);
        row("exponent", "Content-Length: 5e0\r\n", 400);
        row("fraction", "Content-Length: 5.0\r\n", 400);
        row("space inside", "Content-Length: 5 5\r\n", 400);
        row("quotes", "Content-Length: \"5\"\r\n", 400);
        row("empty", "Content-Length:\r\n", 400);
        row("full-width digit", "Content-Length: \xef\xbc\x95\r\n", 400);
        row("beyond 64 bits", "Content-Length: 18446744073709551621\r\n", 400);
        row("beyond the limit", "Content-Length: 999999999999999\r\n", 413);
        row("chunked", "Transfer-Encoding: chunked\r\n", 411);
        row("chunked twice", "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n", 411);
        row("chunked, identity", "Transfer-Encoding: chunked, identity\r\n", 411);
        row("identity", "Transfer-Encoding: identity\r\n", 411);
        row("unknown coding", "Transfer-Encoding: xchunked\r\n", 411);
        row("empty coding", "Transfer-Encoding:\r\n", 411);
        row("coding behind a tab", "Transfer-Encoding:\tchunked\r\n", 411);
        row("coding in capitals", "TRANSFER-ENCODING: CHUNKED\r\n", 411);
        row("vertical tab",
            "Transfer-Encoding:\x0b"
            "chunked\r\n",
            400);
        row("space before the colon", "Transfer-Encoding : chunked\r\n", 400);
        row("space before the name", " Transfer-Encoding: chunked\r\n", 400);
        row("folded", "X: y\r\n Transfer-Encoding: chunked\r\n", 400);
        row("folded by a tab", "X: y\r\n\tTransfer-Encoding: chunked\r\n", 400);
        row("bare line feed", "X: y\nTransfer-Encoding: chunked\r\n", 400);
        row("bare return", "X: y\rTransfer-Encoding: chunked\r\n", 400);
        row("two returns", "X: y\r\r\n", 400);
        row("NUL in a name", QByteArray("Content-Length\0: 5\r\n", 20), 400);
        row("NUL in a value", QByteArray("Content-Length: 5\0\r\n", 20), 400);
        row("no name", ": 5\r\n", 400);
        row("name with a slash", "Content/Length: 5\r\n", 400);
        closes("chunks in old HTTP", "POST /healthz HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", {400});
        keeps("body of a GET is its body",
              "GET /healthz HTTP/1.1\r\nHost: x\r\nContent-Length: " + QByteArray::number(kHealth.size()) + "\r\n\r\n" +
                  kHealth,
              {200});
        keeps("length with zeros", kPost + "Content-Length: 0000000002\r\n\r\n{}", {422});
        closes("length with an underscore", kPost + "Content_Length: 5\r\n\r\n0\r\n\r\n" + kHealth, {422, 400});
    }
    void smuggling() { check(); }

    void bodies_data()
    {
        columns();
        keeps("empty object", post("{}"), {422});
        keeps("nothing", post({}), {422});
        keeps("no JSON", post("name=jane"), {400});
        keeps("array", post("[]"), {400});
        keeps("text", post("\"x\""), {400});
        keeps("null", post("null"), {400});
        keeps("two values", post("{}{}"), {400});
        keeps("comment", post("{/**/}"), {400});
        keeps("trailing comma", post("{\"name\":\"x\",}"), {400});
        keeps("single quotes", post("{'name':'x'}"), {400});
        keeps("no UTF-8", post("{\"name\":\"\xff\"}"), {400});
        keeps("overlong UTF-8", post("{\"name\":\"\xc0\xaf\"}"), {400});
        keeps("surrogate in UTF-8", post("{\"name\":\"\xed\xa0\x80\"}"), {400});
        keeps("UTF-16", post(QByteArray("{\0\"\0a\0\"\0:\0001\0}\0", 14)), {400});
        keeps("NUL", post(QByteArray("{\"name\":\"a\0b\"}", 14)), {422});
        keeps("unknown escape", post("{\"name\":\"\\x\"}"), {422}); // Qt takes it for the letter.
        keeps("cut in an escape", post("{\"name\":\"\\u12"), {400});
        keeps("depth 33", post("{\"a\":" + QByteArray(32, '[') + QByteArray(32, ']') + '}'), {400});
        keeps("depth 32", post("{\"a\":" + QByteArray(31, '[') + QByteArray(31, ']') + '}'), {422});
        keeps("a hundred thousand brackets", post(QByteArray(100'000, '[')), {400});
        keeps("a hundred thousand braces", post(QByteArray("{\"a\":").repeated(100'000)), {400});
        keeps("number without end", post("{\"name\":" + QByteArray(100'000, '9') + '}'), {400});
        keeps("number beyond all", post("{\"name\":1e999999}"), {400});
        keeps("keys again and again", post('{' + QByteArray("\"name\":1,").repeated(50'000) + "\"name\":2}"), {422});
        keeps("a mebibyte", post("{\"name\":\"" + QByteArray(1024 * 1024 - 11, 'a') + "\"}"), {422});
        closes("one byte more", post("{\"name\":\"" + QByteArray(1024 * 1024 - 10, 'a') + "\"}"), {413});
        keeps("another type", post("{}").replace("application/json", "text/html"), {415});
        keeps("no type", post("{}").replace("Content-Type: application/json\r\n", ""), {415});
        keeps("another charset", post("{}").replace("json\r\n", "json; charset=utf-16\r\n"), {422});
        closes("announced, refused", kPost + "Expect: 100-continue\r\nContent-Length: 2000000\r\n\r\n", {413});
    }
    void bodies() { check(); }

    void pipelines_data()
    {
        columns();
        keeps("a hundred at once", kHealth.repeated(100), QList<int>(100, 200));
        closes("garbage behind an answer", kHealth + "garbage\r\n\r\n" + kHealth, {200, 400});
        closes("nothing behind a close", "GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n" + kHealth,
               {200});
        closes("nothing behind old HTTP", "GET /healthz HTTP/1.0\r\n\r\n" + kHealth, {200});
        keeps("mixed", get("/no") + post("{}") + kHealth, {404, 422, 200});
        keeps("an upgrade to something else",
              "GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\n"
              "HTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA\r\n\r\n",
              {200});
        closes("an upgrade without a key",
               "GET /ws HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
               "Sec-WebSocket-Version: 13\r\n\r\n" +
                   kHealth,
               {400});
        keeps("a WebSocket's door without an upgrade", get("/ws"), {404});
    }
    void pipelines() { check(); }

    void refusalsSayWhy()
    {
        TestServer server;
        for (const QByteArray &bytes :
             {QByteArray("nonsense\r\n\r\n"), kPost + "Transfer-Encoding: chunked\r\n\r\n",
              QByteArray("BREW /healthz HTTP/1.1\r\nHost: x\r\n\r\n"), get("/no"), post("[")}) {
            RawSocket socket(server.port());
            socket.send(bytes);
            const RawAnswer answer = socket.answer();
            QCOMPARE(answer.headers.value("content-type"), "application/problem+json");
            const QJsonObject problem = QJsonDocument::fromJson(answer.body).object();
            QCOMPARE(problem.value("status"_L1).toInt(), answer.status);
            QVERIFY(!problem.value("code"_L1).toString().isEmpty());
            QVERIFY(!problem.value("detail"_L1).toString().isEmpty());
            QCOMPARE(answer.headers.contains("allow"), answer.status == 405);
        }
    }

    void everyHeadMayArriveByteByByte()
    {
        TestServer server;
        RawSocket socket(server.port());
        socket.sendBytewise(kHealth + post("{}") + kHealth);
        for (const int status : {200, 422, 200})
            QCOMPARE(socket.answer().status, status);
    }
};

QTEST_GUILESS_MAIN(HostileHttpTest)
#include "http_test.moc"
