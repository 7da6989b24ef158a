#include "app/Features.h"

#include "features/catalog/CatalogPage.h"
#include "features/catalog/ProductLinks.h"
#include "features/catalog/model/ProductModel.h"
#include "features/chat/ChatPage.h"
#include "features/chat/DownloadBook.h"
#include "features/chat/model/ChatWriter.h"
#include "features/chat/model/MessageModel.h"
#include "features/chat/model/SearchModel.h"
#include "features/chat/model/RoomListModel.h"
#include "features/notify/NotifyPage.h"
#include "features/notify/ToastCenter.h"
#include "features/notify/model/NotificationModel.h"
#include "features/people/DevicesDialog.h"
#include "features/people/PasswordDialog.h"
#include "features/people/PeopleDialog.h"
#include "features/people/PersonCard.h"
#include "features/people/PersonDialog.h"
#include "features/people/model/FriendBook.h"
#include "features/people/model/PeopleModel.h"
#include "features/settings/SettingsPage.h"
#include "net/ErrorText.h"
#include "net/LinkStatus.h"
#include "session/Session.h"
#include "ui/PictureStore.h"

using namespace Qt::StringLiterals;

namespace rialto {

namespace {

PeoplePicker peoplePicker(const FeatureContext &context)
{
    return [&theme = context.theme, people = context.people](QWidget *parent, const QString &title,
                                                             const QString &action, const QList<UserId> &without) {
        PersonDialog dialog(theme, people, title, action, without, PersonDialog::Choice::Several, parent);
        return dialog.exec() == QDialog::Accepted ? dialog.chosenPeople() : QList<UserId>();
    };
}

auto peopleShower(const FeatureContext &context)
{
    return [&theme = context.theme, people = context.people,
            &session = context.session](QWidget *parent, const std::function<void(UserId)> &write) {
        auto *dialog = new PeopleDialog(theme, people, session.me().id, parent);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        QObject::connect(dialog, &QDialog::accepted, parent, [dialog, write] { write(dialog->chosen()); });
        dialog->open();
    };
}

auto personShower(const FeatureContext &context)
{
    return [&theme = context.theme, people = context.people](QWidget *parent, UserId person,
                                                             const std::function<void(UserId)> &write) {
        auto *card = new PersonCard(theme, people, person, parent);
        card->setAttribute(Qt::WA_DeleteOnClose);
        QObject::connect(card, &PersonCard::writeRequested, parent, write);
        card->open();
    };
}

CatalogContext catalogContext(const FeatureContext &context)
{
    Session &session = context.session;
    return {.products = session.products(),
            .link = context.link,
            .links = session.links(),
            .me = [&session] { return session.me(); },
            .personName = [&session](UserId id) { return session.people().displayName(id); },
            .retryConnection = [&session] { session.retryNow(); },
            .say = context.say};
}

auto productOpener(const FeatureContext &context, const ProductLinks &products, CatalogPage &catalog)
{
    return [&products, &catalog, show = context.showPage, say = context.say](const QUrl &url) {
        const ProductId id = products.idOf(url);
        if (!id.isValid())
            return false;
        if (catalog.openProduct(id))
            show(catalog.pageId());
        else if (!products.card(url))
            say(QCoreApplication::translate("Features", "This product is not there any more."), u"package"_s);
        return true;
    };
}

/// What stands behind the chat's pages and goes with them.
struct ChatParts
{
    PictureStore &pictures;
    DownloadBook &downloads;
    ProductLinks &products;
};

ChatContext chatContext(const FeatureContext &context, const ChatParts &parts, CatalogPage &catalog)
{
    Session &session = context.session;
    return {.rooms = session.rooms(),
            .writer = session.chatWriter(),
            .marks = session.markWriter(),
            .settings = context.settings,
            .spelling = context.spelling,
            .places = context.places,
            .search = session.search(),
            .pictures = parts.pictures,
            .downloads = parts.downloads,
            .avatars = context.people.avatars,
            .uploadFolder = session.uploadFolder(),
            .pins = session.pins(),
            .presence = session.presence(),
            .typing = session.typing(),
            .link = context.link,
            .links = session.links(),
            .me = [&session] { return session.me(); },
            .openRoom = [&session](RoomId id) { return session.openRoom(id); },
            .makeMessages = [&session](RoomId id) { return session.makeMessages(id); },
            .makeSearch = [&session] { return session.makeSearch(); },
            .closeRoom = [&session](RoomId id) { session.closeRoom(id); },
            .exportRoom = [&session](RoomId id, const QString &path) { return session.exportRoom(id, path); },
            .largestFile = [&session] { return session.largestFile(); },
            .retryConnection = [&session] { session.retryNow(); },
            .pickPeople = peoplePicker(context),
            .showPeople = peopleShower(context),
            .people = [&session] { return session.people().all(); },
            .person = [&session](UserId id) { return session.people().find(id); },
            .personNamed = [&session](const QString &name) { return session.people().findByName(name); },
            .showPerson = personShower(context),
            .card = [&products = parts.products](const QUrl &url) { return products.card(url); },
            .findTargets = [&products = parts.products](const QString &typed,
                                                        int atMost) { return products.find(typed, atMost); },
            .openTarget = productOpener(context, parts.products, catalog),
            .openElsewhere = context.openElsewhere,
            .say = context.say,
            .tell = context.tell};
}

ChatPage *makeChat(const FeatureContext &context, CatalogPage &catalog)
{
    Session &session = context.session;
    auto *pictures =
        new PictureStore(session.files(), session.fileFolder() + QStringLiteral("/pictures"), PictureStore::Limits{});
    auto *downloads = new DownloadBook(session.files(), *pictures, context.link);
    auto *products = new ProductLinks(catalogContext(context));
    auto *page = new ChatPage(context.theme, context.settings,
                              chatContext(context, {*pictures, *downloads, *products}, catalog));
    QObject::connect(&context.link, &LinkStatus::onlineChanged, pictures, [pictures, &link = context.link] {
        if (link.isOnline())
            pictures->forgetFailures();
    });
    QObject::connect(&session, &Session::filesGone, pictures, &PictureStore::forget);
    // Queued: cards need what others are about to be told, too.
    QObject::connect(products, &ProductLinks::changed, page, &ChatPage::refreshCards, Qt::QueuedConnection);
    products->setParent(page);
    downloads->setParent(page); // Before the pictures, which it asks.
    pictures->setParent(page);  // The panes, which were there before, go before it.
    return page;
}

void answerFriend(const FeatureContext &context, UserId person, bool agree)
{
    const auto done = [say = context.say](const Result<> &result) {
        if (!result)
            say(errorText(result.error()), u"circle-alert"_s);
    };
    if (agree)
        context.session.friends().ask(person, done);
    else
        context.session.friends().end(person, done);
}

NotifyContext notifyContext(const FeatureContext &context, ChatPage &chat)
{
    Session &session = context.session;
    return {.notifications = session.notifications(),
            .avatars = context.people.avatars,
            .personName = // What the machine's operator does, no person did.
            [&session](UserId id) { return id.isValid() ? session.people().displayName(id) : u"Rialto"_s; },
            .roomTitle = [&session](RoomId id) { return session.rooms().title(id); },
            .openRoom =
                [&chat, show = context.showPage](RoomId room, MessageId message) {
                    show(room.isValid() ? chat.pageId() : u"notifications"_s);
                    if (message.isValid())
                        chat.openMessage(room, message);
                    else if (room.isValid())
                        chat.openRoom(room);
                },
            .startAnswer =
                [&chat, show = context.showPage](RoomId room, MessageId message) {
                    show(chat.pageId());
                    chat.answerMessage(room, message);
                },
            .reply =
                [&session, say = context.say](RoomId room, const QString &text) {
                    if (const auto sent = session.chatWriter().send(room, text); !sent)
                        say(errorText(sent.error()), u"circle-alert"_s);
                },
            .makePreview = [&chat]() -> MessagePreview * { return chat.makePreview(); },
            .markRead = [&session](RoomId room, MessageId message) { session.chatWriter().markRead(room, message); },
            .answerFriend = [context](UserId person, bool agree) { answerFriend(context, person, agree); },
            .say = context.say,
            .tell = context.tell,
            .accountName = context.accountName,
            .isReading = [&chat](RoomId room) { return chat.isReading(room); }};
}

FramePage *makeNotify(const FeatureContext &context, ChatPage &chat)
{
    const NotifyContext notify = notifyContext(context, chat);
    auto *page = new NotifyPage(context.theme, notify);
    // Lives as long as the page: both belong to the account that is signed in.
    new ToastCenter(notify, context.settings, QDBusConnection::sessionBus(), page);
    return page;
}

/// Opens a dialog about one's own account.
template <typename OwnDialog> auto accountDialog(const FeatureContext &context)
{
    return [&theme = context.theme, &session = context.session](QWidget *parent) {
        auto *dialog = new OwnDialog(theme, session.account(), parent);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    };
}

FramePage *makeSettings(const FeatureContext &context)
{
    return new SettingsPage({.theme = context.theme,
                             .language = context.language,
                             .settings = context.settings,
                             .spelling = context.spelling,
                             .showProfile = context.showProfile,
                             .changePassword = accountDialog<PasswordDialog>(context),
                             .showDevices = accountDialog<DevicesDialog>(context),
                             .addAccount = context.addAccount,
                             .signOut = context.signOut,
                             .serverVersion = [&session = context.session] { return session.serverVersion(); }});
}

} // namespace

QList<FramePage *> makePages(const FeatureContext &context)
{
    auto *const catalog = new CatalogPage(context.theme, context.settings, catalogContext(context));
    ChatPage *const chat = makeChat(context, *catalog);
    return {chat, catalog, makeNotify(context, *chat), makeSettings(context)};
}

} // namespace rialto
