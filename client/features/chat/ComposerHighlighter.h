#pragma once

#include <QSyntaxHighlighter>

namespace rialto {

class Spelling;
class Theme;

/// Shows emoji in colour and underlines what is misspelt while one writes; code is left alone, and so is the word that
/// is being written. Belongs to the document.
class ComposerHighlighter final : public QSyntaxHighlighter
{
    Q_OBJECT
public:
    ComposerHighlighter(const Theme &theme, Spelling &spelling, QTextDocument &document);

    /// Where one writes, as a position in the document; -1 for nowhere.
    void setCursor(int position);
    /// Around the underlined word at a position; no selection where there is none.
    QTextCursor wrongWordAt(int position) const;

protected:
    void highlightBlock(const QString &text) override;

private:
    /// `start`: where the line begins in the block.
    void underlineWrongWords(const QString &line, qsizetype start);

    const Theme &m_theme;
    Spelling &m_spelling;
    int m_cursor = -1;
};

} // namespace rialto
