#include "app/ServerApp.h"
#include "core/Topic.h"
#include "protocol/Catalog.h"
#include "support/TestServer.h"

using namespace Qt::StringLiterals;
using namespace rialto;
using namespace rialto::test;

/// The one writer by itself: batches, refusals, failures of the engine.
class DomainTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    SystemClock m_clock;
    const Observers m_observers;
    Inbox m_inbox;
    std::vector<qint64> m_delivered; ///< seq of every event that left.
    int m_unknown = 0;
    qint64 m_headAfterwards = -1;

    std::unique_ptr<DomainThread> makeDomain()
    {
        m_delivered.clear();
        auto domain = std::make_unique<DomainThread>(
            m_folder.filePath(u"rialto.db"_s), m_clock, m_observers, m_inbox,
            [this](Effects &&effects) {
                for (const auto &effect : effects)
                    m_delivered.push_back(std::get<LoggedEvent>(effect).seq);
            },
            [this](qint64 head) {
                ++m_unknown;
                m_headAfterwards = head;
            });
        return domain;
    }

    // A job that writes an event and then does as it is told.
    static DomainThread::Job job(QList<int> &answers, std::function<Result<QByteArray>()> ending)
    {
        return {{},
                [ending](WriteContext &context) {
                    context.record<ProductCreated>(topic::kCatalog, 1, Product{});
                    return ending();
                },
                [&answers](const Result<QByteArray> &result) {
                    answers.append(result ? 0 : static_cast<int>(result.error().code));
                }};
    }
    static Result<QByteArray> accept() { return QByteArray("{}"); }
    static Result<QByteArray> refuse() { return fail(ErrorCode::Conflict, u"No."_s); }

    qint64 logged() const
    {
        const auto database = Database::open(m_folder.filePath(u"rialto.db"_s), dialect::Mode::ReadOnly);
        return (*database)->value("SELECT count(*) FROM event_log").value_or(0);
    }

