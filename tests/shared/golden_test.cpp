#include "protocol/Protocol.h"
#include "protocol/Schema.h"
#include "support/Places.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace rialto;

namespace {

/// A struct with a recognisable value in every field.
struct Sample
{
    int next = 1;

    template <typename T> void fill(T &value)
    {
        if constexpr (IsOptional<T>::value)
            fill(value.emplace());
        else if constexpr (IsList<T>::value)
            fill(value.emplaceBack());
        else if constexpr (IsId<T>::value)
            value.value = next++;
        else if constexpr (std::is_same_v<T, Quantity>)
            value.thousandths = 1000 * next++ + 125;
        else if constexpr (std::is_same_v<T, QString>)
            value = u"text \"%1\" é"_s.arg(next++);
        else if constexpr (std::is_same_v<T, bool>)
            value = true;
        else if constexpr (WordEnum<T>)
            value = static_cast<T>(1);
        else if constexpr (Described<T>)
            forEachField<T>([&](const auto &field) { fill(value.*field.member); });
        else
            value = next++;
    }
};

template <Described T> QByteArray sampleOf()
{
    T value{};
    Sample().fill(value);
    return toJson(value);
}

QByteArray wholeProtocol()
{
    QByteArray text;
    Methods::forEach([&]<typename M>() {
        text += QByteArray(M::method.name) + " request " + sampleOf<M>() + '\n';
        text += QByteArray(M::method.name) + " reply " + sampleOf<typename M::Reply>() + '\n';
    });
    Events::forEach(
        [&]<typename E>() { text += QByteArray(E::event.type) + " data " + sampleOf<typename E::Data>() + '\n'; });
    return text;
}

} // namespace

/// The JSON of every message, pinned: whoever changes a line of golden/protocol.txt changes what clients out there
/// speak.
class GoldenTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theProtocolIsAsItWas()
    {
        const QString path = places::source(u"tests/shared/golden/protocol.txt"_s);
        const QByteArray now = wholeProtocol();
        if (qEnvironmentVariableIsSet("RIALTO_WRITE_GOLDEN")) {
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(now) == now.size());
        }
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArrayList pinned = file.readAll().split('\n');
        const QByteArrayList lines = now.split('\n');
        for (qsizetype i = 0; i < std::max(pinned.size(), lines.size()); ++i)
            QCOMPARE(lines.value(i), pinned.value(i));
    }

    void everyMessageSurvivesTheRoundTrip()
    {
        Methods::forEach([]<typename M>() {
            const auto request = fromJson<M>(QByteArrayView(sampleOf<M>()));
            QVERIFY(request.has_value());
            QCOMPARE(toJson(*request), sampleOf<M>());
            const auto reply = fromJson<typename M::Reply>(QByteArrayView(sampleOf<typename M::Reply>()));
            QCOMPARE(toJson(*reply), sampleOf<typename M::Reply>());
        });
    }
};

QTEST_APPLESS_MAIN(GoldenTest)
#include "golden_test.moc"
