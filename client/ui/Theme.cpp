#include "ui/Theme.h"

#include <QApplication>
#include <QFile>
#include <QFontDatabase>
#include <QFontInfo>
#include <QGuiApplication>
#include <QIconEngine>
#include <QJsonArray>
#include <QJsonDocument>
#include <QPainter>
#include <QPalette>
#include <QStyleHints>
#include <QToolTip>

#include "ui/RialtoStyle.h"
#include "ui/StyleSheet.h"

using namespace Qt::StringLiterals;

namespace rialto {

namespace {

constexpr std::array<const char *, textStyleCount> styleNames = {
    "brand",      "title", "subtitle", "message", "body",  "bodyStrong", "rowUnread", "small",
    "senderName", "label", "caption",  "section", "badge", "railLabel",  "code"};

// What a widget wears, kept with it so that it can be dressed again.
constexpr auto styleProperty = "textStyle";
constexpr auto heightProperty = "heightAtFullSize";

class ThemeIconEngine final : public QIconEngine
{
public:
    ThemeIconEngine(const Theme &theme, QString name, ColorRole role)
        : m_theme(theme), m_name(std::move(name)), m_role(role)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        const int size = qMin(rect.width(), rect.height());
        const QPixmap picture = m_theme.pixmap(m_name, size, color(mode), painter->device()->devicePixelRatioF());
        painter->drawPixmap(rect.center() - QPoint((size - 1) / 2, (size - 1) / 2), picture);
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State) override
    {
        return m_theme.pixmap(m_name, qMin(size.width(), size.height()), color(mode), 1);
    }
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal scale) override
    {
        const int side = qRound(qMin(size.width(), size.height()) / scale);
        return m_theme.pixmap(m_name, side, color(mode), scale);
    }
    QIconEngine *clone() const override { return new ThemeIconEngine(m_theme, m_name, m_role); }

private:
    QColor color(QIcon::Mode mode) const
    {
        return m_theme.color(mode == QIcon::Disabled ? &Colors::textDisabled : m_role);
    }

    const Theme &m_theme;
    QString m_name;
    ColorRole m_role;
};

QPalette paletteFor(const Colors &c)
{
    QPalette palette;
    palette.setColor(QPalette::Window, c.window);
    palette.setColor(QPalette::WindowText, c.text);
    palette.setColor(QPalette::Base, c.field);
    palette.setColor(QPalette::AlternateBase, c.panel);
    palette.setColor(QPalette::Text, c.text);
    palette.setColor(QPalette::PlaceholderText, c.textFaint);
    palette.setColor(QPalette::Button, c.raised);
    palette.setColor(QPalette::ButtonText, c.text);
    palette.setColor(QPalette::BrightText, c.danger);
    palette.setColor(QPalette::Highlight, c.selection);
    palette.setColor(QPalette::HighlightedText, c.selectionText);
    palette.setColor(QPalette::Link, c.link);
    palette.setColor(QPalette::LinkVisited, c.link);
    palette.setColor(QPalette::ToolTipBase, c.tooltip);
    palette.setColor(QPalette::ToolTipText, c.tooltipText);
    palette.setColor(QPalette::Light, c.raised);
    palette.setColor(QPalette::Midlight, c.separator);
    palette.setColor(QPalette::Mid, c.separatorStrong);
    palette.setColor(QPalette::Dark, c.fieldBorder);
    palette.setColor(QPalette::Shadow, c.separatorStrong);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, c.textDisabled);
    return palette;
}

QStringList toStrings(const QJsonArray &array)
{
    QStringList strings;
    for (const auto &value : array)
        strings.append(value.toString());
    return strings;
}

// Without a desktop the system's own answer may be an ordinary font.
QStringList fixedFamilies()
{
    QStringList families{u"Noto Sans Mono"_s, u"Noto Mono"_s, u"DejaVu Sans Mono"_s, u"monospace"_s};
    const QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    if (QFontInfo(fixed).fixedPitch())
        families.prepend(fixed.family());
    return families;
}

} // namespace

QFont tabular(QFont font)
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 7, 0)
    font.setFeature("tnum", 1);
#endif
    return font;
}

Theme::Theme(QApplication &application, const QDBusConnection &desktop)
    : m_application(application), m_systemScheme(desktop)
{
    // Read before our own palette hides what the desktop wants.
    m_systemWasDark = application.palette().color(QPalette::Window).lightness() < 128;
    readTokens();
    application.setStyle(new RialtoStyle(*this));
    followSystem();
    m_dark = systemIsDark();
    apply();
}

Theme::~Theme()
{
    // The style paints from this theme.
    m_application.setStyleSheet({});
    m_application.setStyle(u"Fusion"_s);
}

void Theme::setChoice(ThemeChoice choice)
{
    m_choice = choice;
    const bool dark = choice == ThemeChoice::System ? systemIsDark() : choice == ThemeChoice::Dark;
    if (dark == m_dark)
        return;
    m_dark = dark;
    apply();
    Q_EMIT changed();
}

