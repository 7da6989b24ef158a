#include "ui/TextField.h"

#include <QAction>
#include <QHBoxLayout>
#include <QStyle>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace rialto {

TextField::TextField(const Theme &theme, QWidget *parent)
    : QWidget(parent),
      m_theme(theme),
      m_label(new QLabel(this)),
      m_line(new QLineEdit(this)),
      m_lineRow(new QHBoxLayout),
      m_errorRow(new QWidget(this)),
      m_errorIcon(new QLabel(m_errorRow)),
      m_error(new QLabel(m_errorRow))
{
    theme.dress(*m_label, TextStyle::Label);
    m_label->setBuddy(m_line);
    m_error->setTextFormat(Qt::PlainText);
    m_error->setWordWrap(true);
    theme.dress(*m_error, TextStyle::Small);
    m_error->setProperty("tone", u"danger"_s);
    auto *row = new QHBoxLayout(m_errorRow);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_errorIcon, 0, Qt::AlignTop);
    row->addWidget(m_error, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(m_label);
    m_lineRow->setSpacing(5);
    m_lineRow->addWidget(m_line, 1);
    column->addLayout(m_lineRow);
    column->addWidget(m_errorRow);
    m_errorRow->hide();
    setFocusProxy(m_line);
    // What is wrong stops being said as soon as the person corrects it.
    connect(m_line, &QLineEdit::textEdited, this, [this] { setError({}); });
}

void TextField::setLabel(const QString &label)
{
    m_label->setText(label);
    m_line->setAccessibleName(label);
}

void TextField::setIconName(const QString &name)
{
    m_line->setProperty("leading", true);
    m_line->addAction(m_theme.icon(name, &Colors::textMuted), QLineEdit::LeadingPosition);
}

void TextField::addBeside(QWidget *widget)
{
    m_lineRow->addWidget(widget);
}

void TextField::setError(const QString &error)
{
    m_error->setText(error);
    m_line->setAccessibleDescription(error);
    m_errorIcon->setPixmap(m_theme.pixmap(u"circle-alert"_s, 16, m_theme.colors().danger, devicePixelRatioF()));
    m_errorRow->setVisible(!error.isEmpty());
    m_line->setProperty("wrong", !error.isEmpty());
    m_line->style()->unpolish(m_line);
    m_line->style()->polish(m_line);
}

void TextField::makeSecret(const QString &showText, const QString &hideText)
{
    m_showText = showText;
    m_hideText = hideText;
    m_line->setEchoMode(m_eye && m_line->echoMode() == QLineEdit::Normal ? QLineEdit::Normal : QLineEdit::Password);
    if (!m_eye) {
        m_eye = m_line->addAction(m_theme.icon(u"eye"_s, &Colors::textMuted), QLineEdit::TrailingPosition);
        connect(m_eye, &QAction::triggered, this, &TextField::toggleSecret);
    }
    m_eye->setText(m_line->echoMode() == QLineEdit::Password ? showText : hideText);
}

void TextField::toggleSecret()
{
    const bool show = m_line->echoMode() == QLineEdit::Password;
    m_line->setEchoMode(show ? QLineEdit::Normal : QLineEdit::Password);
    m_eye->setIcon(m_theme.icon(show ? u"eye-off"_s : u"eye"_s, &Colors::textMuted));
    m_eye->setText(show ? m_hideText : m_showText);
}

} // namespace rialto
