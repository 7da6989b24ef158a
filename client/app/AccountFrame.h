#pragma once

#include <QWidget>

#include "ui/FramePage.h"

class QButtonGroup;
class QLabel;
class QStackedWidget;
class QVBoxLayout;

namespace rialto {

class Places;
class ProfileButton;
class Theme;

/// The pages of one account with the rail beside them. It knows no feature. Lives on: GUI thread.
class AccountFrame final : public QWidget
{
    Q_OBJECT
public:
    AccountFrame(const Theme &theme, Places &places, QWidget *parent = nullptr);

    /// Takes a page over and puts it on the rail, below those before or at its foot.
    void addPage(FramePage *page);
    /// Deletes all pages, at once.
    void clearPages();
    /// Shows the page that was open last time, else the first one.
    void restorePage();
    void showPage(const QString &pageId);
    FramePage *currentPage() const;
    /// The button at the foot of the rail that shows whose frame this is.
    ProfileButton &profileButton() { return *m_profile; }

Q_SIGNALS:
    void profileClicked();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildRail();
    void fitRail();
    void nameButtons();
    void paintLogo();

    const Theme &m_theme;
    Places &m_places;
    QWidget *m_rail;
    QVBoxLayout *m_railItems;
    QVBoxLayout *m_footItems;
    QButtonGroup *m_group;
    QStackedWidget *m_pages;
    ProfileButton *m_profile;
    QLabel *m_logo;
};

} // namespace rialto