void Theme::setTextSize(int percent)
{
    const auto nearest = std::min_element(textSizes.begin(), textSizes.end(), [percent](int left, int right) {
        return qAbs(left - percent) < qAbs(right - percent);
    });
    if (*nearest == m_textSize)
        return;
    m_textSize = *nearest;
    scaleFonts();
    apply();
    Q_EMIT changed();
}

int Theme::textSizeBeside(int steps) const
{
    const int at = int(std::find(textSizes.begin(), textSizes.end(), m_textSize) - textSizes.begin());
    return textSizes[size_t(qBound(0, at + steps, int(textSizes.size()) - 1))];
}

void Theme::dress(QWidget &widget, TextStyle style) const
{
    widget.setProperty(styleProperty, int(style));
    fit(widget);
}

void Theme::fixHeight(QWidget &widget, int pixels) const
{
    widget.setProperty(heightProperty, pixels);
    fit(widget);
}

void Theme::fit(QWidget &widget) const
{
    if (const QVariant style = widget.property(styleProperty); style.isValid())
        widget.setFont(font(TextStyle(style.toInt())));
    if (const QVariant height = widget.property(heightProperty); height.isValid())
        widget.setFixedHeight(grown(height.toInt()));
}

QPixmap Theme::pixmap(const QString &icon, int size, const QColor &color, qreal devicePixelRatio) const
{
    return m_icons.pixmap(icon, size, color, devicePixelRatio);
}

QPixmap Theme::logo(int size, qreal devicePixelRatio) const
{
    return m_icons.logo(size, colors().accent, colors().warm, devicePixelRatio);
}

QIcon Theme::icon(const QString &name, ColorRole role) const
{
    return QIcon(new ThemeIconEngine(*this, name, role));
}

void Theme::readTokens()
{
    QFile file(u":/tokens.json"_s);
    [[maybe_unused]] const bool opened = file.open(QIODevice::ReadOnly);
    Q_ASSERT(opened);
    const QJsonObject tokens = QJsonDocument::fromJson(file.readAll()).object();
    const QJsonObject colors = tokens.value("colors"_L1).toObject();
    m_lightColors = Colors::fromJson(colors.value("light"_L1).toObject());
    m_darkColors = Colors::fromJson(colors.value("dark"_L1).toObject());
    readFonts(tokens.value("type"_L1).toObject());
}

void Theme::readFonts(const QJsonObject &type)
{
    const QStringList installed = QFontDatabase::families();
    const auto onlyInstalled = [&installed](QStringList wanted) {
        wanted.removeIf([&](const QString &family) { return !installed.contains(family); });
        return wanted;
    };
    m_emojiFamilies = onlyInstalled(toStrings(type.value("emoji"_L1).toArray()));
    QStringList families = onlyInstalled(toStrings(type.value("family"_L1).toArray()));
    // Emoji before the system's font, which may have hearts and the like without colour; but never first: the font of
    // the emoji has digits.
    const QString system = QFontDatabase::systemFont(QFontDatabase::GeneralFont).family();
    families =
        families.isEmpty() ? QStringList{system} + m_emojiFamilies : families + m_emojiFamilies + QStringList{system};
    const QJsonObject scale = type.value("scale"_L1).toObject();
    for (size_t i = 0; i < textStyleCount; ++i) {
        const QJsonObject style = scale.value(QLatin1StringView(styleNames[i])).toObject();
        QFont font;
        font.setFamilies(families);
        if (i == size_t(TextStyle::Code))
            font.setFamilies(fixedFamilies() + families);
        // Pixels, not points: the design counts at 96 dpi and Qt scales device independent pixels by itself.
        m_pixelSizes[i] = style.value("pt"_L1).toDouble() * 96 / 72;
        font.setWeight(QFont::Weight(style.value("weight"_L1).toInt()));
        font.setLetterSpacing(QFont::PercentageSpacing, 100 + 100 * style.value("letterSpacing"_L1).toDouble());
        m_fonts[i] = font;
    }
    scaleFonts();
}

void Theme::scaleFonts()
{
    for (size_t i = 0; i < textStyleCount; ++i)
        m_fonts[i].setPixelSize(qRound(m_pixelSizes[i] * m_textSize / 100));
}

bool Theme::systemIsDark() const
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    const auto scheme = QGuiApplication::styleHints()->colorScheme();
    if (scheme != Qt::ColorScheme::Unknown)
        return scheme == Qt::ColorScheme::Dark;
#endif
    return m_systemScheme.isDark().value_or(m_systemWasDark);
}

void Theme::followSystem()
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, this, [this] { setChoice(m_choice); });
#endif
    connect(&m_systemScheme, &SystemScheme::changed, this, [this] { setChoice(m_choice); });
}

void Theme::apply()
{
    m_application.setPalette(paletteFor(colors()));
    m_application.setFont(font(TextStyle::Body));
    m_application.setStyleSheet(styleSheet(*this));
    QToolTip::setFont(font(TextStyle::Small));
    // A style sheet that is set anew gives widgets back the font they had when it was set first; to those that were
    // never shown it does so when they are.
    for (QWidget *widget : QApplication::allWidgets()) {
        if (widget->property(styleProperty).isValid())
            widget->ensurePolished();
        fit(*widget);
    }
}

} // namespace rialto
