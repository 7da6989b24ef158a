#include "ui/StyleSheet.h"

#include "ui/Metrics.h"
#include "ui/Theme.h"

using namespace Qt::StringLiterals;

namespace rialto {

namespace {

// Words in @ stand for colour roles, words in $ for heights that grow with the text.
constexpr auto rules = R"(
QWidget[surface="window"] { background: @window@; }
QWidget[surface="panel"] { background: @panel@; }
QWidget[surface="raised"] { background: @raised@; }
QWidget[surface="canvas"] { background: @canvas@; }
QWidget[line="right"] { border-right: 1px solid @separator@; }
QWidget[line="left"] { border-left: 1px solid @separator@; }
QWidget[line="top"] { border-top: 1px solid @separator@; }
QWidget[line="bottom"] { border-bottom: 1px solid @separator@; }
QLabel { background: transparent; }
QLabel[tone="muted"] { color: @textMuted@; }
QLabel[tone="danger"] { color: @danger@; }
QLabel[tone="warning"] { color: @warning@; }
QLabel[tone="success"] { color: @success@; }
QLabel[tone="accent"] { color: @accent@; }

QAbstractScrollArea { border: none; }
QLineEdit, QPlainTextEdit, QComboBox, QAbstractSpinBox {
    background: @field@; color: @text@; border: 1px solid @fieldBorder@; border-radius: 8px;
    selection-background-color: @selection@; selection-color: @selectionText@;
}
QLineEdit { padding: 0 12px; min-height: $field$px; }
QPlainTextEdit { padding: 4px 8px; }
QLineEdit:hover, QPlainTextEdit:hover, QComboBox:hover, QAbstractSpinBox:hover { border-color: @text@; }
QLineEdit:focus { border: 2px solid @focus@; padding: 0 11px; min-height: $fieldFocused$px; }
QPlainTextEdit:focus { border: 2px solid @focus@; padding: 3px 7px; }
QComboBox:focus, QAbstractSpinBox:focus { border: 2px solid @focus@; padding: 0 11px; min-height: $fieldFocused$px; }
QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"] { border-color: @danger@; }
QLineEdit[leading="true"] { padding-left: 5px; }
QLineEdit[leading="true"]:focus { padding-left: 4px; }
QLineEdit:read-only, QPlainTextEdit:read-only { background: @window@; border-color: @separator@; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled, QAbstractSpinBox:disabled {
    background: @window@; color: @textDisabled@; border-color: @separator@;
}
QLineEdit[kind="search"] { min-height: $search$px; background: @panel@; border: 1px solid @separatorStrong@; padding: 0 8px; }
QLineEdit[kind="search"]:focus { border: 2px solid @focus@; min-height: $searchFocused$px; padding: 0 7px; }
QPlainTextEdit[kind="composer"] { border: 1px solid @separatorStrong@; border-radius: 10px; }
QPlainTextEdit[kind="composer"]:focus { border: 1px solid @fieldBorder@; padding: 4px 8px; }
QComboBox, QAbstractSpinBox { padding: 0 12px; min-height: $field$px; }
QAbstractSpinBox QLineEdit, QAbstractSpinBox QLineEdit:focus {
    background: transparent; border: none; padding: 0; min-height: 0;
}
QComboBox::drop-down { border: none; width: 28px; }
QComboBox::down-arrow { image: none; }
QComboBox QAbstractItemView {
    background: @raised@; border: 1px solid @separatorStrong@; border-radius: 8px; padding: 4px; outline: none;
    selection-background-color: @selection@; selection-color: @selectionText@;
}

QMenu { background: @raised@; border: 1px solid @separatorStrong@; border-radius: 10px; padding: 5px; }
QMenu::item { padding: 7px 12px 7px 8px; border-radius: 6px; color: @text@; }
QMenu::item:selected { background: @raisedHover@; }
QMenu::item:disabled { color: @textDisabled@; }
QMenu::icon { padding-left: 8px; }
QMenu::separator { height: 1px; background: @separator@; margin: 5px 8px; }

QToolTip { background: @tooltip@; color: @tooltipText@; border: none; padding: 4px 7px; }

QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar::handle:vertical { background: @separatorStrong@; border-radius: 3px; min-height: 32px; margin: 2px; }
QScrollBar::handle:vertical:hover { background: @fieldBorder@; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle:horizontal { background: @separatorStrong@; border-radius: 3px; min-width: 32px; margin: 2px; }
QScrollBar::handle:horizontal:hover { background: @fieldBorder@; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QListView, QTableView { background: @panel@; border: none; outline: none; }
QTableView { gridline-color: transparent; selection-background-color: @selection@; selection-color: @text@; }
QHeaderView { background: @window@; border: none; }
QHeaderView::section {
    background: @window@; color: @textMuted@; border: none; border-bottom: 1px solid @separator@; padding: 0 8px;
}
QListView[kind="sections"] { background: transparent; color: @text@; }
QListView[kind="sections"]::item { border-radius: 8px; border: 2px solid transparent; padding: 0 6px; }
QListView[kind="sections"]::item:hover { background: @raisedHover@; }
QListView[kind="sections"]::item:selected { background: @selection@; color: @selectionText@; }
QListView[kind="sections"]:focus::item:selected { border-color: @focus@; }
QSlider { min-height: 22px; background: transparent; }
QSlider::groove:horizontal { height: 4px; border-radius: 2px; background: @separatorStrong@; }
QSlider::handle:horizontal {
    width: 14px; height: 14px; margin: -7px 0; border-radius: 9px; background: @accent@; border: 2px solid @accent@;
}
QSlider::handle:horizontal:focus { border-color: @focus@; }
QFrame[kind="popup"] { background: @raised@; border: 1px solid @separatorStrong@; border-radius: 10px; }
QFrame[kind="popup"] QListView { background: @raised@; color: @text@; }
QFrame[kind="popup"] QListView::item { border-radius: 6px; }
QFrame[kind="popup"] QListView[rows="true"]::item { padding: 0 8px; }
QFrame[kind="popup"] QListView::item:hover { background: @raisedHover@; }
QFrame[kind="popup"] QListView::item:selected { background: @selection@; color: @selectionText@; }
QSplitter::handle { background: @separator@; }
QLabel[kind="key"] {
    background: @raised@; color: @textMuted@; border: 1px solid @separatorStrong@; border-radius: 5px; padding: 1px 6px;
}
QCheckBox { color: @text@; spacing: 8px; }
QDialog { background: @panel@; }
)";

const std::pair<const char *, ColorRole> words[] = {
    {"window", &Colors::window},
    {"panel", &Colors::panel},
    {"raised", &Colors::raised},
    {"raisedHover", &Colors::raisedHover},
    {"canvas", &Colors::canvas},
    {"separator", &Colors::separator},
    {"separatorStrong", &Colors::separatorStrong},
    {"text", &Colors::text},
    {"textMuted", &Colors::textMuted},
    {"textDisabled", &Colors::textDisabled},
    {"field", &Colors::field},
    {"fieldBorder", &Colors::fieldBorder},
    {"focus", &Colors::focus},
    {"accent", &Colors::accent},
    {"danger", &Colors::danger},
    {"warning", &Colors::warning},
    {"success", &Colors::success},
    {"selection", &Colors::selection},
    {"selectionText", &Colors::selectionText},
    {"tooltip", &Colors::tooltip},
    {"tooltipText", &Colors::tooltipText},
};

} // namespace

QString styleSheet(const Theme &theme)
{
    QString sheet = QString::fromLatin1(rules);
    // Without the border, which is a pixel wider on both sides where the focus is.
    const std::pair<const char *, int> heights[] = {{"field", theme.grown(metrics::field) - 2},
                                                    {"fieldFocused", theme.grown(metrics::field) - 4},
                                                    {"search", theme.grown(metrics::searchField) - 2},
                                                    {"searchFocused", theme.grown(metrics::searchField) - 4}};
    for (const auto &[word, height] : heights)
        sheet.replace(u'$' + QLatin1StringView(word) + u'$', QString::number(height));
    for (const auto &[word, role] : words)
        sheet.replace(u'@' + QLatin1StringView(word) + u'@', theme.color(role).name());
    Q_ASSERT(!sheet.contains(u'@') && !sheet.contains(u'$'));
    return sheet;
}

} // namespace rialto
