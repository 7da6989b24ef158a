#pragma once

#include <QFont>
#include <QIcon>
#include <QObject>

#include "ui/Colors.h"
#include "ui/Icons.h"

class QApplication;

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

/// The font with figures of one width, for columns of numbers; where Qt can choose font features (6.7).
QFont tabular(QFont font);

/// How Rialto looks: colours, fonts, icons. Widgets paint from it and repaint on changed().
/// Lives on: GUI thread.
class Theme : public QObject
{
    Q_OBJECT
public:
    explicit Theme(QApplication &application);
    ~Theme() override;

    const Colors &colors() const { return m_dark ? m_darkColors : m_lightColors; }
    QColor color(ColorRole role) const { return colors().*role; }
    bool isDark() const { return m_dark; }

    ThemeChoice choice() const { return m_choice; }
    /// Takes effect at once, in every window.
    void setChoice(ThemeChoice choice);

    QFont font(TextStyle style) const { return m_fonts[size_t(style)]; }
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
    bool systemIsDark() const;
    void followSystem();
    void apply();

    QApplication &m_application;
    Icons m_icons;
    Colors m_lightColors;
    Colors m_darkColors;
    std::array<QFont, textStyleCount> m_fonts;
    QStringList m_emojiFamilies;
    ThemeChoice m_choice = ThemeChoice::System;
    bool m_systemWasDark = false;
    bool m_dark = false;
};

} // namespace rialto
