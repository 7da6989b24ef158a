#include <QDirIterator>
#include <QFile>
#include <QJsonDocument>
#include <QPainter>
#include <QRegularExpression>
#include <QtTest>

#include "client/Contrast.h"
#include "features/chat/RowPainter.h"
#include "support/Places.h"
#include "ui/Avatar.h"
#include "ui/LinkCard.h"
#include "ui/Theme.h"

using namespace rialto;
using namespace Qt::StringLiterals;

namespace {

// WCAG 2.1, level AA: 1.4.3 for text, 1.4.11 for signs, the borders of fields and the ring of the focus.
constexpr double kText = 4.5;
constexpr double kSign = 3;

using C = Colors;

/// One colour that is painted on several grounds.
struct Painted
{
    const char *what;
    ColorRole ink;
    QList<ColorRole> grounds;
    double least;
    ColorRole over = nullptr; ///< Lies on the ground, below the ink: the pointer's or the finger's shade.
};

// As the painters, the style sheet and the surfaces of the program lay them upon one another. Only what is disabled
// may be paler.
const QList<Painted> kPainted = {
    // Windows, panes and dialogs.
    {"words of labels", &C::text, {&C::window, &C::panel, &C::raised, &C::canvas}, kText},
    {"quiet words of labels", &C::textMuted, {&C::window, &C::panel, &C::raised, &C::canvas}, kText},
    {"problems in labels", &C::danger, {&C::window, &C::panel, &C::raised, &C::canvas}, kText},
    {"warnings in labels", &C::warning, {&C::window, &C::panel, &C::raised, &C::canvas}, kText},
    {"good news in labels", &C::success, {&C::window, &C::panel, &C::raised, &C::canvas}, kText},
    {"titles of pins", &C::accent, {&C::window, &C::panel, &C::raised, &C::canvas}, kText},
    {"quiet buttons", &C::textMuted, {&C::window, &C::panel, &C::raised, &C::canvas}, kText},
    {"links", &C::link, {&C::window, &C::panel, &C::raised, &C::canvas}, kText},
    {"links below the pointer", &C::accentHover, {&C::window, &C::panel, &C::raised, &C::canvas}, kText},
    {"strips of warnings", &C::text, {&C::warningSoft, &C::dangerSoft}, kText},
    {"signs of warnings", &C::warning, {&C::warningSoft}, kSign},
    {"signs of alarms", &C::danger, {&C::dangerSoft}, kSign},
    {"the words of a short message", &C::bulkBarText, {&C::bulkBar}, kText},
    {"tooltips", &C::tooltipText, {&C::tooltip}, kText},
    {"names of keys", &C::textMuted, {&C::raised}, kText},
    {"menus and popups", &C::text, {&C::raised, &C::raisedHover}, kText},
    {"signs in menus", &C::textMuted, {&C::raised, &C::raisedHover}, kSign},
    {"dangerous signs in menus", &C::danger, {&C::raised, &C::raisedHover}, kSign},
    {"what is chosen in popups", &C::selectionText, {&C::selection}, kText},
    // Buttons.
    {"buttons", &C::text, {&C::raised, &C::raisedHover, &C::raisedPressed}, kText},
    {"dangerous buttons", &C::danger, {&C::raised, &C::raisedHover, &C::raisedPressed}, kText},
    {"the first button", &C::accentText, {&C::accent, &C::accentHover, &C::accentPressed}, kText},
    {"signs of buttons", &C::textMuted, {&C::panel, &C::canvas, &C::raised, &C::window}, kSign},
    {"signs below the pointer", &C::textMuted, {&C::panel, &C::canvas, &C::raised, &C::window}, kSign, &C::hover},
    {"signs pressed", &C::textMuted, {&C::panel, &C::canvas, &C::raised, &C::window}, kSign, &C::pressed},
    {"to send", &C::accent, {&C::panel}, kSign},
    {"to the newest", &C::textMuted, {&C::raised, &C::raisedHover, &C::raisedPressed}, kSign},
    {"chips", &C::text, {&C::panel}, kText},
    {"chips below the pointer", &C::text, {&C::panel}, kText, &C::hover},
    {"chosen chips and pages", &C::accent, {&C::accentSoft}, kText},
    // The rail.
    {"pages", &C::textMuted, {&C::rail}, kText},
    {"pages below the pointer", &C::textMuted, {&C::rail}, kText, &C::hover},
    {"pages pressed", &C::text, {&C::rail}, kText, &C::pressed},
    {"counts", &C::badgeText, {&C::badge}, kText},
    {"counts of what is muted", &C::badgeMutedText, {&C::badgeMuted}, kText},
    {"counts of calls", &C::warmText, {&C::warm}, kText},
    {"the dot of calls", &C::warm, {&C::rail}, kSign},
    // Fields.
    {"what is typed", &C::text, {&C::field, &C::panel, &C::window}, kText},
    {"what may be typed", &C::textFaint, {&C::field, &C::panel, &C::window}, kText},
    {"what is selected", &C::selectionText, {&C::selection}, kText},
    {"signs in fields", &C::textMuted, {&C::field, &C::panel}, kSign},
    {"borders of fields, inside", &C::fieldBorder, {&C::field}, kSign},
    {"borders of fields, outside", &C::fieldBorder, {&C::panel, &C::raised, &C::window, &C::canvas}, kSign},
    {"borders of wrong fields", &C::danger, {&C::field, &C::panel, &C::raised, &C::window}, kSign},
    {"switches that are off", &C::fieldBorder, {&C::panel}, kSign},
    {"knobs that are off", &C::panel, {&C::fieldBorder}, kSign},
    {"switches and boxes that are on", &C::accent, {&C::panel, &C::raised, &C::canvas, &C::window}, kSign},
    {"knobs and ticks", &C::accentText, {&C::accent}, kSign},
    {"handles of sliders", &C::accent, {&C::panel, &C::separatorStrong}, kSign},
    // The keyboard's ring, wherever something can have the focus.
    {"the focus",
     &C::focus,
     {&C::window, &C::rail, &C::panel, &C::raised, &C::canvas, &C::field, &C::selection, &C::accentSoft,
      &C::warningSoft, &C::dangerSoft, &C::bubbleOther, &C::bubbleOwn},
     kSign},
    {"the focus below the pointer", &C::focus, {&C::panel, &C::canvas, &C::rail, &C::raised}, kSign, &C::hover},
    {"the focus on what is pressed", &C::focus, {&C::panel, &C::canvas, &C::rail, &C::raised}, kSign, &C::pressed},
    // Rows of lists and tables.
    {"rows", &C::text, {&C::panel, &C::raised, &C::selection}, kText},
    {"rows below the pointer", &C::text, {&C::panel, &C::raised}, kText, &C::hover},
    {"second lines", &C::textMuted, {&C::panel, &C::raised, &C::selection}, kText},
    {"second lines below the pointer", &C::textMuted, {&C::panel, &C::raised}, kText, &C::hover},
    {"drafts and what ran out", &C::danger, {&C::panel, &C::selection}, kText},
    {"drafts below the pointer", &C::danger, {&C::panel}, kText, &C::hover},
    {"who writes", &C::accent, {&C::panel, &C::selection}, kText},
    {"who writes, below the pointer", &C::accent, {&C::panel}, kText, &C::hover},
    {"signs of conflicts", &C::warning, {&C::panel, &C::selection}, kSign},
    {"what is new", &C::accent, {&C::panel, &C::selection}, kSign},
    {"signs of calls", &C::warm, {&C::warmSoft}, kSign},
    {"words that were found", &C::text, {&C::accentSoft}, kText},
    {"heads of tables", &C::textMuted, {&C::window}, kText},
    {"the head that sorts", &C::text, {&C::window}, kText},
    {"tiles of open rooms", &C::accentText, {&C::accent}, kSign},
    // Presence, as it stands out from its ring; the card says it in words, too.
    {"who is here", &C::presenceOnline, {&C::panel, &C::raised, &C::codeBg}, kSign},
    {"who is away", &C::presenceAway, {&C::panel, &C::raised}, kSign},
    {"who is not to be disturbed", &C::presenceBusy, {&C::panel, &C::raised}, kSign},
    {"who is gone", &C::presenceOffline, {&C::panel, &C::raised, &C::codeBg}, kSign},
    // The timeline.
    {"messages", &C::text, {&C::bubbleOther, &C::bubbleOwn}, kText},
    {"links in messages", &C::link, {&C::bubbleOther, &C::bubbleOwn}, kText},
    {"selected text", &C::accentText, {&C::accent}, kText},
    {"code", &C::text, {&C::codeBg, &C::codeBgOwn}, kText},
    {"times and deleted messages", &C::textMuted, {&C::bubbleOther}, kText},
    {"times of one's own", &C::bubbleOwnMuted, {&C::bubbleOwn}, kText},
    {"quotes and cards", &C::textMuted, {&C::codeBg}, kText},
    {"quotes and cards in one's own", &C::bubbleOwnMuted, {&C::codeBgOwn}, kText},
    {"live, in one's own", &C::success, {&C::codeBgOwn}, kSign},
    {"signs of cards", &C::accent, {&C::accentSoft}, kSign},
    {"calls in messages", &C::warm, {&C::warmSoft}, kText},
    {"reactions", &C::text, {&C::codeBg, &C::codeBgOwn, &C::accentSoft}, kText},
    {"one's own reactions", &C::accent, {&C::accentSoft}, kText},
    {"what was read", &C::accent, {&C::bubbleOwn}, kSign},
    {"what failed", &C::danger, {&C::bubbleOwn}, kSign},
    {"why it failed, and to delete it", &C::danger, {&C::canvas}, kText},
    {"to try again", &C::link, {&C::canvas}, kText},
    {"days and empty rooms", &C::textMuted, {&C::canvas}, kText},
    {"the line of what is new", &C::warm, {&C::canvas}, kText},
    {"files", &C::accentText, {&C::accent}, kSign},
    {"how far files are", &C::accent, {&C::separator}, kSign},
    {"goods in stock", &C::success, {&C::successSoft}, kText},
    {"goods that ran out", &C::danger, {&C::dangerSoft}, kText},
};

/// The names of the colours, by a table in which no two are the same.
class Names
{
public:
    Names()
    {
        QFile file(u":/tokens.json"_s);
        if (!file.open(QIODevice::ReadOnly))
            qFatal("There are no colours");
        QJsonObject roles = QJsonDocument::fromJson(file.readAll()).object()["colors"_L1]["light"_L1].toObject();
        int number = 0;
        for (auto role = roles.begin(); role != roles.end(); ++role) {
            if (!role->isString())
                continue;
            m_all.insert(role.key());
            *role = QColor::fromRgb(QRgb(++number)).name();
        }
        m_colors = Colors::fromJson(roles);
        for (auto role = roles.begin(); role != roles.end(); ++role)
            m_names.insert(role->toString(), role.key());
    }

