#include <QApplication>
#include <QDBusConnection>
#include <QProcess>
#include <QStandardPaths>
#include <QtTest>

#include "features/notify/DesktopNotifier.h"
#include "ui/Theme.h"

using namespace rialto;
using namespace Qt::StringLiterals;

namespace {

/// The settings of a desktop that is dark.
class FakePortal : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")

public Q_SLOTS:
    QDBusVariant Read(const QString &, const QString &)
    {
        return QDBusVariant(QVariant::fromValue(QDBusVariant(QVariant(1u))));
    }

Q_SIGNALS:
    void SettingChanged(const QString &group, const QString &key, const QDBusVariant &value);
};

/// A notification service as a desktop has one, which keeps what it is given.
class FakeDesktop : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")
public:
    struct Shown
    {
        uint id;
        uint replaces;
        QString title;
        QString body;
        QStringList actions;
        QVariantMap hints;
    };
    QList<Shown> shown;
    QList<uint> closed;
    QStringList capabilities{u"actions"_s, u"body"_s, u"body-markup"_s, u"inline-reply"_s};

public Q_SLOTS:
    QStringList GetCapabilities() { return capabilities; }
    uint Notify(const QString &, uint replaces, const QString &, const QString &title, const QString &body,
                const QStringList &actions, const QVariantMap &hints, int)
    {
        const uint id = replaces > 0 ? replaces : ++m_lastId;
        shown.append({id, replaces, title, body, actions, hints});
        return id;
    }
    void CloseNotification(uint id) { closed.append(id); }

Q_SIGNALS:
    void ActionInvoked(uint id, const QString &action);
    void NotificationReplied(uint id, const QString &text);
    void NotificationClosed(uint id, uint reason);

private:
    uint m_lastId = 40;
};

} // namespace

