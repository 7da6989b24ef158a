// rialto-chaos-client: see HeadlessClient.
#include "chaos/HeadlessClient.h"

#include <QCoreApplication>
#include <QSocketNotifier>
#include <unistd.h>

using namespace rialto::chaos;

namespace {

/// Calls back for every line of the standard input; its end ends the program, so that none outlives its driver.
class Commands : public QObject
{
public:
    explicit Commands(HeadlessClient &client) : m_client(client), m_notifier(STDIN_FILENO, QSocketNotifier::Read)
    {
        connect(&m_notifier, &QSocketNotifier::activated, this, &Commands::read);
    }

private:
    void read()
    {
        char buffer[4096];
        const ssize_t count = ::read(STDIN_FILENO, buffer, sizeof buffer);
        if (count <= 0) {
            QCoreApplication::exit(1);
            m_notifier.setEnabled(false);
            return;
        }
        m_received.append(buffer, count);
        for (qsizetype end = m_received.indexOf('\n'); end >= 0; end = m_received.indexOf('\n')) {
            m_client.obey(QString::fromUtf8(m_received.left(end)));
            m_received.remove(0, end + 1);
        }
    }

    HeadlessClient &m_client;
    QSocketNotifier m_notifier;
    QByteArray m_received;
};

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    if (arguments.size() != 6) {
        qWarning("Usage: rialto-chaos-client FOLDER SERVER NAME HISTORY SEED");
        return 2;
    }
    HeadlessClient client({arguments[1], arguments[2], arguments[3], arguments[4], arguments[5].toUInt()});
    Commands commands(client);
    client.begin();
    return QCoreApplication::exec();
}
