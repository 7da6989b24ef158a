#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QProcess>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

#include "support/Places.h"

using namespace Qt::StringLiterals;

namespace {

struct Finished
{
    int exitCode = -1;
    QString output;
    QString errors;
};

const QString kProgram = rialto::places::program(u"rialto-server"_s);

Finished run(const QStringList &arguments, const QByteArray &input = {}, const QStringList &environment = {})
{
    QProcess process;
    process.setEnvironment(QProcess::systemEnvironment() + environment);
    process.start(kProgram, arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(30'000)) {
        process.kill();
        process.waitForFinished();
    }
    return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
}

/// The real program, serving.
class Serving
{
public:
    explicit Serving(const QStringList &arguments)
    {
        m_process.start(kProgram, QStringList{u"serve"_s, u"--port"_s, u"0"_s} + arguments);
        while (!line.endsWith(u'\n') && m_process.waitForReadyRead(20'000))
            line += QString::fromUtf8(m_process.readLine());
    }
    ~Serving()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    int stop()
    {
        m_process.terminate();
        return m_process.waitForFinished(10'000) && m_process.exitStatus() == QProcess::NormalExit
                   ? m_process.exitCode()
                   : -1;
    }
    qint64 pid() const { return m_process.processId(); }

    QString line;

private:
    QProcess m_process;
};

} // namespace

class CommandLineTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    QString data(const QString &name) const { return m_folder.filePath(name); }

private Q_SLOTS:
    void oneLineSaysWhereItListens()
    {
        Serving server({u"--data"_s, data(u"a"_s)});
        static const QRegularExpression expected(u"^Rialto is listening on http://127\\.0\\.0\\.1:\\d+\\n$"_s);
        QVERIFY2(expected.match(server.line).hasMatch(), qPrintable(server.line));
        QCOMPARE(QFileInfo(data(u"a/SECRET"_s)).permissions() & (QFile::ReadGroup | QFile::ReadOther),
                 QFile::Permissions());
        QCOMPARE(QFileInfo(data(u"a/control.sock"_s)).permissions() & (QFile::ReadGroup | QFile::ReadOther),
                 QFile::Permissions());
        QCOMPARE(server.stop(), 0);
    }

    void mistakesAreToldInOneSentence_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("says");
        QTest::newRow("no data") << QStringList{u"serve"_s} << u"--data DIR"_s;
        QTest::newRow("no folder") << QStringList{u"serve"_s, u"--data"_s, u"/proc/nowhere"_s} << u"cannot be made"_s;
        QTest::newRow("bad port") << QStringList{u"serve"_s, u"--data"_s, data(u"b"_s), u"--port"_s, u"70000"_s}
                                  << u"--port"_s;
        QTest::newRow("bad host") << QStringList{u"serve"_s, u"--data"_s, data(u"b"_s), u"--host"_s, u"nowhere"_s}
                                  << u"--host"_s;
        for (const QString &name : {u"  "_s, QString(65, u'x'), u"a\u202eb"_s})
            QTest::addRow("bad name of %d", int(name.size()))
                << QStringList{u"serve"_s, u"--data"_s, data(u"b"_s), u"--name"_s, name} << u"--name"_s;
        QTest::newRow("no value") << QStringList{u"serve"_s, u"--data"_s} << u"needs a value"_s;
        QTest::newRow("unknown option") << QStringList{u"serve"_s, u"--colour"_s, u"red"_s} << u"no option --colour"_s;
        QTest::newRow("half of TLS") << QStringList{u"serve"_s, u"--data"_s, data(u"b"_s), u"--tls-cert"_s, u"x"_s}
                                     << u"both or none"_s;
        QTest::newRow("limits off beyond loopback")
            << QStringList{u"serve"_s, u"--data"_s, data(u"b"_s), u"--host"_s, u"0.0.0.0"_s, u"--no-rate-limits"_s}
            << u"only on loopback"_s;
        QTest::newRow("unknown command") << QStringList{u"dance"_s} << u"serve"_s;
        QTest::newRow("no name") << QStringList{u"user"_s, u"add"_s, u"--data"_s, data(u"b"_s)} << u"with whom"_s;
    }
    void mistakesAreToldInOneSentence()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, says);
        const Finished finished = run(arguments);
        QVERIFY(finished.exitCode != 0);
        QVERIFY2(finished.errors.contains(says), qPrintable(finished.errors));
        QVERIFY(finished.output.isEmpty());
    }

    void aTakenPortAndAHeldFolderAreNamed()
    {
        QTcpServer taken;
        QVERIFY(taken.listen(QHostAddress::LocalHost));
        const Finished port =
            run({u"serve"_s, u"--data"_s, data(u"c"_s), u"--port"_s, QString::number(taken.serverPort())});
        QVERIFY2(port.exitCode != 0 && port.errors.contains(u"is taken"_s), qPrintable(port.errors));
        Serving server({u"--data"_s, data(u"c"_s)});
        const Finished held = run({u"serve"_s, u"--data"_s, data(u"c"_s), u"--port"_s, u"0"_s});
        QVERIFY2(held.exitCode != 0 && held.errors.contains(u"process %1"_s.arg(server.pid())),
                 qPrintable(held.errors));
    }

