#pragma once

#include <QObject>
#include <QTimer>

class QApplication;

namespace rialto {

/// Notices when nobody has touched the program for a while. Lives on: GUI thread.
class ActivityWatch final : public QObject
{
    Q_OBJECT
public:
    static constexpr int defaultIdleMs = 10 * 60'000;

    explicit ActivityWatch(QApplication &application, int idleMs = defaultIdleMs);

Q_SIGNALS:
    void idleChanged(bool idle);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QTimer m_untilIdle;
    bool m_idle = false;
};

} // namespace rialto
