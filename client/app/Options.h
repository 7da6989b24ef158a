#pragma once

#include <QStringList>
#include <QUrl>
#include <optional>

#include "base/Error.h"

namespace rialto {

/// What the command line says.
struct Options
{
    QString profile = QStringLiteral("default");
    QString server; ///< Empty: the one of last time.
    QString user;   ///< With a password: signs in without typing.
    QString password;
    QUrl link;                 ///< A rialto:// link to open; empty for none.
    quint16 discoveryPort = 0; ///< Where servers are looked for on the network; 0: they are not.

    /// Ends the program for --help and --version. An error is a sentence about the command line.
    static Result<Options> parse(const QStringList &arguments);
};

/// A link of the form rialto://server/…, or an empty one when `text` is nothing of that kind.
QUrl readLink(const QString &text);

} // namespace rialto
