#pragma once

#include "text/SearchQuery.h"

#include <QStringList>

namespace rialto {

/// What search sees of a message of the contract, which this folder does not know.
template <typename Message> Searched searchedOf(const Message &message)
{
    QStringList names;
    bool hasPicture = false;
    for (const auto &one : message.attachments) {
        names.append(one.name);
        hasPicture = hasPicture || one.isPicture();
    }
    return {message.text, names.join(QLatin1Char('/')), hasPicture};
}

} // namespace rialto