    bool isRole(const QString &word) const { return m_all.contains(word); }
    QString of(ColorRole role) const { return m_names.value((m_colors.*role).name()); }

private:
    QSet<QString> m_all;
    Colors m_colors;
    QHash<QString, QString> m_names;
};

TimelineEntry aReplyOfMine(qint64 quoted)
{
    TimelineEntry row;
    row.own = true;
    row.message.id = MessageId{2};
    row.message.authorId = UserId{1};
    row.message.replyToId = MessageId{1};
    row.message.text = u"Yes"_s;
    row.quoteAuthorId = UserId{quoted};
    row.quoteAuthor = u"████"_s; // Each pixel of it has the whole of its ink.
    row.quoteText = u"Is it?"_s;
    return row;
}

} // namespace

/// U82: whoever sees little can read everything, in both themes. From the program's own colours.
class UiContrastTest : public QObject
{
    Q_OBJECT

    Theme m_theme{*qApp};

    static QString themeName(bool dark) { return dark ? u"dark"_s : u"light"_s; }
    QImage pictureOf(const RowLayout &layout)
    {
        QImage picture(800, layout.height, QImage::Format_RGB32);
        picture.fill(m_theme.colors().canvas);
        QPainter painter(&picture);
        RowPainter(m_theme).paint(painter, layout, 0, {}, false);
        return picture;
    }

private Q_SLOTS:
    void everythingCanBeRead()
    {
        QStringList pale;
        for (const bool dark : {false, true}) {
            const Colors &c = m_theme.colorsOf(dark);
            for (const Painted &one : kPainted) {
                for (const ColorRole role : one.grounds) {
                    const QColor ground = one.over ? laidOver(c.*one.over, c.*role) : c.*role;
                    const double ratio = contrast(c.*one.ink, ground);
                    if (ratio < one.least)
                        pale.append(
                            u"%1, %2: %3 on %4 has %5"_s
                                .arg(themeName(dark), QLatin1StringView(one.what), (c.*one.ink).name(), ground.name())
                                .arg(ratio, 0, 'f', 2));
                }
            }
        }
        QCOMPARE(pale, QStringList());
    }

