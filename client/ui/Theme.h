#pragma once

#include <QFont>
#include <QIcon>
#include <QObject>
#include <array>

#include "ui/Colors.h"
#include "ui/Icons.h"
#include "ui/SystemScheme.h"

class QApplication;
class QWidget;

namespace rialto {

enum class ThemeChoice { System, Light, Dark };

enum class TextStyle {
    Brand,
    Title,
    Subtitle,
    Message,
    Body,
    BodyStrong,
    RowUnread,
    Small,
    SenderName,
    Label,
    Caption,
    Section,
    Badge,
    RailLabel,
    Code
};
inline constexpr size_t textStyleCount = 15;

/// The steps of the text's size, in per cent.
inline constexpr std::array<int, 8> textSizes = {80, 90, 100, 110, 125, 150, 175, 200};

/// The font with figures of one width, for columns of numbers; where Qt can choose font features (6.7).
QFont tabular(QFont font);

/// How Rialto looks: colours, fonts, icons. Widgets paint from it and repaint on changed().
/// Lives on: GUI thread.
class Theme : public QObject
{
    Q_OBJECT
public:
    explicit Theme(QApplication &application, const QDBusConnection &desktop = QDBusConnection::sessionBus());
    ~Theme() override;

    const Colors &colors() const { return m_dark ? m_darkColors : m_lightColors; }
    /// Those of the light or the dark look, whichever is in use.
    const Colors &colorsOf(bool dark) const { return dark ? m_darkColors : m_lightColors; }
    QColor color(ColorRole role) const { return colors().*role; }
    bool isDark() const { return m_dark; }

    ThemeChoice choice() const { return m_choice; }
    /// Takes effect at once, in every window.
    void setChoice(ThemeChoice choice);

    /// In per cent, one of textSizes.
    int textSize() const { return m_textSize; }
    /// Takes the nearest step; takes effect at once, in every window.
    void setTextSize(int percent);
    /// The size that is `steps` larger or, below zero, smaller; the ends of the scale are kept.
    int textSizeBeside(int steps) const;

    QFont font(TextStyle style) const { return m_fonts[size_t(style)]; }
    /// So many pixels of height, and more where larger text needs the room; never less.
    int grown(int pixels) const { return qMax(pixels, qRound(pixels * m_textSize / 100.0)); }
    QSize grown(QSize size) const { return {grown(size.width()), grown(size.height())}; }
    /// Gives a widget the font of a style, now and after every change of the text's size.
    void dress(QWidget &widget, TextStyle style) const;
    /// Keeps a widget at `pixels` of height, grown with the text.
    void fixHeight(QWidget &widget, int pixels) const;
    /// Families for runs of emoji that a text font would show as plain signs.
    const QStringList &emojiFamilies() const { return m_emojiFamilies; }

    QPixmap pixmap(const QString &icon, int size, const QColor &color, qreal devicePixelRatio) const;
    QPixmap logo(int size, qreal devicePixelRatio) const;
    /// An icon that follows later changes of the theme by itself.
    QIcon icon(const QString &name, ColorRole role = &Colors::text) const;

Q_SIGNALS:
    void changed();

private:
    void readTokens();
    void readFonts(const QJsonObject &type);
    void scaleFonts();
    void fit(QWidget &widget) const;
    bool systemIsDark() const;
    void followSystem();
    void apply();

    QApplication &m_application;
    Icons m_icons;
    Colors m_lightColors;
    Colors m_darkColors;
    std::array<QFont, textStyleCount> m_fonts;
    std::array<qreal, textStyleCount> m_pixelSizes{}; ///< At 100 per cent.
    int m_textSize = 100;
    QStringList m_emojiFamilies;
    ThemeChoice m_choice = ThemeChoice::System;
    SystemScheme m_systemScheme;
    bool m_systemWasDark = false;
    bool m_dark = false;
};

} // namespace rialto
