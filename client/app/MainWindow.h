#pragma once

#include <QMainWindow>

#include "ui/Avatar.h"
#include "ui/FramePage.h"

class QStackedWidget;
class QButtonGroup;
class QVBoxLayout;

namespace rialto {

class Toast;
class UiSettings;

/// The frame around the pages: the rail and what is remembered about the window. It knows no feature.
class MainWindow final : public QMainWindow
{
    Q_OBJECT
public:
    MainWindow(const Theme &theme, UiSettings &settings, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Takes a page over and puts it on the rail, below those before or at its foot.
    void addPage(FramePage *page);
    /// Deletes all pages, at once.
    void clearPages();
    /// Takes over what is shown without the rail, while nobody is signed in.
    void addAlone(QWidget *page);
    void showAlone(QWidget *page);
    /// Shows the page that was open last time, else the first one.
    void restorePage();
    void showPage(const QString &pageId);
    FramePage *currentPage() const;

    /// Whose window this is; an empty name leaves the rail away (nobody is signed in).
    void setPerson(qint64 id, const QString &name);
    void setPresence(Presence presence, const QString &words);
    void say(const QString &text, const QString &icon);

Q_SIGNALS:
    void profileRequested();

protected:
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildRail();
    void fitRail();
    void retranslate();
    void nameButtons();
    void paintLogo();

    const Theme &m_theme;
    UiSettings &m_settings;
    QWidget *m_rail;
    QVBoxLayout *m_railItems;
    QVBoxLayout *m_footItems;
    QButtonGroup *m_group;
    QStackedWidget *m_pages;
    QStackedWidget *m_whole;
    QWidget *m_frame;
    Avatar *m_avatar;
    QWidget *m_logo;
    Toast *m_toast;
    QString m_personName;
};

} // namespace rialto
