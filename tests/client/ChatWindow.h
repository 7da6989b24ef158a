#pragma once

#include <QPlainTextEdit>

#include "app/ClientApp.h"
#include "app/MainWindow.h"
#include "client/SampleAccount.h"
#include "features/chat/Composer.h"
#include "features/chat/RoomListPane.h"
#include "features/chat/TimelineView.h"
#include "session/Session.h"

namespace rialto {

/// The whole program with a signed-in sample account, offline.
struct Shown
{
    explicit Shown(Role role = Role::Member, const std::function<void(SampleAccount &)> &prepare = {}) : sample(role)
    {
        if (prepare)
            prepare(sample);
        sample.remember();
        app = std::make_unique<ClientApp>(*qApp, sample.profile(), Options{});
        app->language().set(QStringLiteral("en"));
        app->start();
        app->window().showPage(QStringLiteral("chat"));
    }

    template <typename Widget> Widget &find() { return *app->window().findChild<Widget *>(); }
    QPlainTextEdit &field() { return find<Composer>().field(); }
    TimelineView &timeline() { return find<TimelineView>(); }
    void open(RoomId id) { find<RoomListPane>().setCurrentRoom(id); }
    TimelineEntry last() { return timeline().rowData(timeline().rowCount() - 1); }

    SampleAccount sample;
    std::unique_ptr<ClientApp> app;
};

} // namespace rialto
