#include "app/CommandLine.h"

#include "app/Config.h"
#include "app/Demo.h"
#include "app/Operator.h"
#include "app/Serve.h"

#include <QFile>
#include <QJsonArray>
#include <QTextStream>
#include <termios.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace rialto::command_line {
namespace {

constexpr int kUsageError = 2;

void print(const QString &text)
{
    QTextStream(stdout) << text << Qt::endl;
}

int complain(const Error &error)
{
    QTextStream(stderr) << "rialto-server: " << error.message << Qt::endl;
    return error.code == ErrorCode::Invalid ? kUsageError : 1;
}

QString usage()
{
    return u"rialto-server %1\n\n"
           "  serve       runs the server until SIGTERM or Ctrl+C\n"
           "  user add NAME [--role guest|member|manager|admin] [--display-name TEXT] [--password-file FILE]\n"
           "  user list | passwd NAME [--password-file FILE] | role NAME ROLE | disable NAME | enable NAME | invite\n"
           "  demo [--messages N] [--products N]   fills the data folder with demo people, rooms and products\n"
           "  --version, --help\n\n"
           "Passwords come from a prompt, from stdin or from a file, never from arguments.\n"
           "Every command takes these settings, also as RIALTO_<NAME> or from a TOML file; flags win:\n\n"_s.arg(
               QStringLiteral(RIALTO_VERSION)) +
           Config::help();
}

/// Takes `--name VALUE` out of the arguments.
QString takeOption(QStringList &arguments, const QString &name, const QString &otherwise = {})
{
    const qsizetype at = arguments.indexOf(name);
    if (at < 0 || at + 1 >= arguments.size())
        return otherwise;
    const QString value = arguments.takeAt(at + 1);
    arguments.removeAt(at);
    return value;
}

/// Takes the words before the first option: the subcommand and its operands.
QStringList takeWords(QStringList &arguments)
{
    QStringList words;
    while (!arguments.isEmpty() && !arguments.first().startsWith(u'-'))
        words.append(arguments.takeFirst());
    return words;
}

// Reads a line from the terminal without showing it.
QString promptPassword()
{
    QTextStream(stderr) << "Password: " << Qt::flush;
    termios shown{};
    tcgetattr(STDIN_FILENO, &shown);
    termios hidden = shown;
    hidden.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden);
    const QString password = QTextStream(stdin).readLine();
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &shown);
    QTextStream(stderr) << '\n';
    return password;
}

Result<QString> readPassword(const QString &path)
{
    if (path.isEmpty())
        return isatty(STDIN_FILENO) ? promptPassword() : QTextStream(stdin).readLine();
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::Invalid, u"The password file %1 cannot be read: %2."_s.arg(path, file.errorString()));
    return QString::fromUtf8(file.readAll()).section(u'\n', 0, 0);
}

int listUsers(Operator &server)
{
    QString after;
    do {
        const auto page = server.call({u"people.listUsers"_s, {{u"limit"_s, 200}, {u"after"_s, after}}, {}});
        if (!page)
            return complain(page.error());
        for (const auto &item : page->value("items"_L1).toArray()) {
            const QJsonObject user = item.toObject();
            print(u"%1\t%2\t%3%4"_s.arg(user.value("name"_L1).toString(), user.value("role"_L1).toString(),
                                        user.value("displayName"_L1).toString(),
                                        user.value("disabled"_L1).toBool() ? u"\t(disabled)"_s : QString()));
        }
        after = page->value("nextCursor"_L1).toString();
    } while (!after.isEmpty());
    return 0;
}

int callAndSay(Operator &server, const QString &method, const QJsonObject &params, const QString &success)
{
    const auto reply = server.call({method, params, {}});
    if (!reply)
        return complain(reply.error());
    print(success.isEmpty() ? reply->value("code"_L1).toString() : success);
    return 0;
}

/// What `rialto-server user` is to do, and with whom.
struct UserOrder
{
    QString verb;
    QString name;
    QString role;
    QString displayName;
    QString password;
};

