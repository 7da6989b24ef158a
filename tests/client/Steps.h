#pragma once

#include <QtTest>
#include <functional>

#include "client/Menus.h"

namespace rialto {

/// Something to be done as soon as its turn has come.
struct Step
{
    QString words; ///< For whoever reads why it never came.
    std::function<bool()> isReady;
    std::function<void()> act;
};

/// Does the steps one after another while the calls that follow run loops of their own, as menus and dialogs do.
inline void meanwhile(const QList<Step> &steps, int patience = 1000)
{
    if (steps.isEmpty())
        return;
    QTimer::singleShot(5, qApp, [steps, patience] {
        if (steps.first().isReady()) {
            meanwhile(steps.mid(1)); // First: the act may return late.
            return steps.first().act();
        }
        if (patience > 0)
            return meanwhile(steps, patience - 1);
        while (QWidget *open = QApplication::activePopupWidget() ? QApplication::activePopupWidget()
                                                                 : QApplication::activeModalWidget())
            open->hide();
        QFAIL(qPrintable(steps.first().words));
    });
}

/// Clicks what is called so in the menu that is open by then.
inline Step inMenuOf(const QString &words)
{
    const auto find = [words]() -> QAction * {
        for (QAction *action : openMenu() ? openMenu()->actions() : QList<QAction *>()) {
            if (action->text() == words)
                return action;
        }
        return nullptr;
    };
    return {words, [find] { return find() != nullptr; },
            [find] {
                QMenu *const menu = openMenu();
                QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(find()).center());
            }};
}

/// Does something with a dialog of that kind, once it is in front and `isReady`.
template <typename Wanted>
Step inDialogOf(
    const std::function<void(Wanted &)> &act,
    const std::function<bool(Wanted &)> &isReady = [](Wanted &) { return true; })
{
    const auto find = [isReady]() -> Wanted * {
        auto *dialog = qobject_cast<Wanted *>(QApplication::activeModalWidget());
        return dialog && !openMenu() && dialog->isVisible() && isReady(*dialog) ? dialog : nullptr;
    };
    return {QString::fromLatin1(Wanted::staticMetaObject.className()), [find] { return find() != nullptr; },
            [find, act] { act(*find()); }};
}

} // namespace rialto
