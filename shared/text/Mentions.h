#pragma once

#include <QList>
#include <QString>

namespace rialto {

/// `@name` in a text: somebody is addressed. Positions count UTF-16 units and include the sign.
struct Mention
{
    int start = 0;
    int length = 0;
    QString name; ///< An account name, or `everyone`.

    bool isEveryone() const { return name.compare(QLatin1StringView("everyone"), Qt::CaseInsensitive) == 0; }
};

/// All mentions in the order of the text. A mention begins where no word does; dots and hyphens at its end belong to
/// the sentence. Whether there is such a person is not looked at.
QList<Mention> findMentions(const QString &text);

} // namespace rialto
