#pragma once

#include <array>

#include "features/notify/NotificationFilter.h"
#include "features/notify/NotifyContext.h"
#include "ui/FramePage.h"

class QLabel;
class QListView;
class QStackedWidget;

namespace rialto {

class Button;
class Chip;
class EmptyState;
class NarrowPanes;
class NotificationCard;
class Theme;

/// The notification centre: what happened on the left, the chosen one with what can be done about it on the right.
class NotifyPage final : public FramePage
{
    Q_OBJECT
public:
    NotifyPage(const Theme &theme, const NotifyContext &context, QWidget *parent = nullptr);

    QString pageId() const override;
    QString iconName() const override;
    QString title() const override;
    int badgeCount() const override;
    bool badgeCalls() const override { return true; }

protected:
    void changeEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    void buildList();
    void fitList();
    QWidget *buildChips();
    void retranslate();
    void refresh();
    void selectionChanged();
    QModelIndex chosen() const;
    void open(const QModelIndex &index);
    void removeChosen();
    void openMenu(const QPoint &position);

    const Theme &m_theme;
    const NotifyContext m_context;
    NotificationFilter *m_filter;
    QWidget *m_listPane = nullptr;
    QListView *m_list;
    QLabel *m_heading;
    Button *m_readAll;
    std::array<Chip *, 4> m_chips;
    QStackedWidget *m_listStack;
    EmptyState *m_nothing;
    NotificationCard *m_card;
    NarrowPanes *m_panes = nullptr;
};

} // namespace rialto
