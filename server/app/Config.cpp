#include "app/Config.h"

#include <QFile>
#include <QHostAddress>
#include <toml++/toml.h>

using namespace Qt::StringLiterals;

namespace rialto {
namespace {

/// One setting: its name as a flag; in the environment RIALTO_TLS_CERT, in the file tls_cert.
struct Setting
{
    QString name;
    bool isSwitch;
    QString help;
    std::function<bool(Config &, const QString &)> set; ///< False when the text is no value for it.
};

bool setNumber(const QString &text, qint64 least, qint64 most, qint64 &out)
{
    bool isNumber = false;
    const qint64 number = text.toLongLong(&isNumber);
    if (!isNumber || number < least || number > most)
        return false;
    out = number;
    return true;
}

bool setSmallNumber(const QString &text, int least, int most, int &out)
{
    qint64 number = 0;
    if (!setNumber(text, least, most, number))
        return false;
    out = static_cast<int>(number);
    return true;
}

bool setMegabytes(const QString &text, qint64 least, qint64 &bytes)
{
    qint64 megabytes = 0;
    if (!setNumber(text, least, 1'000'000'000, megabytes))
        return false;
    bytes = megabytes * 1024 * 1024;
    return true;
}

bool setSwitch(const QString &text, bool &out)
{
    out = text == "true"_L1 || text == "1"_L1;
    return out || text == "false"_L1 || text == "0"_L1;
}

bool setText(const QString &text, QString &out)
{
    out = text;
    return !text.isEmpty();
}

bool setName(const QString &text, QString &out)
{
    const auto isShown = [](QChar c) {
        return c.category() != QChar::Other_Control && c.category() != QChar::Other_Format;
    };
    out = text.simplified();
    return !out.isEmpty() && out.size() <= kServerNameRules.maxLength && std::all_of(out.begin(), out.end(), isShown);
}

bool setRegistration(const QString &text, Registration &out)
{
    const QStringList words = {u"open"_s, u"invite"_s, u"closed"_s};
    if (!words.contains(text))
        return false;
    out = static_cast<Registration>(words.indexOf(text));
    return true;
}

bool setEngine(const QString &text, WebSocketEngine &out)
{
    out = text == "stock"_L1 ? WebSocketEngine::Stock : WebSocketEngine::Own;
    return text == "own"_L1 || text == "stock"_L1;
}

const QList<Setting> &settings()
{
    static const QList<Setting> all = {
        {u"data"_s, false, u"DIR: the folder of everything this server keeps (required)"_s,
         [](Config &c, const QString &t) { return setText(t, c.data); }},
        {u"name"_s, false,
         u"TEXT: what people see this server called, 64 characters at most, default the machine's name"_s,
         [](Config &c, const QString &t) { return setName(t, c.serverName); }},
        {u"host"_s, false, u"ADDR: where to listen, default 127.0.0.1; 0.0.0.0 for the whole network"_s,
         [](Config &c, const QString &t) { return setText(t, c.host) && !QHostAddress(t).isNull(); }},
        {u"port"_s, false, u"N: default 3000; 0 picks a free one"_s,
         [](Config &c, const QString &t) { return setSmallNumber(t, 0, 65535, c.port); }},
        {u"discovery-port"_s, false,
         u"N: the UDP port on which desktops of the network find this server, default 3000; 0: they do not"_s,
         [](Config &c, const QString &t) { return setSmallNumber(t, 0, 65535, c.discoveryPort); }},
        {u"tls-cert"_s, false, u"FILE: certificate in PEM form; without one, beyond loopback, one is made"_s,
         [](Config &c, const QString &t) { return setText(t, c.tlsCert); }},
        {u"tls-key"_s, false, u"FILE: its private key in PEM form"_s,
         [](Config &c, const QString &t) { return setText(t, c.tlsKey); }},
        {u"insecure-http"_s, true, u"plain text beyond loopback: anybody on the way can read along"_s,
         [](Config &c, const QString &t) { return setSwitch(t, c.insecureHttp); }},
        {u"no-rate-limits"_s, true, u"for load generators; refused on anything but loopback"_s,
         [](Config &c, const QString &t) { return setSwitch(t, c.noRateLimits); }},
        {u"registration"_s, false, u"open, invite or closed: who may make an account, default open"_s,
         [](Config &c, const QString &t) { return setRegistration(t, c.registration); }},
        {u"allowed-origins"_s, false, u"LIST: web pages that may talk to this server, separated by commas"_s,
         [](Config &c, const QString &t) {
             c.allowedOrigins = t.split(u',', Qt::SkipEmptyParts);
             return true;
         }},
        {u"websocket-engine"_s, false, u"own or stock: who reads and writes WebSocket frames, default own"_s,
         [](Config &c, const QString &t) { return setEngine(t, c.webSocketEngine); }},
        {u"log-days"_s, false, u"N: how many days a client may be away and still catch up, default 30"_s,
         [](Config &c, const QString &t) { return setSmallNumber(t, 1, 3650, c.logDays); }},
        {u"log-events"_s, false, u"N: how many events are kept for catching up at most, default 1000000"_s,
         [](Config &c, const QString &t) { return setNumber(t, 1000, 1'000'000'000, c.logEvents); }},
        {u"file-size"_s, false, u"N: the largest file that is taken, in MiB, default 1024"_s,
         [](Config &c, const QString &t) { return setMegabytes(t, 1, c.files.file); }},
        {u"files-per-person"_s, false, u"N: what one person's files may take, in MiB, default 0: no limit"_s,
         [](Config &c, const QString &t) { return setMegabytes(t, 0, c.files.person); }},
        {u"files-in-all"_s, false, u"N: what all files may take, in MiB, default 0: no limit"_s,
         [](Config &c, const QString &t) { return setMegabytes(t, 0, c.files.store); }},
    };
    return all;
}

QByteArray environmentName(const Setting &setting)
{
    return "RIALTO_" + setting.name.toUpper().replace(u'-', u'_').toLatin1();
}

Result<> apply(Config &config, const Setting &setting, const QString &text, const QString &origin)
{
    if (setting.set(config, text))
        return {};
    return fail(ErrorCode::Invalid,
                u"%1 has the value \"%2\", which does not fit; it takes %3."_s.arg(origin, text, setting.help));
}

// Outside a comment these characters lead toml++ 3.3 into undefined behaviour (is_non_ascii_horizontal_whitespace).
bool confusesReader(const QByteArray &toml)
{
    const QStringList lines = QString::fromUtf8(toml).split(u'\n');
    return std::any_of(lines.begin(), lines.end(), [](const QString &line) {
        return !line.trimmed().startsWith(u'#') &&
               std::any_of(line.begin(), line.end(), [](QChar c) { return c >= QChar(0xfb26) && c <= QChar(0xfefe); });
    });
}

QString textOf(const toml::node &node)
{
    if (const auto *text = node.as_string())
        return QString::fromStdString(text->get());
    if (const auto *number = node.as_integer())
        return QString::number(number->get());
    if (const auto *flag = node.as_boolean())
        return flag->get() ? u"true"_s : u"false"_s;
    QStringList items;
    if (const auto *array = node.as_array()) {
        for (const auto &item : *array)
            items.append(textOf(item));
    }
    return items.join(u',');
}

Result<> readFile(Config &config, const QString &path)
{
    QFile file(path);
    if (!file.open(QFile::ReadOnly))
        return fail(ErrorCode::Invalid, u"The settings file %1 cannot be read: %2."_s.arg(path, file.errorString()));
    return config.applyToml(file.readAll(), path);
}

Result<> readFlags(Config &config, const QStringList &flags)
{
    for (qsizetype i = 0; i < flags.size(); ++i) {
        const QString name = flags[i].startsWith("--"_L1) ? flags[i].mid(2).section(u'=', 0, 0) : QString();
        const auto setting =
            std::find_if(settings().begin(), settings().end(), [&](const Setting &s) { return s.name == name; });
        if (setting == settings().end())
            return fail(ErrorCode::Invalid, u"There is no option %1; see rialto-server --help."_s.arg(flags[i]));
        QString text = flags[i].contains(u'=') ? flags[i].section(u'=', 1) : setting->isSwitch ? u"true"_s : QString();
        if (!setting->isSwitch && !flags[i].contains(u'=')) {
            if (++i == flags.size())
                return fail(ErrorCode::Invalid, u"The option --%1 needs a value."_s.arg(name));
            text = flags[i];
        }
        if (auto result = apply(config, *setting, text, u"--"_s + name); !result)
            return result;
    }
    return {};
}

Result<> check(const Config &config)
{
    if (config.data.isEmpty())
        return fail(ErrorCode::Invalid, u"Say where to keep the data: --data DIR, or RIALTO_DATA."_s);
    if (config.tlsCert.isEmpty() != config.tlsKey.isEmpty())
        return fail(ErrorCode::Invalid, u"--tls-cert and --tls-key belong together; give both or none."_s);
    if (config.noRateLimits && !config.isLoopback())
        return fail(ErrorCode::Invalid, u"--no-rate-limits works only on loopback; use --host 127.0.0.1 with it."_s);
    return {};
}

} // namespace

bool Config::isLoopback() const
{
    return QHostAddress(host).isLoopback();
}

Result<> Config::applyToml(const QByteArray &toml, const QString &path)
{
    if (confusesReader(toml))
        return fail(ErrorCode::Invalid,
                    u"The settings file %1 cannot be read: it holds a character from U+FB26 to U+FEFE."_s.arg(path));
    toml::table table;
    try {
        table = toml::parse(std::string_view(toml.constData(), static_cast<size_t>(toml.size())));
    } catch (const toml::parse_error &error) {
        return fail(ErrorCode::Invalid, u"The settings file %1 cannot be read: %2."_s.arg(
                                            path, QString::fromUtf8(error.description().data())));
    }
    for (const auto &[key, node] : table) {
        const QString name = QString::fromStdString(std::string(key.str())).replace(u'_', u'-');
        const auto setting =
            std::find_if(settings().begin(), settings().end(), [&](const Setting &s) { return s.name == name; });
        if (setting == settings().end())
            return fail(ErrorCode::Invalid, u"The settings file %1 names %2, which is no setting."_s.arg(path, name));
        if (auto result = apply(*this, *setting, textOf(node), u"%1 in %2"_s.arg(name, path)); !result)
            return result;
    }
    return {};
}

Result<Config> Config::read(const QStringList &flags)
{
    Config config;
    QStringList rest = flags;
    QString file = qEnvironmentVariable("RIALTO_CONFIG");
    if (const qsizetype at = rest.indexOf(u"--config"_s); at >= 0 && at + 1 < rest.size()) {
        file = rest.takeAt(at + 1);
        rest.removeAt(at);
    }
    if (!file.isEmpty()) {
        if (auto result = readFile(config, file); !result)
            return tl::unexpected(result.error());
    }
    for (const Setting &setting : settings()) {
        const QByteArray name = environmentName(setting);
        if (!qEnvironmentVariableIsSet(name.constData()))
            continue;
        if (auto result = apply(config, setting, qEnvironmentVariable(name.constData()), QString::fromLatin1(name));
            !result)
            return tl::unexpected(result.error());
    }
    if (auto result = readFlags(config, rest); !result)
        return tl::unexpected(result.error());
    if (auto result = check(config); !result)
        return tl::unexpected(result.error());
    return config;
}

QString Config::help()
{
    QString text = u"  --config FILE: settings from a TOML file\n"_s;
    for (const Setting &setting : settings())
        text += u"  --%1 %2\n"_s.arg(setting.name, setting.help);
    return text;
}

} // namespace rialto
