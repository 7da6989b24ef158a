#pragma once

#include <QList>
#include <QStringList>

namespace rialto::bench {

/// The text of the message with this number, as people write them in three languages: mostly a sentence, now and then a
/// page, a link or Markdown. Words come as often as their rank lets them, as in any language. The same number always
/// gives the same text. Needs no lock.
QString sampleText(qint64 number);

/// Whole numbers below `sides`, the same for the same number and `salt`.
int sampleDice(qint64 number, int salt, int sides);

/// Searches of one kind in such texts.
struct QueryKind
{
    QString name;
    QStringList queries;
    bool hasTarget = true; ///< False for what is not searched for every day.
};

/// For rooms and people named as those of the demo.
QList<QueryKind> sampleQueries();

} // namespace rialto::bench