/// The desktop's notifications over a bus of the test's own.
class UiDesktopTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const QString program = QStandardPaths::findExecutable(u"dbus-daemon"_s);
        if (program.isEmpty())
            QSKIP("There is no dbus-daemon on this machine.");
        m_daemon.start(program, {u"--session"_s, u"--nofork"_s, u"--print-address"_s,
                                 u"--address=unix:tmpdir="_s + m_folder.path()});
        QTRY_VERIFY(m_daemon.canReadLine());
        m_address = QString::fromLocal8Bit(m_daemon.readLine()).trimmed();
    }

    void cleanupTestCase()
    {
        m_daemon.kill();
        m_daemon.waitForFinished();
    }

    void theThemeFollowsTheDesktop()
    {
        FakePortal portal;
        QDBusConnection bus = connection(u"portal"_s);
        QVERIFY(bus.registerObject(u"/org/freedesktop/portal/desktop"_s, &portal,
                                   QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals));
        QVERIFY(bus.registerService(u"org.freedesktop.portal.Desktop"_s));
        Theme theme(*qApp, connection(u"client"_s));
        QTRY_VERIFY(theme.isDark());
        const auto wish = [&](uint scheme) {
            Q_EMIT portal.SettingChanged(u"org.freedesktop.appearance"_s, u"color-scheme"_s,
                                         QDBusVariant(QVariant(scheme)));
        };
        wish(2);
        QTRY_VERIFY(!theme.isDark());
        // Whoever chose is left alone.
        theme.setChoice(ThemeChoice::Dark);
        wish(1);
        wish(2);
        wish(1);
        SystemScheme late(connection(u"client"_s)); // Asks after all that, and so is answered after it.
        QTRY_COMPARE(late.isDark(), std::optional(true));
        theme.setChoice(ThemeChoice::Light);
        QVERIFY(!theme.isDark());
        theme.setChoice(ThemeChoice::System);
        QVERIFY(theme.isDark());
    }

    void withoutAServiceNothingIsPromised()
    {
        DesktopNotifier notifier(connection(u"lonely"_s));
        QSignalSpy available(&notifier, &DesktopNotifier::availableChanged);
        FakeDesktop desktop;
        offer(desktop, u"late"_s);
        QTRY_VERIFY(notifier.isAvailable()); // It came later.
        QDBusConnection(u"late"_s).unregisterService(u"org.freedesktop.Notifications"_s);
        QTRY_VERIFY(!notifier.isAvailable());
        QCOMPARE(available.count(), 2);
    }

    void whatIsShownIsPlainAndReplacesItself()
    {
        FakeDesktop desktop;
        offer(desktop, u"desktop"_s);
        DesktopNotifier notifier(connection(u"client"_s));
        QTRY_VERIFY(notifier.isAvailable());
        notifier.show({.key = 7, .title = u"Olena"_s, .body = u"<b>1 < 2</b>"_s, .canReply = true});
        QTRY_COMPARE(desktop.shown.size(), 1);
        QCOMPARE(desktop.shown[0].body, u"&lt;b&gt;1 &lt; 2&lt;/b&gt;"_s);
        QVERIFY(desktop.shown[0].actions.contains(u"inline-reply"_s));
        QCOMPARE(desktop.shown[0].hints.value(u"sound-name"_s).toString(), u"message-new-instant"_s);
        QSignalSpy opened(&notifier, &DesktopNotifier::opened);
        QTRY_VERIFY((Q_EMIT desktop.ActionInvoked(41, u"default"_s), opened.count() > 0)); // Once its id has come.
        notifier.show({.key = 7, .title = u"Olena"_s, .body = {}, .isCritical = true, .sound = {}});
        QTRY_COMPARE(desktop.shown.size(), 2);
        QCOMPARE(desktop.shown[1].replaces, desktop.shown[0].id);
        QCOMPARE(desktop.shown[1].hints.value(u"urgency"_s).toInt(), 2);
        QVERIFY(desktop.shown[1].hints.value(u"suppress-sound"_s).toBool());
        QVERIFY(!desktop.shown[1].actions.contains(u"inline-reply"_s));
        notifier.close(7);
        notifier.close(8); // Never shown.
        QTRY_COMPARE(desktop.closed, QList<uint>{desktop.shown[0].id});
    }

    void whatIsReadBeforeItStandsDoesNotStay()
    {
        FakeDesktop desktop;
        offer(desktop, u"desktop"_s);
        DesktopNotifier notifier(connection(u"client"_s));
        QTRY_VERIFY(notifier.isAvailable());
        notifier.show({.key = 7, .title = u"Olena"_s, .body = u"One"_s});
        notifier.close(7); // The service has not even answered.
        QTRY_COMPARE(desktop.closed.size(), 1);
        // Two at once are one, with the newer words.
        notifier.show({.key = 8, .title = u"Olena"_s, .body = u"One"_s});
        notifier.show({.key = 8, .title = u"Olena"_s, .body = u"Two"_s});
        QTRY_COMPARE(desktop.shown.size(), 3);
        QCOMPARE(desktop.shown[2].replaces, desktop.shown[1].id);
        QCOMPARE(desktop.shown[2].body, u"Two"_s);
    }

    void whatIsDoneThereReachesUs()
    {
        FakeDesktop desktop;
        offer(desktop, u"desktop"_s);
        DesktopNotifier notifier(connection(u"client"_s));
        QTRY_VERIFY(notifier.isAvailable());
        QSignalSpy opened(&notifier, &DesktopNotifier::opened);
        QSignalSpy read(&notifier, &DesktopNotifier::readRequested);
        QSignalSpy replied(&notifier, &DesktopNotifier::replied);
        notifier.show({.key = 7, .title = u"Olena"_s, .body = u"Hello"_s, .canReply = true});
        QTRY_COMPARE(desktop.shown.size(), 1);
        const uint id = desktop.shown[0].id;
        QTRY_VERIFY((Q_EMIT desktop.ActionInvoked(id, u"default"_s), opened.count() > 0));
        QCOMPARE(opened.first().first().toLongLong(), 7);
        Q_EMIT desktop.ActionInvoked(id + 1, u"read"_s); // Of another program.
        Q_EMIT desktop.NotificationReplied(id, u"  "_s);
        Q_EMIT desktop.NotificationReplied(id, u"On my way"_s);
        Q_EMIT desktop.ActionInvoked(id, u"read"_s);
        QTRY_COMPARE(read.count(), 1);
        QCOMPARE(read.first().first().toLongLong(), 7);
        QCOMPARE(replied.count(), 1);
        QCOMPARE(replied.first().last().toString(), u"On my way"_s);
    }

    void anotherServiceCountsAnew()
    {
        auto first = std::make_unique<FakeDesktop>();
        offer(*first, u"first"_s);
        DesktopNotifier notifier(connection(u"client"_s));
        QTRY_VERIFY(notifier.isAvailable());
        QSignalSpy opened(&notifier, &DesktopNotifier::opened);
        notifier.show({.key = 7, .title = u"Olena"_s, .body = u"Hello"_s});
        QTRY_VERIFY((Q_EMIT first->ActionInvoked(41, u"default"_s), opened.count() > 0));
        QDBusConnection(u"first"_s).unregisterService(u"org.freedesktop.Notifications"_s);
        QTRY_VERIFY(!notifier.isAvailable());
        FakeDesktop second;
        offer(second, u"second"_s);
        QTRY_VERIFY(notifier.isAvailable());
        opened.clear();
        notifier.show({.key = 8, .title = u"Maya"_s, .body = u"Hello"_s});
        QTRY_COMPARE(second.shown.size(), 1);
        QCOMPARE(second.shown[0].id, 41U); // The number that the other service had given.
        QTRY_VERIFY((Q_EMIT second.ActionInvoked(41, u"default"_s), opened.count() > 0));
        QCOMPARE(opened.first().first().toLongLong(), 8);
    }

    void aPoorServiceGetsOnlyWhatItUnderstands()
    {
        FakeDesktop desktop;
        desktop.capabilities = {u"body"_s};
        offer(desktop, u"desktop"_s);
        DesktopNotifier notifier(connection(u"client"_s));
        QTRY_VERIFY(notifier.isAvailable());
        notifier.show({.key = 1, .title = u"Olena"_s, .body = u"1 < 2"_s, .canReply = true});
        QTRY_COMPARE(desktop.shown.size(), 1);
        QVERIFY(desktop.shown[0].actions.isEmpty());
        QCOMPARE(desktop.shown[0].body, u"1 < 2"_s);
    }

    void cleanup()
    {
        for (const QString &name : std::as_const(m_connections))
            QDBusConnection::disconnectFromBus(name);
        m_connections.clear();
    }

private:
    QDBusConnection connection(const QString &name)
    {
        m_connections.append(name);
        return QDBusConnection::connectToBus(m_address, name);
    }
    void offer(FakeDesktop &desktop, const QString &name)
    {
        QDBusConnection bus = connection(name);
        QVERIFY(bus.registerObject(u"/org/freedesktop/Notifications"_s, &desktop,
                                   QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals));
        QVERIFY(bus.registerService(u"org.freedesktop.Notifications"_s));
    }

    QTemporaryDir m_folder;
    QProcess m_daemon;
    QString m_address;
    QStringList m_connections;
};

QTEST_MAIN(UiDesktopTest)
#include "ui_desktop_test.moc"