    void everybodysTintCanBeRead()
    {
        for (const bool dark : {false, true}) {
            const Colors &c = m_theme.colorsOf(dark);
            for (size_t i = 0; i < 8; ++i) {
                const QByteArray who = themeName(dark).toLatin1() + ' ' + QByteArray::number(qulonglong(i));
                QVERIFY2(contrast(c.senderNames[i], c.bubbleOther) >= kText, who);
                QVERIFY2(contrast(c.senderNames[i], c.codeBg) >= kText, who);
                QVERIFY2(contrast(c.avatarText[i], c.codeBgOwn) >= kText, who);
                QVERIFY2(contrast(c.avatarText[i], c.avatarBackground[i]) >= kText, who);
            }
        }
    }

    void everyRoleThatIsPaintedIsAskedFor()
    {
        const Names names;
        // Lines and grounds that tell nothing by themselves, and what is disabled.
        QSet<QString> known{u"separator"_s, u"separatorStrong"_s, u"textDisabled"_s};
        for (const Painted &one : kPainted) {
            known.insert(names.of(one.ink));
            if (one.over)
                known.insert(names.of(one.over));
            for (const ColorRole ground : one.grounds)
                known.insert(names.of(ground));
        }
        static const QRegularExpression use(u"(?:\\bc\\.|\\bcolors(?:\\(\\))?\\.|&Colors::|@)(\\w+)\\b"_s);
        QDirIterator sources(places::source(u"client"_s), {u"*.cpp"_s, u"*.h"_s}, QDir::Files,
                             QDirIterator::Subdirectories);
        while (sources.hasNext()) {
            QFile source(sources.next());
            QVERIFY(source.open(QIODevice::ReadOnly));
            for (auto found = use.globalMatch(QString::fromUtf8(source.readAll())); found.hasNext();) {
                const QString role = found.next().captured(1);
                if (names.isRole(role))
                    QVERIFY2(known.contains(role), qPrintable(role + u" in "_s + source.fileName()));
            }
        }
    }

