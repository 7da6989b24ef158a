#pragma once

#include <QUrl>
#include <QWidget>

namespace rialto {

/// A page of the main window. The window knows nothing else about a feature.
class FramePage : public QWidget
{
    Q_OBJECT
public:
    using QWidget::QWidget;

    /// A word that never changes, to find the page again after a restart.
    virtual QString pageId() const = 0;
    virtual QString iconName() const = 0;
    /// The label on the rail, in the current language.
    virtual QString title() const = 0;
    /// Whether its button stands at the foot of the rail, without a label, and is not what a start comes back to.
    virtual bool standsAtFoot() const { return false; }
    /// What stands on the rail's icon; 0 shows nothing.
    virtual int badgeCount() const { return 0; }
    /// Whether the badge counts what is addressed to oneself, which has its own colour.
    virtual bool badgeCalls() const { return false; }
    /// Keys that lead here from every page of the account hang on the frame of all pages.
    virtual void addShortcutsTo([[maybe_unused]] QWidget &frame) {}

    /// Opens a rialto:// link to something on this account's server.
    virtual void openLink(const QUrl &) {}

Q_SIGNALS:
    void badgeChanged();
    /// The page is to be shown.
    void wanted();
};

} // namespace rialto
