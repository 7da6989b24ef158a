#pragma once

#include <QHash>
#include <QObject>
#include <QSet>
#include <QStringList>
#include <memory>
#include <vector>

#include "ui/Background.h"

class Hunspell;

namespace rialto {

class UiSettings;

/// A word in a line of text.
struct WordPlace
{
    qsizetype start = 0;
    qsizetype length = 0;
};

/// The words of a line that are anybody's language: no addresses, names, numbers, shortcodes, code or abbreviations.
QList<WordPlace> wordsToCheck(const QString &line);

/// Judges the spelling of words by the dictionaries that the system has (hunspell(5)). A word is right when one of
/// those of its script knows it, because people mix languages. Dictionaries are loaded in the background once a word of
/// their script is asked for: they take up to 40 MB each. Lives on: GUI thread.
class Spelling final : public QObject
{
    Q_OBJECT
public:
    /// Looks for the dictionaries of the interface's languages and the system's, as `xx_YY.aff`, in these folders.
    explicit Spelling(UiSettings &settings, const QStringList &folders = systemFolders(), QObject *parent = nullptr);
    ~Spelling() override;

    static QStringList systemFolders();

    bool isOn() const { return m_isOn; }
    void setOn(bool on);
    /// The languages there are dictionaries for, each in its own words.
    QStringList languages() const;
    /// False, too, while its dictionaries are on their way, and where there are none.
    bool isWrong(const QString &word);
    /// What may have been meant, the likeliest first; five at most.
    QStringList suggestions(const QString &word) const;
    /// Takes a word for right from now on.
    void learn(const QString &word);

Q_SIGNALS:
    /// Words may be judged in another way than before.
    void changed();

private:
    struct Dictionary;

    bool isKnown(const QString &word) const;
    void load(Dictionary &dictionary);

    UiSettings &m_settings;
    bool m_isOn;
    std::vector<std::unique_ptr<Dictionary>> m_dictionaries;
    QSet<QString> m_learnt;
    QHash<QString, bool> m_judged; ///< Whether a word is wrong.
    Background m_background;
};

} // namespace rialto