private Q_SLOTS:
    void init()
    {
        Config config;
        config.data = m_folder.path();
        QFile::remove(m_folder.filePath(u"rialto.db"_s));
        QVERIFY(ServerApp::create(config, m_clock).has_value());
    }

    void whoRefusesAfterWritingLeavesNoTraceAndHurtsNoNeighbour()
    {
        auto domain = makeDomain();
        QList<int> answers;
        QList<int> expected;
        for (int i = 0; i < 300; ++i) { // Posted before the thread starts: they share batches.
            const bool refused = i % 3 == 1;
            domain->post(job(answers, refused ? &DomainTest::refuse : &DomainTest::accept));
            expected.append(refused ? static_cast<int>(ErrorCode::Conflict) : 0);
        }
        QVERIFY(domain->start().has_value());
        QVERIFY(waitFor([&] { return answers.size() == 300; }));
        QCOMPARE(answers, expected);
        QCOMPARE(logged(), 200);
        for (size_t i = 0; i < m_delivered.size(); ++i)
            QCOMPARE(m_delivered[i], static_cast<qint64>(i) + 1);
        QCOMPARE(m_delivered.size(), size_t(200));
    }

    void aRefusalMayKeepWhatItDid()
    {
        auto domain = makeDomain();
        QList<int> answers;
        domain->post(
            {{},
             [](WriteContext &context) -> Result<QByteArray> {
                 context.record<ProductCreated>(topic::kCatalog, 1, Product{});
                 context.keepDespiteRefusal();
                 return refuse();
             },
             [&](const Result<QByteArray> &result) { answers.append(static_cast<int>(result.error().code)); }});
        QVERIFY(domain->start().has_value());
        QVERIFY(waitFor([&] { return answers.size() == 1; }));
        QCOMPARE(logged(), 1);
    }

    void aFullDiskFailsTheBatchAndHeals()
    {
        auto domain = makeDomain();
        QList<int> answers;
        domain->post(job(answers, &DomainTest::accept));
        domain->post(job(answers, []() -> Result<QByteArray> {
            throw StorageFailure{StorageFailure::Kind::Full, u"planted"_s};
        }));
        QVERIFY(domain->start().has_value());
        QVERIFY(waitFor([&] { return answers.size() == 2; }));
        QCOMPARE(answers, QList<int>(2, static_cast<int>(ErrorCode::StorageFull)));
        QVERIFY(m_delivered.empty());
        QCOMPARE(logged(), 0);
        domain->post(job(answers, &DomainTest::accept));
        QVERIFY(waitFor([&] { return answers.size() == 3; }));
        QCOMPARE(answers.last(), 0);
        QCOMPARE(m_delivered, std::vector<qint64>{1});
    }

    void whoseCommitFailsIsNotAnsweredAsIfItHadNot()
    {
        auto domain = makeDomain();
        QList<int> answers;
        domain->post(job(answers, &DomainTest::accept));
        domain->post({{},
                      [](WriteContext &context) -> Result<QByteArray> {
                          // Broken only when the whole transaction is: at the COMMIT itself.
                          context.database.run("PRAGMA defer_foreign_keys = ON");
                          context.database.run("INSERT INTO credential (user_id, password_hash) VALUES (999, 'x')");
                          return accept();
                      },
                      [&](const Result<QByteArray> &result) {
                          answers.append(result ? 0 : static_cast<int>(result.error().code));
                      }});
        QVERIFY(domain->start().has_value());
        QVERIFY(waitFor([&] { return answers.size() == 2; }));
        QCOMPARE(answers, QList<int>(2, static_cast<int>(ErrorCode::Unavailable)));
        QVERIFY(m_delivered.empty());
        QCOMPARE(logged(), 0);
        domain->post(job(answers, &DomainTest::accept));
        QVERIFY(waitFor([&] { return answers.size() == 3; }));
        QCOMPARE(answers.last(), 0);
        QCOMPARE(m_delivered, std::vector<qint64>{1});
    }

    void aCommitIsOnTheDiskBeforeItIsAnswered()
    {
        // 2 is FULL: the log is synced at every COMMIT, not only at checkpoints
        // (sqlite.org/pragma.html#pragma_synchronous).
        const auto database = Database::open(m_folder.filePath(u"rialto.db"_s), dialect::Mode::ReadWrite);
        QCOMPARE((*database)->value("PRAGMA synchronous"), std::optional<qint64>(2));
        QCOMPARE((*database)->value<QString>("PRAGMA journal_mode"), std::optional<QString>(u"wal"_s));
    }

    void aFailingMediumMeansThatTheOutcomeIsUnknown()
    {
        auto domain = makeDomain();
        QList<int> answers;
        m_unknown = 0;
        domain->post(job(answers, &DomainTest::accept));
        QVERIFY(domain->start().has_value());
        QVERIFY(waitFor([&] { return answers == QList<int>{0}; }));
        answers.clear();
        domain->post(job(answers, []() -> Result<QByteArray> {
            throw StorageFailure{StorageFailure::Kind::Input, u"planted"_s};
        }));
        QVERIFY(waitFor([&] { return answers.size() == 1 && m_unknown == 1; }));
        QCOMPARE(answers.first(), static_cast<int>(ErrorCode::Unavailable));
        QCOMPARE(m_headAfterwards, 1);
        domain->post(job(answers, &DomainTest::accept)); // On the reopened database.
        QVERIFY(waitFor([&] { return answers.size() == 2; }));
        QCOMPARE(answers.last(), 0);
    }

    void aMediumThatStaysAwayIsAwaited()
    {
        const QString path = m_folder.filePath(u"rialto.db"_s);
        const QString away = m_folder.filePath(u"away.db"_s);
        auto domain = makeDomain();
        QList<int> answers;
        m_unknown = 0;
        domain->post(job(answers, &DomainTest::accept));
        QVERIFY(domain->start().has_value());
        QVERIFY(waitFor([&] { return answers == QList<int>{0}; }));
        domain->post(job(answers, [&]() -> Result<QByteArray> {
            QFile::rename(path, away);
            throw StorageFailure{StorageFailure::Kind::Input, u"planted"_s};
        }));
        QVERIFY(waitFor([&] { return answers.size() == 2; }));
        domain->post(job(answers, &DomainTest::accept));
        QVERIFY(waitFor([&] { return answers.size() == 3; }));
        QCOMPARE(answers.last(), static_cast<int>(ErrorCode::Unavailable));
        QCOMPARE(m_unknown, 0);
        QVERIFY(!QFile::exists(path)); // No empty database takes its place.
        QVERIFY(QFile::rename(away, path));
        QVERIFY(waitFor([&] { return m_unknown == 1; })); // Without anybody asking.
        QCOMPARE(m_headAfterwards, 1);
        domain->post(job(answers, &DomainTest::accept));
        QVERIFY(waitFor([&] { return answers.size() == 4; }));
        QCOMPARE(answers.last(), 0);
        QCOMPARE(logged(), 2);
    }

    void whoComesAfterTheEndIsRefused()
    {
        auto domain = makeDomain();
        QVERIFY(domain->start().has_value());
        QList<int> answers;
        domain->post(job(answers, &DomainTest::accept));
        domain->stop();
        domain->post(job(answers, &DomainTest::accept));
        QVERIFY(waitFor([&] { return answers.size() == 2; }));
        QCOMPARE(answers, (QList<int>{0, static_cast<int>(ErrorCode::Unavailable)}));
    }
};

QTEST_GUILESS_MAIN(DomainTest)
#include "domain_test.moc"
