#pragma once

#include <QMainWindow>
#include <QTimer>

#include "ui/FramePage.h"
#include "ui/ToastActions.h"

class QStackedWidget;

namespace rialto {

class AccountFrame;
class Theme;
class Toast;
class UiSettings;

/// The window: the frames of the accounts or the page to sign in, one at a time. Lives on: GUI thread.
class MainWindow final : public QMainWindow
{
    Q_OBJECT
public:
    MainWindow(const Theme &theme, UiSettings &settings, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Takes over what is to be shown in turn; deleting it takes it away again.
    void addView(QWidget *view);
    void showView(QWidget *view);
    /// The account that is shown, null while one signs in.
    AccountFrame *frame() const;
    /// Of that account.
    void showPage(const QString &pageId);
    FramePage *currentPage() const;
    /// Whose window this is; empty while one signs in.
    void setPerson(const QString &name);
    /// `open`, where there is one, is called when the words are clicked.
    void say(const QString &text, const QString &icon, const ToastActions &actions = {});
    /// With a tray the window is hidden rather than closed, where the settings say so.
    void setHasTray(bool has) { m_hasTray = has; }

Q_SIGNALS:
    /// And not only hidden.
    void closed();

protected:
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void moveEvent(QMoveEvent *event) override;

private:
    void retranslate();
    void rememberPlace();

    UiSettings &m_settings;
    QTimer m_moved; ///< Runs while the window may still be on its way.
    QStackedWidget *m_views;
    Toast *m_toast;
    QString m_personName;
    bool m_hasTray = false;
};

} // namespace rialto
