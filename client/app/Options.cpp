#include "app/Options.h"

#include <QCommandLineParser>
#include <QFile>

#include "protocol/Discovery.h"

using namespace Qt::StringLiterals;

namespace rialto {

namespace {

/// The first line of the file, without its end.
Result<QString> readPassword(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Text))
        return fail(ErrorCode::NotFound,
                    QCoreApplication::translate("Options", "The password file %1 cannot be read: %2.")
                        .arg(path, file.errorString()));
    QByteArray line = file.readLine();
    while (line.endsWith('\n') || line.endsWith('\r'))
        line.chop(1);
    return QString::fromUtf8(line);
}

} // namespace

QUrl readLink(const QString &text)
{
    const QUrl link(text, QUrl::StrictMode);
    return link.scheme() == "rialto"_L1 && !link.host().isEmpty() ? link : QUrl();
}

Result<Options> Options::parse(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QCoreApplication::translate("Options", "Rialto: chat, catalogue and films for your local network."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption profile(
        u"profile"_s,
        QCoreApplication::translate("Options", "Keep account, cache and settings under this name (default: default)."),
        u"name"_s, u"default"_s);
    const QCommandLineOption server(
        u"server"_s, QCoreApplication::translate("Options", "Address of the server, e.g. http://localhost:3000."),
        u"url"_s);
    const QCommandLineOption user(
        u"user"_s, QCoreApplication::translate("Options", "Sign in with this account name (needs --password-file)."),
        u"name"_s);
    const QCommandLineOption passwordFile(
        u"password-file"_s,
        QCoreApplication::translate("Options", "Read the password from the first line of this file."), u"file"_s);
    const QCommandLineOption noDiscovery(
        u"no-discovery"_s, QCoreApplication::translate("Options", "Do not look for servers on the network."));
    parser.addPositionalArgument(
        u"link"_s, QCoreApplication::translate("Options", "A rialto:// link to open, in the window that is open."),
        u"[link]"_s);
    parser.addOptions({profile, server, user, passwordFile, noDiscovery});
    parser.process(arguments);
    const QStringList others = parser.positionalArguments();
    const QUrl link = others.isEmpty() ? QUrl() : readLink(others.first());
    if (others.size() > 1 || (link.isEmpty() && !others.isEmpty()))
        return fail(
            ErrorCode::Invalid,
            QCoreApplication::translate("Options", "“%1” is not an option. See rialto --help.").arg(others.last()));
    Options options{parser.value(profile),
                    parser.value(server),
                    parser.value(user),
                    {},
                    link,
                    parser.isSet(noDiscovery) ? quint16(0) : kDiscoveryPort};
    if (options.user.isEmpty() != parser.value(passwordFile).isEmpty())
        return fail(ErrorCode::Invalid,
                    QCoreApplication::translate("Options", "--user and --password-file belong together."));
    if (options.user.isEmpty())
        return options;
    const auto password = readPassword(parser.value(passwordFile));
    if (!password)
        return tl::unexpected(password.error());
    options.password = *password;
    return options;
}

} // namespace rialto
