#pragma once

#include <QObject>

class QApplication;
class QWidget;

namespace rialto {

/// Takes the look of being pointed at from what is hidden, and from whatever had it when a menu or another popup
/// opened: while one is open, Qt tells nothing below that the pointer has left, and afterwards does not know whom to
/// tell. What is pointed at then gets it back by the next move. Lives on: GUI thread.
class HoverRest final : public QObject
{
    Q_OBJECT
public:
    HoverRest(QApplication &application, QObject *parent);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    static void restAll();
    static void rest(QWidget &widget);
};

} // namespace rialto
