#pragma once

#include <QLineEdit>
#include <QPlainTextEdit>
#include <QtTest>

#include "app/AccountFrame.h"
#include "app/ClientApp.h"
#include "app/MainWindow.h"
#include "features/chat/Composer.h"
#include "features/chat/RoomListPane.h"
#include "features/chat/TimelineView.h"
#include "features/chat/model/RoomListModel.h"
#include "session/Session.h"
#include "support/RealServer.h"
#include "ui/Button.h"
#include "ui/ConnectionBanner.h"

namespace rialto {

using namespace Qt::StringLiterals;

inline constexpr int patienceMs = 15'000;

/// One window of the program against the real server, used as a person would.
class Desk
{
public:
    explicit Desk(const QString &server)
    {
        m_options.server = server;
        open();
    }

    /// Ends the program and starts it again.
    void reopen()
    {
        m_app.reset();
        open();
    }

    ClientApp &app() { return *m_app; }
    /// Of the account that is shown.
    template <typename Widget> Widget &find() { return *m_app->window().frame()->findChild<Widget *>(); }
    static QLineEdit &line(QWidget &inside, const QString &label)
    {
        for (QLineEdit *line : inside.findChildren<QLineEdit *>()) {
            if (line->accessibleName() == label && line->isVisible())
                return *line;
        }
        qFatal("no field %s", qPrintable(label));
    }
    static Button *findButton(QWidget &inside, const QString &text)
    {
        for (Button *button : inside.findChildren<Button *>()) {
            if (button->text() == text && button->isVisible())
                return button;
        }
        return nullptr;
    }
    static void click(QWidget &inside, const QString &text)
    {
        Button *button = findButton(inside, text);
        QVERIFY2(button, qPrintable(text));
        QTest::mouseClick(button, Qt::LeftButton);
    }
    void type(QWidget &inside, const QString &label, const QString &text)
    {
        line(inside, label).selectAll();
        QTest::keyClicks(&line(inside, label), text);
    }
    void enter(const QString &name, bool newAccount)
    {
        QWidget &window = m_app->window();
        if (newAccount)
            click(window, u"Create an account"_s);
        type(window, u"Account name"_s, name);
        type(window, u"Password"_s, u"correct horse"_s);
        click(window, newAccount ? u"Create account"_s : u"Sign in"_s);
    }
    ConnectionBanner *banner()
    {
        for (ConnectionBanner *banner : m_app->window().findChildren<ConnectionBanner *>()) {
            if (banner->isVisible())
                return banner;
        }
        return nullptr;
    }
    bool isOnline() { return m_app->session() && m_app->session()->linkState() == LinkState::Online; }

    RoomId roomCalled(const QString &name)
    {
        const RoomListModel &rooms = m_app->session()->rooms();
        for (int row = 0; row < rooms.rowCount(); ++row) {
            if (rooms.title(rooms.idAt(row)) == name)
                return rooms.idAt(row);
        }
        return {};
    }
    void say(const QString &text)
    {
        QPlainTextEdit &field = find<Composer>().field();
        QTest::keyClicks(&field, text);
        QTest::keyClick(&field, Qt::Key_Return);
    }
    /// The last message as "author: text", with a mark while it is not on the server.
    QString lastWords()
    {
        TimelineView &timeline = find<TimelineView>();
        if (timeline.rowCount() == 0)
            return {};
        const TimelineEntry entry = timeline.rowData(timeline.rowCount() - 1);
        return entry.author + u": "_s + entry.message.text + (entry.state == DeliveryState::Sent ? u""_s : u" (…)"_s);
    }

    /// Makes a room and opens it.
    RoomId makeRoom(const QString &name);

    void picture(const QString &name)
    {
        const QString folder = qEnvironmentVariable("RIALTO_PICTURES");
        if (!folder.isEmpty())
            m_app->window().grab().save(folder + u'/' + name + u".png"_s);
    }

private:
    void open()
    {
        m_app = std::make_unique<ClientApp>(*qApp, Profile(m_folder.path()), m_options);
        m_app->language().set(u"en"_s);
        m_app->start();
    }

    QTemporaryDir m_folder;
    Options m_options;
    std::unique_ptr<ClientApp> m_app;
};

/// Does something in the dialog that the next call will open.
template <typename Act> void inDialog(Act act)
{
    QTimer::singleShot(0, qApp, [act] {
        QVERIFY(QApplication::activeModalWidget());
        act(*QApplication::activeModalWidget());
    });
}

inline RoomId Desk::makeRoom(const QString &name)
{
    inDialog([&](QWidget &dialog) {
        type(dialog, u"Name"_s, name);
        click(dialog, u"Create room"_s);
    });
    Q_EMIT find<RoomListPane>().newRoomRequested();
    const auto isOpen = [&] { return find<RoomListPane>().currentRoom() == roomCalled(name); };
    return QTest::qWaitFor(isOpen, patienceMs) ? roomCalled(name) : RoomId();
}

} // namespace rialto
