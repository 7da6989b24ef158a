#pragma once

#include <QBasicTimer>
#include <QWidget>

#include "ui/Theme.h"

namespace rialto {

/// The line below the messages that says who is typing, behind three dots; hidden while nobody is.
class TypingLine final : public QWidget
{
    Q_OBJECT
public:
    explicit TypingLine(const Theme &theme, QWidget *parent = nullptr);

    void setWords(const QString &words);
    const QString &words() const { return m_words; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void timerEvent(QTimerEvent *event) override;

private:
    const Theme &m_theme;
    QString m_words;
    QBasicTimer m_step;
    int m_lit = 0; ///< Which of the dots is the dark one.
};

} // namespace rialto
