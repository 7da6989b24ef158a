#pragma once

#include <QDialog>
#include <QVBoxLayout>

#include "base/Error.h"
#include "ui/Button.h"

class QLabel;

namespace rialto {

/// The ground of our dialogs: a title, the content, and the buttons at the lower right.
class Dialog : public QDialog
{
    Q_OBJECT
public:
    Dialog(const Theme &theme, const QString &title, QWidget *parent);

    /// A line of explanation under the title; plain text.
    void setExplanation(const QString &text);
    QVBoxLayout &content() { return *m_content; }
    /// The line of buttons, which begins with free space.
    QHBoxLayout &buttons() { return *m_buttons; }
    /// The one primary button; it accepts unless `accept()` is overridden.
    Button &addPrimary(const QString &text, ButtonKind kind = ButtonKind::Primary);
    Button &addSecondary(const QString &text);
    Button &addCancel();
    /// A strip with what went wrong; empty hides it.
    void setProblem(const QString &text);
    /// The same in words for a refusal, with its details to be copied.
    void setRefusal(const Error &error);

protected:
    bool event(QEvent *event) override;
    const Theme &theme() const { return m_theme; }

private:
    Button &add(const QString &text, ButtonKind kind);

    const Theme &m_theme;
    QLabel *m_explanation;
    QLabel *m_problem;
    Button *m_copyDetails;
    QString m_details;
    QVBoxLayout *m_content;
    QHBoxLayout *m_buttons;
};

} // namespace rialto
