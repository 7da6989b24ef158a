#pragma once

#include <QString>
#include <QUrl>

#include "ui/Colors.h"

namespace rialto {

/// What a link leads to, as a card below the message that carries it; the words are those of this moment.
struct LinkCard
{
    QUrl url;
    QString icon;
    QString title;
    QString detail;
    QString value; ///< What counts most, for example the price.
    QString state; ///< A few words in a pill.
    ColorRole stateInk = &Colors::success;
    ColorRole stateGround = &Colors::successSoft;
    bool isLive = false; ///< Changes are shown as they happen; else it is what was known last.
};

/// Something that one can refer to by a link.
struct LinkTarget
{
    QString label; ///< To choose it by.
    QString name;  ///< What stands in the text.
    QUrl url;
};

} // namespace rialto
