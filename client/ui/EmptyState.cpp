#include "ui/EmptyState.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace rialto {

EmptyState::EmptyState(const Theme &theme, const QString &icon, QWidget *parent)
    : QWidget(parent),
      m_theme(theme),
      m_iconName(icon),
      m_icon(new QLabel(this)),
      m_what(new QLabel(this)),
      m_how(new QLabel(this)),
      m_buttons(new QHBoxLayout)
{
    m_what->setTextFormat(Qt::PlainText);
    theme.dress(*m_what, TextStyle::RowUnread);
    m_how->setTextFormat(Qt::PlainText);
    theme.dress(*m_how, TextStyle::Small);
    m_how->setProperty("tone", u"muted"_s);
    m_how->setWordWrap(true);
    for (QLabel *label : {m_icon, m_what, m_how})
        label->setAlignment(Qt::AlignCenter);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(8);
    column->addStretch();
    column->addWidget(m_icon);
    column->addWidget(m_what);
    column->addWidget(m_how);
    column->addLayout(m_buttons);
    column->addStretch();
    m_buttons->addStretch();
    m_buttons->addStretch();
    connect(&theme, &Theme::changed, this, &EmptyState::paintIcon);
    paintIcon();
}

void EmptyState::setWords(const QString &what, const QString &how)
{
    m_what->setText(what);
    m_how->setText(how);
}

void EmptyState::addButton(QWidget *button)
{
    m_buttons->insertWidget(m_buttons->count() - 1, button);
}

void EmptyState::paintIcon()
{
    m_icon->setPixmap(m_theme.pixmap(m_iconName, 32, m_theme.colors().textMuted, devicePixelRatioF()));
}

} // namespace rialto
