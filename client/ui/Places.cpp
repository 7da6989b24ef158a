#include "ui/Places.h"

using namespace Qt::StringLiterals;

namespace rialto {

Places::Places(QSettings &file, const QString &account) : m_file(file), m_account(account) {}

QString Places::key(const QString &name) const
{
    return u"places/%1/%2"_s.arg(m_account, name);
}

QString Places::lastPage() const
{
    return m_file.value(key(u"page"_s)).toString();
}

void Places::setLastPage(const QString &id)
{
    m_file.setValue(key(u"page"_s), id);
}

qint64 Places::lastRoom() const
{
    return m_file.value(key(u"room"_s)).toLongLong();
}

void Places::setLastRoom(qint64 id)
{
    m_file.setValue(key(u"room"_s), id);
}

std::pair<qint64, int> Places::readingPlace(qint64 room) const
{
    const QStringList place = m_file.value(key(QString::number(room))).toString().split(u' ');
    return {place.first().toLongLong(), place.value(1).toInt()};
}

void Places::setReadingPlace(qint64 room, qint64 message, int pixels)
{
    if (message > 0)
        m_file.setValue(key(QString::number(room)), u"%1 %2"_s.arg(message).arg(pixels));
    else
        m_file.remove(key(QString::number(room)));
}

void Places::forget()
{
    m_file.remove(u"places/"_s + m_account);
}

} // namespace rialto
