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

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"rialto"_s);
    QApplication::setApplicationDisplayName(u"Rialto"_s);
    QApplication::setApplicationVersion(QStringLiteral(RIALTO_VERSION));
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