    void whomIAnswerCanBeReadInMyBubble()
    {
        for (const ThemeChoice choice : {ThemeChoice::Light, ThemeChoice::Dark}) {
            m_theme.setChoice(choice);
            QSet<size_t> tints;
            for (qint64 id = 1; tints.size() < 8; ++id) {
                tints.insert(colorIndex(id));
                const auto layout = RowLayouter(m_theme, 800).layout(aReplyOfMine(id), {});
                const QRectF words = layout->quote.adjusted(8, 2, -8, -layout->quote.height() / 2);
                const double ratio = bestContrast(pictureOf(*layout), words.toRect(), m_theme.colors().codeBgOwn);
                QVERIFY2(ratio >= kText, qPrintable(u"%1 %2"_s.arg(id).arg(ratio)));
            }
        }
    }

    void theDotOfWhoIsHereStandsOutOnASelectedRow()
    {
        // The same paints it in the lists, on the rail and in cards.
        for (const ThemeChoice choice : {ThemeChoice::Light, ThemeChoice::Dark}) {
            m_theme.setChoice(choice);
            Avatar avatar(m_theme, 40);
            avatar.showPerson(1, {});
            for (const Presence presence :
                 {Presence::Online, Presence::Away, Presence::DoNotDisturb, Presence::Offline}) {
                avatar.setPresence(presence);
                QImage picture(avatar.size(), QImage::Format_RGB32);
                picture.fill(m_theme.colors().selection);
                avatar.render(&picture, {}, {}, QWidget::DrawChildren);
                const QColor ring = picture.pixelColor(34, 28);
                const QRect dot(29, 29, 10, 10);
                QVERIFY2(bestContrast(picture, dot, ring) >= kSign, qPrintable(ring.name()));
            }
        }
    }
};

QTEST_MAIN(UiContrastTest)
#include "ui_contrast_test.moc"
