#include "cache/Cache.h"

#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace rialto;

/// The full-text index of the cache: what is found is always all that is cached, whatever happened to it.
class core_index_test : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_cache = std::make_unique<Cache>(m_folder->filePath(u"cache.db"_s));
        m_lastId = 0;
    }
    void cleanup() { m_cache.reset(); }

    void whatIsCachedIsFoundBeforeAndAfterIndexing();
    void changesAndRemovalsAreFollowed();
    void filesAreFoundAsLongAsTheyAreCarried();
    void anEarlierCacheIsIndexedAnewWithItsFiles();
    void pagesFollowOneAnother();
    void otherRulesForWordsMakeTheIndexAnew();
    void theIndexFindsWhatALookAtEverythingFinds();

private:
    Message say(RoomId room, const QString &text, UserId author = UserId{1})
    {
        Message message;
        message.id = MessageId{++m_lastId};
        message.roomId = room;
        message.authorId = author;
        message.clientId = QString::number(m_lastId);
        message.text = text;
        message.createdAt = 1000 * m_lastId;
        m_cache->messages().merge(message);
        return message;
    }
    Message carry(RoomId room, const QString &text, const QStringList &names, int width = 0)
    {
        Message message = say(room, text);
        for (const QString &name : names)
            message.attachments.append({FileId{1}, name, 1, {}, width, width, false});
        message.version = 2;
        m_cache->messages().merge(message);
        return message;
    }
    void indexAll()
    {
        while (m_cache->messages().index().indexSome(7) > 0) {
        }
    }
    QStringList find(const QString &asked, const QSet<RoomId> &rooms = {RoomId{1}, RoomId{2}},
                     const std::optional<QSet<UserId>> &authors = {})
    {
        const auto found = m_cache->messages().index().find(*SearchQuery::parse(asked), {rooms, authors},
                                                            MessageId{Rules::kMaximumInteger}, 1000);
        QStringList texts;
        for (const MessageIndex::Place &place : found.places)
            texts.append(m_cache->messages().find(place.room, place.id)->text);
        return texts;
    }
    qint64 countInIndex(const QString &word)
    {
        QSqlQuery &query = m_cache->database().run(u"SELECT count(*) FROM message_index WHERE message_index MATCH ?"_s,
                                                   {u'"' + word + u'"'});
        const qint64 count = query.next() ? query.value(0).toLongLong() : -1;
        query.finish();
        return count;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Cache> m_cache;
    qint64 m_lastId = 0;
};

void core_index_test::whatIsCachedIsFoundBeforeAndAfterIndexing()
{
    say(RoomId{1}, u"Ёлка стоит"_s);
    say(RoomId{2}, u"две ЕЛКИ"_s, UserId{2});
    say(RoomId{3}, u"ёлки не видно"_s);
    for (int round = 0; round < 2; ++round) {
        QCOMPARE(find(u"ёлк"_s), QStringList({u"две ЕЛКИ"_s, u"Ёлка стоит"_s}));
        QCOMPARE(find(u"елк"_s, {RoomId{1}}), QStringList({u"Ёлка стоит"_s}));
        QCOMPARE(find(u"елк"_s, {RoomId{1}, RoomId{2}}, {{UserId{2}}}), QStringList({u"две ЕЛКИ"_s}));
        QCOMPARE(find(u"before:1970-01-02"_s).size(), 2);
        QCOMPARE(find(u"after:1970-01-02"_s).size(), 0);
        indexAll();
    }
    QCOMPARE(countInIndex(u"елка"_s), 1);
}

void core_index_test::changesAndRemovalsAreFollowed()
{
    Message apple = say(RoomId{1}, u"apple"_s);
    say(RoomId{1}, u"banana"_s);
    say(RoomId{2}, u"banana"_s);
    indexAll();
    apple.text = u"cherry"_s;
    apple.version = 2;
    m_cache->messages().merge(apple);
    QCOMPARE(countInIndex(u"apple"_s), 0);
    QCOMPARE(find(u"apple"_s), QStringList());
    QCOMPARE(find(u"cherry"_s), QStringList{u"cherry"_s});
    indexAll();
    // An older version changes nothing.
    apple.text = u"apple"_s;
    apple.version = 1;
    m_cache->messages().merge(apple);
    QCOMPARE(find(u"cherry"_s), QStringList{u"cherry"_s});
    apple.text.clear();
    apple.deletedAt = 1;
    apple.version = 3;
    m_cache->messages().merge(apple);
    QCOMPARE(countInIndex(u"cherry"_s), 0);
    QCOMPARE(find(u"cherry"_s), QStringList());
    m_cache->messages().removeRoom(RoomId{1});
    QCOMPARE(countInIndex(u"banana"_s), 1);
    QCOMPARE(find(u"banana"_s), QStringList{u"banana"_s});
    m_cache->messages().markStale(RoomId{2});
    m_cache->messages().removeStale(RoomId{2}, {}, {});
    QCOMPARE(countInIndex(u"banana"_s), 0);
}

