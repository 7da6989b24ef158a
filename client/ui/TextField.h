#pragma once

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>

#include "ui/Theme.h"

namespace rialto {

/// A labelled line of input with its error in words below.
class TextField final : public QWidget
{
    Q_OBJECT
public:
    explicit TextField(const Theme &theme, QWidget *parent = nullptr);

    void setLabel(const QString &label);
    void setIconName(const QString &name);
    /// Puts a widget to the right of the line, for example a button.
    void addBeside(QWidget *widget);
    /// An empty error takes the line away. The text is shown as it is, never as HTML.
    void setError(const QString &error);
    QString error() const { return m_error->text(); }
    /// Makes it a password field with an eye that shows the typed text.
    void makeSecret(const QString &showText, const QString &hideText);

    QLineEdit &line() { return *m_line; }
    QString text() const { return m_line->text(); }

private:
    void toggleSecret();

    const Theme &m_theme;
    QLabel *m_label;
    QLineEdit *m_line;
    QHBoxLayout *m_lineRow;
    QWidget *m_errorRow;
    QLabel *m_errorIcon;
    QLabel *m_error;
    QAction *m_eye = nullptr;
    QString m_showText;
    QString m_hideText;
};

} // namespace rialto
