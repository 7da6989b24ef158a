#include "app/Features.h"

#include "features/catalog/CatalogPage.h"
#include "features/catalog/model/ProductModel.h"
#include "features/chat/ChatPage.h"
#include "features/chat/model/MessageModel.h"
#include "features/chat/model/RoomListModel.h"
#include "features/people/PersonDialog.h"
#include "features/people/model/PeopleModel.h"
#include "net/LinkStatus.h"
#include "session/Session.h"

namespace rialto {

namespace {

PersonPicker personPicker(const FeatureContext &context)
{
    return [&theme = context.theme, &session = context.session](QWidget *parent, const QString &title,
                                                                const QString &action, const QList<UserId> &without) {
        PersonDialog dialog(theme, session.people(), title, action, without, parent);
        return dialog.exec() == QDialog::Accepted ? dialog.chosen() : UserId{};
    };
}

FramePage *makeChat(const FeatureContext &context)
{
    Session &session = context.session;
    return new ChatPage(context.theme, context.settings,
                        {.rooms = session.rooms(),
                         .writer = session.chatWriter(),
                         .marks = session.markWriter(),
                         .settings = context.settings,
                         .presence = session.presence(),
                         .typing = session.typing(),
                         .link = context.link,
                         .serverName = session.serverName(),
                         .me = [&session] { return session.me(); },
                         .openRoom = [&session](RoomId id) { return session.openRoom(id); },
                         .closeRoom = [&session](RoomId id) { session.closeRoom(id); },
                         .retryConnection = [&session] { session.retryNow(); },
                         .pickPerson = personPicker(context),
                         .person = [&session](UserId id) { return session.people().find(id); },
                         .personNamed = [&session](const QString &name) { return session.people().findByName(name); },
                         .say = context.say});
}

FramePage *makeCatalog(const FeatureContext &context)
{
    Session &session = context.session;
    return new CatalogPage(context.theme, context.settings,
                           {.products = session.products(),
                            .link = context.link,
                            .serverName = session.serverName(),
                            .me = [&session] { return session.me(); },
                            .personName = [&session](UserId id) { return session.people().displayName(id); },
                            .retryConnection = [&session] { session.retryNow(); },
                            .say = context.say});
}

} // namespace

QList<FramePage *> makePages(const FeatureContext &context)
{
    return {makeChat(context), makeCatalog(context)};
}

} // namespace rialto
