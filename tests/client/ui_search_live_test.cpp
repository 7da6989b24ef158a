#include <QLabel>
#include <QListView>

#include "client/Desk.h"
#include "features/chat/SearchPane.h"
#include "features/chat/model/SearchModel.h"
#include "support/Places.h"
#include "support/Wire.h"

using namespace rialto;
using namespace Qt::StringLiterals;

/// Searching where the server takes its time: one sees that it goes on, and may leave it (U89).
class UiSearchLiveTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<RealServer> m_server;
    std::unique_ptr<Wire> m_wire;
    std::unique_ptr<Desk> m_desk;

    SearchPane &pane() { return m_desk->find<SearchPane>(); }
    SearchModel &found() { return m_desk->app().session()->search(); }
    bool says(const QString &words)
    {
        const auto labels = pane().findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(),
                           [&](const QLabel *label) { return label->isVisible() && label->text() == words; });
    }
    void lookFor(const QString &words)
    {
        QTest::keyClick(&m_desk->app().window(), Qt::Key_F, Qt::ControlModifier);
        QTRY_VERIFY(pane().isVisible());
        auto *field = pane().findChild<QLineEdit *>();
        field->clear();
        QTest::keyClicks(field, words);
    }

private Q_SLOTS:
    void aSlowSearchSaysSoAndIsGivenUpByAKey()
    {
        m_server = std::make_unique<RealServer>(places::program(u"rialto-server"_s));
        QVERIFY2(m_server->start(), qPrintable(m_server->output()));
        m_wire = std::make_unique<Wire>(m_server->port());
        m_desk = std::make_unique<Desk>(m_wire->address());
        m_desk->enter(u"anna"_s, true);
        QTRY_VERIFY_WITH_TIMEOUT(m_desk->isOnline(), patienceMs);
        QVERIFY(m_desk->makeRoom(u"Dock"_s).isValid());
        m_desk->app().window().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&m_desk->app().window()));
        m_desk->say(u"The crane is broken"_s);
        QTRY_COMPARE_WITH_TIMEOUT(m_desk->lastWords(), u"anna: The crane is broken"_s, patienceMs);

        m_wire->holdDownAfter(0);
        lookFor(u"crane"_s);
        QTRY_COMPARE_WITH_TIMEOUT(found().state(), SearchModel::State::Searching, patienceMs);
        QTRY_VERIFY(says(u"Searching…"_s));
        QTest::keyClick(pane().findChild<QLineEdit *>(), Qt::Key_Escape);
        QVERIFY(!pane().isVisible());
        QCOMPARE(found().state(), SearchModel::State::Idle);
        // The answer comes to nobody.
        QSignalSpy appeared(&found(), &QAbstractItemModel::rowsInserted);
        m_wire->release();
        m_desk->say(u"So it is"_s);
        QTRY_COMPARE_WITH_TIMEOUT(m_desk->lastWords(), u"anna: So it is"_s, patienceMs);
        QCOMPARE(appeared.size(), 0);
        // Asked again, it answers.
        lookFor(u"crane"_s);
        QTRY_COMPARE_WITH_TIMEOUT(found().rowCount(), 1, patienceMs);
        QVERIFY(!says(u"Searching…"_s));
        QVERIFY(pane().findChild<QListView *>()->isVisible());
    }
};

QTEST_MAIN(UiSearchLiveTest)
#include "ui_search_live_test.moc"
