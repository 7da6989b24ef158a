#pragma once

#include <functional>

#include "protocol/People.h"

namespace rialto {

class LinkStatus;
class ProductModel;
class ServerLinks;

/// What the catalogue's page needs of the signed-in account. All of it outlives the page.
struct CatalogContext
{
    ProductModel &products;
    const LinkStatus &link;
    const ServerLinks &links;
    std::function<User()> me;
    std::function<QString(UserId)> personName;
    std::function<void()> retryConnection;
    std::function<void(const QString &text, const QString &icon)> say; ///< A toast.
};

} // namespace rialto
