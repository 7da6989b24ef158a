#pragma once

#include <QList>
#include <functional>

#include "features/people/PeopleContext.h"
#include "ui/FramePage.h"
#include "ui/ToastActions.h"

namespace rialto {

class Language;
class LinkStatus;
class Places;
class Session;
class Spelling;
class Theme;
class UiSettings;

/// What every feature gets to build its page from. All of it outlives the pages.
struct FeatureContext
{
    Theme &theme;
    Language &language;
    UiSettings &settings;
    Spelling &spelling;
    Places &places;
    Session &session;
    const LinkStatus &link;
    PeopleContext people;
    std::function<void(const QString &text, const QString &icon)> say; ///< A toast in the window.
    /// The same, with what can be done about it.
    std::function<void(const QString &text, const QString &icon, const ToastActions &)> tell;
    std::function<void(const QUrl &link)> openElsewhere; ///< Of another server.
    std::function<void(const QString &pageId)> showPage; ///< And the window, in front of all others.
    std::function<void()> showProfile;
    std::function<void()> addAccount;
    std::function<void()> signOut;        ///< Asks before.
    std::function<QString()> accountName; ///< To tell this account from others; empty where there are none.
};

/// The pages of a signed-in account in the order of the rail; the caller owns them.
QList<FramePage *> makePages(const FeatureContext &context);

} // namespace rialto
