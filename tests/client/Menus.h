#pragma once

#include <QMenu>
#include <QtTest>

namespace rialto {

/// The menu that is open, null for none.
inline QMenu *openMenu()
{
    return qobject_cast<QMenu *>(QApplication::activePopupWidget());
}

/// Goes through the menu that the next call will open, with the mouse: each of the words leads one menu further.
inline void inMenu(const QStringList &path)
{
    QTimer::singleShot(0, qApp, [path] {
        QMenu *menu = openMenu();
        QVERIFY2(menu, qPrintable(path.join(QLatin1Char('>'))));
        for (const QString &words : path) {
            QAction *found = nullptr;
            for (QAction *action : menu->actions())
                found = action->text() == words ? action : found;
            if (!found) {
                menu->close();
                QFAIL(qPrintable(words));
            }
            QMenu *const next = found->menu();
            QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(found).center());
            if (next)
                QTRY_VERIFY(next->isVisible());
            menu = next;
        }
    });
}

/// What the menu offers that `open` opens, without its separators; it is closed then.
inline QStringList entriesOf(const std::function<void()> &open)
{
    QStringList entries;
    QTimer::singleShot(0, qApp, [&entries] {
        QMenu *const menu = openMenu();
        QVERIFY(menu);
        for (const QAction *action : menu->actions()) {
            if (!action->isSeparator())
                entries.append(action->text());
        }
        menu->close();
    });
    open();
    return entries;
}

} // namespace rialto
