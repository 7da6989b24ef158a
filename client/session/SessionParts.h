#pragma once

#include "cache/Cache.h"
#include "features/catalog/model/ProductModel.h"
#include "features/catalog/model/ProductStore.h"
#include "features/catalog/model/ProductWriter.h"
#include "features/chat/model/ChatFetcher.h"
#include "features/chat/model/ChatStore.h"
#include "features/chat/model/ChatWriter.h"
#include "features/chat/model/MarkWriter.h"
#include "features/chat/model/MessageIndexer.h"
#include "features/chat/model/MessageModel.h"
#include "features/chat/model/PinBook.h"
#include "features/chat/model/RoomExport.h"
#include "features/chat/model/RoomListModel.h"
#include "features/chat/model/SearchModel.h"
#include "features/chat/model/TypingBook.h"
#include "features/chat/model/UploadQueue.h"
#include "features/notify/model/NotificationModel.h"
#include "features/people/model/AccountBook.h"
#include "features/people/model/FriendBook.h"
#include "features/people/model/PeopleModel.h"
#include "net/ApiClient.h"
#include "net/EventBus.h"
#include "net/FileLink.h"
#include "net/LinkStatus.h"
#include "net/NetworkHint.h"
#include "net/PresenceBook.h"
#include "net/RestClient.h"
#include "net/ServerLinks.h"
#include "net/Socket.h"
#include "net/SyncClient.h"
#include "net/TlsPin.h"
#include "net/TokenKeeper.h"
#include "session/Session.h"

namespace rialto {

// Made from top to bottom, each from what stands above it; taken down the other way round.
struct Session::Parts
{
    Parts(Profile &theProfile, const StoredAccount &account, const Clock &clock)
        : profile(theProfile),
          cacheFile(theProfile.cacheFile(account)),
          cache(cacheFile),
          links(account.server.displayName()),
          rest(account.server, profile),
          tokens(profile, account, rest, clock),
          socket(account.server, profile, clock),
          api(socket, clock),
          outbox(cache.database(), cache.outbox(), api, clock),
          directory(cache, bus, api),
          chatStore(cache, bus, directory, account.user.id),
          chatFetcher(chatStore, api, link),
          chatWriter(chatStore, outbox, clock),
          files(account.server, profile, tokens),
          uploads(outbox, api, files, link, clock),
          markWriter(chatStore, outbox, clock),
          productStore(cache, bus, api),
          productWriter(productStore, outbox, clock),
          sync({socket, api, tokens, cache, bus, link, links, clock}),
          presence(bus, api, link),
          ownAccount({bus, api, link, tokens, socket, files, clock}),
          friends(cache, bus, api),
          notifications(cache, bus, api, outbox, link, clock),
          typing(bus, api, directory, account.user.id, clock),
          pins(cache, bus, api, link),
          rooms(chatStore, api, clock),
          search(chatStore, api, link),
          indexer(chatStore),
          products(productStore, productWriter),
          people(directory, presence)
    {
        chatWriter.setUploads(uploads);
        sync.addReplica(directory);
        sync.addReplica(chatFetcher);
        sync.addReplica(productStore);
        sync.addReplica(friends);
        sync.addReplica(notifications);
    }

    ~Parts() { qDeleteAll(timelines); }
    Parts(const Parts &) = delete;
    Parts &operator=(const Parts &) = delete;

    Profile &profile;
    const QString cacheFile;
    Cache cache;
    EventBus bus;
    LinkStatus link;
    ServerLinks links;
    RestClient rest;
    TokenKeeper tokens;
    Socket socket;
    ApiClient api;
    Outbox outbox;
    UserDirectory directory;
    ChatStore chatStore;
    ChatFetcher chatFetcher;
    ChatWriter chatWriter;
    FileLink files;
    UploadQueue uploads;
    MarkWriter markWriter;
    ProductStore productStore;
    ProductWriter productWriter;
    SyncClient sync;
    PresenceBook presence;
    AccountBook ownAccount;
    FriendBook friends;
    NotificationModel notifications;
    TypingBook typing;
    PinBook pins;
    RoomListModel rooms;
    SearchModel search;
    MessageIndexer indexer;
    ProductModel products;
    PeopleModel people;
    NetworkHint network;
    QHash<RoomId, MessageModel *> timelines;
    int unsent = 0;
    bool eraseCache = false;
    bool signedOutTold = false;
};

} // namespace rialto
