#pragma once

#include <QFrame>
#include <functional>

class QListWidget;

namespace rialto {

class Theme;

/// One thing that can take the place of a word that is being typed.
struct Completion
{
    QString label;  ///< What the list shows.
    QString insert; ///< What comes into the text.
};

/// Finds completions for what was typed after a sign: `@` people, `#` rooms, `:` emoji.
using Completer = std::function<QList<Completion>(QChar sign, const QString &typed)>;

/// The list above or below a field. It never takes the focus: the field's owner hands it the keys.
class CompletionPopup final : public QFrame
{
    Q_OBJECT
public:
    enum class Side { Above, Below };

    CompletionPopup(const Theme &theme, QWidget *window);

    /// Shows the list on that side of `corner` (coordinates of the window), which is where it begins; hides when it is
    /// empty. It ends with the window.
    void offer(const QList<Completion> &completions, const QPoint &corner, Side side = Side::Above);
    /// Whether the key was meant for the list.
    bool handleKey(int key);

Q_SIGNALS:
    void chosen(const QString &insert);

private:
    void chooseCurrent();

    const Theme &m_theme;
    QListWidget *m_list;
    QList<Completion> m_completions;
};

} // namespace rialto
