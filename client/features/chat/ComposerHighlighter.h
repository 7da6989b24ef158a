#pragma once

#include <QSyntaxHighlighter>

namespace rialto {

class Theme;

/// Shows emoji in colour while one writes. Belongs to the document.
class EmojiHighlighter final : public QSyntaxHighlighter
{
    Q_OBJECT
public:
    EmojiHighlighter(const Theme &theme, QTextDocument &document);

protected:
    void highlightBlock(const QString &text) override;

private:
    const Theme &m_theme;
};

} // namespace rialto
