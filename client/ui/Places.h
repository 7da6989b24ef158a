#pragma once

#include <QSettings>

namespace rialto {

/// Where one was in one account when one left it: its page, its room, and the message that one was reading in each
/// room. Lives on: GUI thread.
class Places
{
public:
    /// `file` must outlive it; `account` is Profile::keyOf().
    Places(QSettings &file, const QString &account);

    QString lastPage() const;
    void setLastPage(const QString &id);
    qint64 lastRoom() const;
    void setLastRoom(qint64 id);
    /// The message at the upper edge of a room and how many pixels of it were above; 0 at the room's end.
    std::pair<qint64, int> readingPlace(qint64 room) const;
    void setReadingPlace(qint64 room, qint64 message, int pixels);
    /// The account is signed out: nothing of it stays.
    void forget();

private:
    QString key(const QString &name) const;

    QSettings &m_file;
    QString m_account;
};

} // namespace rialto