    void settingsComeFromFlagsThenEnvironmentThenFile()
    {
        QFile file(data(u"settings.toml"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("port = 70000\n");
        file.close();
        const QStringList serve = {u"serve"_s, u"--data"_s, data(u"d"_s), u"--config"_s, file.fileName()};
        QVERIFY(run(serve).errors.contains(u"in "_s + file.fileName()));
        QVERIFY(run(serve, {}, {u"RIALTO_PORT=x"_s}).errors.contains(u"port"_s));
        QFile good(data(u"settings.toml"_s));
        QVERIFY(good.open(QIODevice::WriteOnly | QIODevice::Truncate));
        good.write("registration = \"closed\"\nallowed_origins = [\"http://a\", \"http://b\"]\n");
        good.close();
        QVERIFY(run(serve, {}, {u"RIALTO_PORT=x"_s}).errors.contains(u"RIALTO_PORT"_s));
    }

    void accountsAreManagedWithAndWithoutARunningServer()
    {
        const QStringList where = {u"--data"_s, data(u"e"_s)};
        const Finished added =
            run(QStringList{u"user"_s, u"add"_s, u"root"_s, u"--role"_s, u"admin"_s} + where, "correct horse\n");
        QVERIFY2(added.exitCode == 0, qPrintable(added.errors));
        Serving server(where);
        const Finished again = run(QStringList{u"user"_s, u"add"_s, u"ROOT"_s} + where, "correct horse\n");
        QVERIFY2(again.exitCode != 0 && again.errors.contains(u"taken"_s), qPrintable(again.errors));
        QVERIFY(run(QStringList{u"user"_s, u"add"_s, u"jane"_s} + where, "short\n").errors.contains(u"password"_s));
        QCOMPARE(run(QStringList{u"user"_s, u"add"_s, u"jane"_s} + where, "correct horse\n").exitCode, 0);
        QCOMPARE(run(QStringList{u"user"_s, u"role"_s, u"jane"_s, u"manager"_s} + where).exitCode, 0);
        QCOMPARE(run(QStringList{u"user"_s, u"disable"_s, u"jane"_s} + where).exitCode, 0);
        const QString list = run(QStringList{u"user"_s, u"list"_s} + where).output;
        QVERIFY2(list.contains(u"root\tadmin"_s) && list.contains(u"jane\tmanager\tjane\t(disabled)"_s),
                 qPrintable(list));
        QVERIFY(run(QStringList{u"user"_s, u"role"_s, u"nobody"_s, u"admin"_s} + where).errors.contains(u"nobody"_s));
        QCOMPARE(server.stop(), 0);
    }

    void demoDataIsMadeOnce()
    {
        const QStringList where = {u"--data"_s, data(u"f"_s)};
        const Finished made = run(QStringList{u"demo"_s, u"--messages"_s, u"40"_s, u"--products"_s, u"20"_s} + where);
        QVERIFY2(made.exitCode == 0 && made.output.contains(u"40 messages"_s), qPrintable(made.errors));
        QVERIFY(QFile::exists(data(u"f/demo-password"_s)));
        // Pictures of people, pictures in rooms and other files, each with its content.
        int contents = 0;
        int thumbnails = 0;
        QDirIterator stored(data(u"f/files/blobs"_s), QDir::Files, QDirIterator::Subdirectories);
        while (stored.hasNext())
            ++(stored.next().endsWith(u".thumbnail"_s) ? thumbnails : contents);
        QCOMPARE(contents, 11);
        QCOMPARE(thumbnails, 9);
        QVERIFY(QDir(data(u"f/files/parts"_s)).isEmpty());
        QVERIFY(run(QStringList{u"demo"_s} + where).output.contains(u"already"_s));
    }

    void beyondLoopbackItSpeaksTls()
    {
        Serving server({u"--data"_s, data(u"g"_s), u"--host"_s, u"0.0.0.0"_s});
        QVERIFY2(server.line.startsWith(u"Rialto is listening on https://0.0.0.0:"_s), qPrintable(server.line));
        QVERIFY(QFile::exists(data(u"g/certificate.pem"_s)));
        Serving plain({u"--data"_s, data(u"h"_s), u"--host"_s, u"0.0.0.0"_s, u"--insecure-http"_s});
        QVERIFY2(plain.line.startsWith(u"Rialto is listening on http://0.0.0.0:"_s), qPrintable(plain.line));
    }
};

QTEST_GUILESS_MAIN(CommandLineTest)
#include "command_line_test.moc"
