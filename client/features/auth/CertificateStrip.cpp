#include "features/auth/CertificateStrip.h"

#include <QEvent>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QPainter>

#include "ui/Metrics.h"
#include "ui/Mirror.h"

using namespace Qt::StringLiterals;

namespace rialto {

namespace {

constexpr int pairsInLine = 16;

/// 32 pairs in two lines, so that they can be compared by eye.
QString inLines(const QString &fingerprint)
{
    const QStringList pairs = fingerprint.split(u':');
    return pairs.mid(0, pairsInLine).join(u' ') + u'\n' + pairs.mid(pairsInLine).join(u' ');
}

} // namespace

CertificateStrip::CertificateStrip(const Theme &theme, QWidget *parent)
    : QWidget(parent),
      m_theme(theme),
      m_title(new QLabel),
      m_words(new QLabel),
      m_fingerprint(new QLabel),
      m_trust(new Button(theme, ButtonKind::Secondary, {}))
{
    theme.dress(*m_title, TextStyle::SenderName);
    m_title->setWordWrap(true);
    theme.dress(*m_words, TextStyle::Small);
    m_words->setWordWrap(true);
    setFingerprintFont();
    connect(&theme, &Theme::changed, this, &CertificateStrip::setFingerprintFont);
    m_fingerprint->setTextInteractionFlags(Qt::TextSelectableByMouse);
    for (QLabel *label : {m_title, m_words, m_fingerprint})
        label->setTextFormat(Qt::PlainText);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addSpacing(43); // The icon stands here.
    auto *column = new QVBoxLayout;
    row->addLayout(column, 1);
    row->addSpacing(15);
    column->setContentsMargins(0, 10, 0, 8);
    column->setSpacing(4);
    column->addWidget(m_title);
    column->addWidget(m_words);
    column->addWidget(m_fingerprint);
    column->addWidget(m_trust, 0, Qt::AlignLeft);
    connect(m_trust, &Button::clicked, this, &CertificateStrip::trusted);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    hide();
}

void CertificateStrip::setFingerprintFont()
{
    constexpr int smallEnoughForALine = 11;
    QFont mono = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    mono.setPixelSize(m_theme.grown(smallEnoughForALine));
    m_fingerprint->setFont(mono);
}

void CertificateStrip::showUnknown(const QString &fingerprint)
{
    present(Kind::Unknown, {}, fingerprint);
}

void CertificateStrip::showChanged(const QString &known, const QString &presented)
{
    present(Kind::Changed, known, presented);
}

void CertificateStrip::showOwn(const QString &fingerprint)
{
    present(Kind::Own, {}, fingerprint);
}

void CertificateStrip::present(Kind kind, const QString &known, const QString &presented)
{
    m_kind = kind;
    m_known = known;
    m_presented = presented;
    m_trust->setVisible(kind != Kind::Own);
    retranslate();
    show();
}

void CertificateStrip::sayFingerprint(const QString &title, const QString &words)
{
    m_title->setText(title);
    m_words->setText(words);
    m_fingerprint->setText(inLines(m_presented));
}

void CertificateStrip::retranslate()
{
    if (m_kind == Kind::Changed) {
        sayFingerprint(tr("This server is not the one you know"),
                       tr("Its certificate has changed. Either it was installed anew, or somebody stands between you "
                          "and it and would read your password. Ask its operator before you go on. Now it shows:"));
        m_fingerprint->setText(inLines(m_presented) + u'\n' + tr("Until now:") + u'\n' + inLines(m_known));
    } else if (m_kind == Kind::Own) {
        sayFingerprint(tr("The server's fingerprint"),
                       tr("Whoever comes for the first time is asked to compare it. Show yours, or read it out."));
    } else {
        sayFingerprint(tr("Your first time on this server"),
                       tr("It made its certificate itself. Compare this fingerprint with the one on the server's "
                          "screen; you are asked only once."));
    }
    m_trust->setText(isAlarm() ? tr("I have asked: trust the new one") : tr("It matches: trust this server"));
}

void CertificateStrip::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void CertificateStrip::paintEvent(QPaintEvent *)
{
    constexpr int iconSize = 18;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Colors &c = m_theme.colors();
    const bool isOwn = m_kind == Kind::Own;
    painter.setPen(isAlarm() ? QPen(c.danger) : QPen(Qt::NoPen));
    painter.setBrush(isAlarm() ? c.dangerSoft : isOwn ? c.successSoft : c.warningSoft);
    painter.drawRoundedRect(QRectF(rect()).adjusted(3.5, 0.5, -3.5, -0.5), metrics::radiusRow, metrics::radiusRow);
    painter.drawPixmap(Mirror(layoutDirection(), rect())(QRect(15, 10, iconSize, iconSize)).topLeft(),
                       m_theme.pixmap(isAlarm() ? u"shield-alert"_s : u"shield-check"_s, iconSize,
                                      isAlarm() ? c.danger
                                      : isOwn   ? c.success
                                                : c.warning,
                                      devicePixelRatioF()));
}

} // namespace rialto
