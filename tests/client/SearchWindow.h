#pragma once

#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QtTest>

#include "client/ChatWindow.h"
#include "features/chat/SearchPane.h"
#include "features/chat/model/SearchModel.h"

namespace rialto {

using namespace Qt::StringLiterals;

/// The program with a room open, to search in.
struct Searching : Shown
{
    explicit Searching(const std::function<void(SampleAccount &)> &prepare = {}) : Shown(Role::Member, prepare)
    {
        open(SampleAccount::stock);
        (void)QTest::qWaitForWindowActive(&app->window()); // Shortcuts and the focus are of the active window.
    }

    SearchPane &pane() { return find<SearchPane>(); }
    QLineEdit &words() { return *pane().findChild<QLineEdit *>(); }
    QListView &list() { return *pane().findChild<QListView *>(); }
    SearchModel &found() { return app->session()->search(); }
    bool says(const QString &words)
    {
        for (const QLabel *label : pane().findChildren<QLabel *>()) {
            if (label->text().contains(words))
                return true;
        }
        return false;
    }
    void press(Qt::KeyboardModifiers modifiers)
    {
        QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : &app->window(), Qt::Key_F,
                        modifiers);
    }
};

inline QStringList texts(const SearchModel &found)
{
    QStringList texts;
    for (int row = 0; row < found.rowCount(); ++row)
        texts.append(found.message(row).text);
    return texts;
}

} // namespace rialto
