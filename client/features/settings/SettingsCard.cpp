#include "features/settings/SettingsCard.h"

#include <QPainter>

#include "ui/Metrics.h"

using namespace Qt::StringLiterals;

namespace rialto {

namespace {

constexpr int paddingX = 16;
constexpr int paddingY = 12;
constexpr int leastWords = 150;

} // namespace

SettingRow::SettingRow(const Theme &theme, QWidget *control, Place place, std::function<SettingWords()> words)
    : m_theme(theme),
      m_place(place),
      m_layout(new QBoxLayout(QBoxLayout::TopToBottom, this)),
      m_title(new QLabel),
      m_hint(new QLabel),
      m_control(control),
      m_words(std::move(words))
{
    theme.dress(*m_title, TextStyle::BodyStrong);
    theme.dress(*m_hint, TextStyle::Small);
    m_hint->setProperty("tone", u"muted"_s);
    for (QLabel *label : {m_title, m_hint}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    auto *text = new QVBoxLayout;
    text->setSpacing(2);
    text->addWidget(m_title);
    text->addWidget(m_hint);
    m_layout->setContentsMargins(paddingX, paddingY, paddingX, paddingY);
    m_layout->addLayout(text, 1);
    if (control)
        m_layout->addWidget(control);
    m_title->setBuddy(control);
    arrange(place);
    retranslate();
}

void SettingRow::arrange(Place place)
{
    const bool beside = place == Place::Beside;
    m_layout->setDirection(beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_layout->setSpacing(beside ? 24 : 12);
    if (m_control)
        m_layout->setAlignment(m_control, beside ? Qt::AlignVCenter : Qt::AlignLeft);
}

QSize SettingRow::minimumSizeHint() const
{
    return {0, QWidget::minimumSizeHint().height()};
}

void SettingRow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

void SettingRow::fit()
{
    if (!m_control || m_place == Place::Below)
        return;
    const int control = m_control->sizeHint().expandedTo(m_control->minimumSize()).width();
    const int wanted = m_theme.grown(leastWords) + control + 24 + 2 * paddingX;
    arrange(width() >= wanted ? Place::Beside : Place::Below);
}

void SettingRow::retranslate()
{
    const SettingWords words = m_words();
    m_title->setText(words.title);
    m_hint->setText(words.hint);
    m_hint->setVisible(!words.hint.isEmpty());
    m_searched = u' ' + (words.title + u' ' + words.hint + u' ' + words.others).toCaseFolded();
    if (!m_control)
        return;
    m_control->setAccessibleName(words.title);
    m_control->setAccessibleDescription(words.hint);
    fit();
}

bool SettingRow::matches(const QStringList &query, const QString &section) const
{
    const QString searched = m_searched + u' ' + section.toCaseFolded();
    return std::all_of(query.begin(), query.end(),
                       [&searched](const QString &word) { return searched.contains(u' ' + word); });
}

SettingsCard::SettingsCard(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void SettingsCard::add(SettingRow *row)
{
    m_rows.append(row);
    m_column->addWidget(row);
}

void SettingsCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Colors &c = m_theme.colors();
    painter.setPen(c.separator);
    painter.setBrush(c.panel);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), metrics::radiusCard, metrics::radiusCard);
    bool isFirst = true;
    for (const SettingRow *row : m_rows) {
        if (row->isHidden())
            continue;
        if (!isFirst)
            painter.fillRect(QRect(1, row->y(), width() - 2, 1), c.separator);
        isFirst = false;
    }
}

} // namespace rialto
