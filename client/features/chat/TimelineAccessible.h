#pragma once

#include <QAccessibleWidget>
#include <QHash>

namespace rialto {

class TimelineView;

/// The timeline for screen readers: a list whose children are the messages, in the model's order.
class TimelineAccessible final : public QAccessibleWidget
{
public:
    explicit TimelineAccessible(TimelineView *view);
    ~TimelineAccessible() override;

    /// Teaches Qt about this class, once a program.
    static void install();

    int childCount() const override;
    QAccessibleInterface *child(int index) const override;
    QAccessibleInterface *childAt(int x, int y) const override;
    QAccessibleInterface *focusChild() const override;
    int indexOfChild(const QAccessibleInterface *child) const override;
    QString text(QAccessible::Text which) const override;

private:
    TimelineView *view() const;

    mutable QHash<int, QAccessible::Id> m_children;
};

/// One message for screen readers.
class TimelineRowAccessible final : public QAccessibleInterface
{
public:
    TimelineRowAccessible(TimelineView *view, int row) : m_view(view), m_row(row) {}

    int row() const { return m_row; }
    bool isValid() const override;
    QObject *object() const override { return nullptr; }
    QAccessibleInterface *parent() const override;
    QAccessibleInterface *child(int) const override { return nullptr; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    QString text(QAccessible::Text which) const override;
    void setText(QAccessible::Text, const QString &) override {}
    QRect rect() const override;
    QAccessible::Role role() const override { return QAccessible::ListItem; }
    QAccessible::State state() const override;

private:
    TimelineView *m_view;
    int m_row;
};

} // namespace rialto
