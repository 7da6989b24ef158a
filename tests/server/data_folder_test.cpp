#include "app/DataFolder.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSysInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace rialto;

class DataFolderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // A lock is held by a living process and by nothing that a dead one left.
    void whatAKilledServerLeavesIsNoLock_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("words");
        const QByteArray me = QByteArray::number(QCoreApplication::applicationPid()) + '\n' +
                              QFileInfo(QCoreApplication::applicationFilePath()).fileName().toUtf8() + '\n' +
                              QSysInfo::machineHostName().toUtf8() + '\n';
        QTest::newRow("nothing written yet") << u"LOCK"_s << QByteArray();
        QTest::newRow("the number is ours now") << u"LOCK"_s << me;
        QTest::newRow("zeros after a power cut") << u"LOCK"_s << QByteArray(40, '\0');
        QTest::newRow("killed while it cleaned up") << u"LOCK.rmlock"_s << QByteArray();
    }
    void whatAKilledServerLeavesIsNoLock()
    {
        QFETCH(QString, file);
        QFETCH(QByteArray, words);
        const QTemporaryDir folder;
        for (const QString &name : {u"LOCK"_s, file}) {
            QFile left(folder.filePath(name));
            QVERIFY(left.open(QIODevice::WriteOnly));
            QVERIFY(left.write(name == file ? words : "999999\nrialto-server\nhere\n") >= 0 && left.flush());
        }
        QVERIFY(DataFolder::open(folder.path()).has_value());
    }

    void aHeldFolderNamesItsProcess()
    {
        const QTemporaryDir folder;
        {
            const auto held = DataFolder::open(folder.path());
            QVERIFY(held.has_value());
            const auto second = DataFolder::open(folder.path());
            QVERIFY(!second);
            QCOMPARE(second.error().code, ErrorCode::Conflict);
            QVERIFY(second.error().message.contains(u"process %1;"_s.arg(QCoreApplication::applicationPid())));
        }
        QVERIFY(DataFolder::open(folder.path()).has_value());
    }
};

QTEST_GUILESS_MAIN(DataFolderTest)
#include "data_folder_test.moc"