int carryOut(Operator &server, const UserOrder &order)
{
    const auto &[verb, name, role, displayName, password] = order;
    if (verb == "list"_L1)
        return listUsers(server);
    if (verb == "add"_L1)
        return callAndSay(
            server, u"auth.addUser"_s,
            {{u"name"_s, name}, {u"password"_s, password}, {u"displayName"_s, displayName}, {u"role"_s, role}},
            u"%1 can sign in now."_s.arg(name));
    if (verb == "passwd"_L1)
        return callAndSay(server, u"auth.setPassword"_s, {{u"name"_s, name}, {u"password"_s, password}},
                          u"The password of %1 is changed; every device must sign in again."_s.arg(name));
    if (verb == "role"_L1)
        return callAndSay(server, u"people.setRole"_s, {{u"name"_s, name}, {u"role"_s, role}},
                          u"%1 is %2 now."_s.arg(name, role));
    if (verb == "disable"_L1 || verb == "enable"_L1)
        return callAndSay(server, u"people.setDisabled"_s, {{u"name"_s, name}, {u"disabled"_s, verb == "disable"_L1}},
                          verb == "disable"_L1 ? u"%1 is locked out."_s.arg(name)
                                               : u"%1 may sign in again."_s.arg(name));
    if (verb == "invite"_L1)
        return callAndSay(server, u"auth.createInvite"_s, {}, {});
    return complain(
        {ErrorCode::Invalid, u"There is no command user %1; see rialto-server --help."_s.arg(verb), {}, {}, 0});
}

int runUser(QStringList arguments)
{
    const QStringList words = takeWords(arguments);
    UserOrder order{words.value(0),
                    words.value(1),
                    takeOption(arguments, u"--role"_s, u"member"_s),
                    takeOption(arguments, u"--display-name"_s),
                    {}};
    const QString passwordFile = takeOption(arguments, u"--password-file"_s);
    const auto config = Config::read(arguments);
    if (!config)
        return complain(config.error());
    const bool needsName = order.verb != "list"_L1 && order.verb != "invite"_L1;
    const bool givesRole = order.verb == "role"_L1;
    if (words.isEmpty() || (needsName && order.name.isEmpty()) || (givesRole && words.size() != 3))
        return complain({ErrorCode::Invalid,
                         u"Say what to do with whom: user add|list|passwd|role|disable|enable|invite; "
                         "see rialto-server --help."_s,
                         {},
                         {},
                         0});
    if (givesRole)
        order.role = words.value(2);
    if (order.verb == "add"_L1 || order.verb == "passwd"_L1) {
        const auto typed = readPassword(passwordFile);
        if (!typed)
            return complain(typed.error());
        order.password = *typed;
    }
    const auto server = Operator::connect(*config);
    return server ? carryOut(**server, order) : complain(server.error());
}

int runDemo(QStringList arguments)
{
    demo::Size size;
    size.messages = takeOption(arguments, u"--messages"_s, u"3000"_s).toInt();
    size.products = takeOption(arguments, u"--products"_s, u"300"_s).toInt();
    const auto config = Config::read(arguments);
    if (!config)
        return complain(config.error());
    const auto server = Operator::connect(*config);
    if (!server)
        return complain(server.error());
    const auto summary = demo::fill(**server, config->data, u"127.0.0.1:%1"_s.arg(config->port), size);
    if (!summary)
        return complain(summary.error());
    print(*summary);
    return 0;
}

} // namespace

int run(const QStringList &arguments, const Clock &clock)
{
    const QString command = arguments.value(0);
    if (command == "serve"_L1) {
        const auto served = serve(arguments.mid(1), clock);
        return served ? 0 : complain(served.error());
    }
    if (command == "user"_L1)
        return runUser(arguments.mid(1));
    if (command == "demo"_L1)
        return runDemo(arguments.mid(1));
    if (command == "--version"_L1) {
        print(u"rialto-server "_s + QStringLiteral(RIALTO_VERSION));
        return 0;
    }
    const bool asked = command == "--help"_L1 || command == "help"_L1;
    QTextStream(asked ? stdout : stderr) << usage() << Qt::flush;
    return asked ? 0 : kUsageError;
}

} // namespace rialto::command_line
