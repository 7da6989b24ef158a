#include <QApplication>
#include <QTextStream>

#include "app/ClientApp.h"
#include "app/OneInstance.h"
#include "ui/Icons.h"

using namespace Qt::StringLiterals;

namespace {

constexpr int failed = 1;

int complain(const QString &sentence)
{
    QTextStream(stderr) << "rialto: " << sentence << '\n';
    return failed;
}

QIcon applicationIcon()
{
    QIcon icon;
    for (const int size : {16, 24, 32, 48, 64, 128, 256})
        icon.addPixmap(rialto::Icons().logo(size, QColor(0x0C6A73), QColor(0xA94216), 1));
    return icon;
}

/// What only prints must also work where there is no display.
bool onlyPrints(int argc, char **argv)
{
    return std::any_of(argv, argv + argc, [](const char *argument) {
        const QLatin1StringView word(argument);
        return word == "-h"_L1 || word == "--help"_L1 || word == "--help-all"_L1 || word == "-v"_L1 ||
               word == "--version"_L1;
    });
}

void name()
{
    QCoreApplication::setApplicationName(u"rialto"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(RIALTO_VERSION));
}

} // namespace

int main(int argc, char **argv)
{
    if (onlyPrints(argc, argv)) {
        const QCoreApplication words(argc, argv);
        name();
        (void)rialto::Options::parse(words.arguments()); // Prints, and ends the program.
    }
    QApplication application(argc, argv);
    name();
    QApplication::setApplicationDisplayName(u"Rialto"_s);
    QApplication::setDesktopFileName(u"rialto"_s);
    const auto options = rialto::Options::parse(application.arguments());
    if (!options)
        return complain(options.error().message);
    const auto profile = rialto::Profile::named(options->profile);
    if (!profile)
        return complain(profile.error().message);
    rialto::OneInstance instance(profile->folder());
    if (!instance.acquire() && instance.handOver(options->link.toString(QUrl::FullyEncoded)))
        return 0;
    if (!instance.isMine())
        return complain(QCoreApplication::translate(
                            "Options", "The profile “%1” is open in another window. Choose another one with --profile.")
                            .arg(options->profile));
    QApplication::setWindowIcon(applicationIcon());
    rialto::ClientApp client(application, *profile, *options);
    QObject::connect(&instance, &rialto::OneInstance::wanted, &client, &rialto::ClientApp::come);
    client.start();
    return QApplication::exec();
}