void core_index_test::filesAreFoundAsLongAsTheyAreCarried()
{
    say(RoomId{1}, u"an invoice"_s);
    carry(RoomId{1}, u"paper"_s, {u"Invoice March.pdf"_s, u"note.txt"_s});
    Message photo = carry(RoomId{2}, u"photo"_s, {u"shelf.png"_s}, 20);
    for (int round = 0; round < 2; ++round) {
        QCOMPARE(find(u"has:file"_s), QStringList({u"photo"_s, u"paper"_s}));
        QCOMPARE(find(u"has:image"_s), QStringList{u"photo"_s});
        QCOMPARE(find(u"invoice"_s), QStringList({u"paper"_s, u"an invoice"_s}));
        QCOMPARE(find(u"note \"invoice march\" has:file"_s), QStringList{u"paper"_s});
        indexAll();
    }
    QCOMPARE(countInIndex(u"_f"_s), 2);
    // A reaction brings a new version, a deletion takes everything; nothing of what was before stays behind.
    photo.reactions.append({u"\U0001F44D"_s, {UserId{1}}});
    ++photo.version;
    m_cache->messages().merge(photo);
    QCOMPARE(countInIndex(u"shelf"_s), 0);
    indexAll();
    QCOMPARE(find(u"shelf"_s), QStringList{u"photo"_s});
    photo.text.clear();
    photo.attachments.clear();
    photo.deletedAt = 1;
    ++photo.version;
    m_cache->messages().merge(photo);
    indexAll();
    QCOMPARE(countInIndex(u"_p"_s), 0);
    QCOMPARE(countInIndex(u"shelf"_s), 0);
    m_cache->messages().removeRoom(RoomId{1});
    QCOMPARE(countInIndex(u"_f"_s), 0);
    QCOMPARE(countInIndex(u"invoice"_s), 0);
}

void core_index_test::anEarlierCacheIsIndexedAnewWithItsFiles()
{
    const Message paper = carry(RoomId{1}, u"paper"_s, {u"plan.pdf"_s});
    indexAll();
    // As it was before the index knew files.
    m_cache->messages().index().remove(paper.id, *m_cache->messages().index().entryOf(paper.roomId, paper.id));
    m_cache->database()
        .run(u"INSERT INTO message_index (rowid, entry) VALUES (?, '_r1 _a1 paper')"_s, {paper.id.value})
        .finish();
    m_cache->database()
        .run(u"UPDATE message_index_state SET word_rules = ?"_s, {1000 + QChar::currentUnicodeVersion()})
        .finish();
    m_cache.reset();
    m_cache = std::make_unique<Cache>(m_folder->filePath(u"cache.db"_s));
    QCOMPARE(find(u"plan"_s), QStringList{u"paper"_s});
    indexAll();
    QCOMPARE(find(u"plan"_s), QStringList{u"paper"_s});
    QCOMPARE(countInIndex(u"paper"_s), 1);
}

void core_index_test::pagesFollowOneAnother()
{
    QStringList expected;
    for (int i = 0; i < 60; ++i) {
        say(RoomId{1}, i % 2 ? u"other"_s : u"word %1"_s.arg(i));
        if (i % 2 == 0)
            expected.prepend(u"word %1"_s.arg(i));
        if (i == 20)
            indexAll();
    }
    QStringList found;
    MessageIndex::Finding page{{}, MessageId{Rules::kMaximumInteger}};
    for (int round = 0; round < 20 && page.goesOnBefore.isValid(); ++round) {
        page =
            m_cache->messages().index().find(*SearchQuery::parse(u"word"_s), {{RoomId{1}}, {}}, page.goesOnBefore, 7);
        for (const MessageIndex::Place &place : std::as_const(page.places))
            found.append(m_cache->messages().find(place.room, place.id)->text);
    }
    QCOMPARE(found, expected);
}

void core_index_test::otherRulesForWordsMakeTheIndexAnew()
{
    say(RoomId{1}, u"apple"_s);
    indexAll();
    m_cache->database().run(u"UPDATE message_index_state SET word_rules = 1"_s).finish();
    m_cache.reset();
    m_cache = std::make_unique<Cache>(m_folder->filePath(u"cache.db"_s));
    QVERIFY(m_cache->problem().isEmpty());
    QCOMPARE(countInIndex(u"apple"_s), 0);
    QCOMPARE(find(u"apple"_s), QStringList{u"apple"_s});
    indexAll();
    QCOMPARE(countInIndex(u"apple"_s), 1);
}

void core_index_test::theIndexFindsWhatALookAtEverythingFinds()
{
    const quint32 seed = QRandomGenerator::global()->generate();
    qInfo() << "seed" << seed;
    QRandomGenerator random(seed);
    const QStringList letters{u"a"_s, u"b"_s, u"é"_s,  u"е"_s, u"ё"_s, u"і"_s, u"'"_s,
                              u"-"_s, u" "_s, u"日"_s, u"🎉"_s, u"ß"_s, u"_"_s, u" "_s};
    const auto someText = [&](int length) {
        QString text = u"a"_s;
        for (int i = 0; i < length; ++i)
            text += letters[random.bounded(int(letters.size()))];
        return text;
    };
    QStringList all;
    for (int i = 0; i < 300; ++i) {
        all.prepend(someText(random.bounded(1, 20)));
        say(RoomId{1 + random.bounded(2)}, all.first());
        if (random.bounded(4) == 0)
            m_cache->messages().index().indexSome(5);
    }
    for (int i = 0; i < 300; ++i) {
        const QString asked = random.bounded(3) ? someText(3) : u'"' + someText(4) + u'"';
        const auto query = SearchQuery::parse(asked);
        QVERIFY(query.has_value());
        QStringList expected = all;
        expected.removeIf([&](const QString &text) { return !query->matches({text}, 0); });
        QCOMPARE(find(asked), expected);
    }
}

QTEST_GUILESS_MAIN(core_index_test)
#include "core_index_test.moc"
