#include "ui/AvatarPictures.h"

#include <QAbstractItemView>

#include "net/LinkStatus.h"
#include "net/UserDirectory.h"

namespace rialto {

namespace {

/// A circle of 36 pixels takes 5 KB, on a dense screen 20.
constexpr PictureStore::Limits limits{8LL * 1024 * 1024, 128LL * 1024 * 1024};

} // namespace

AvatarPictures::AvatarPictures(const UserDirectory &people, FileLink &files, const LinkStatus &link,
                               const QString &folder, QObject *parent)
    : QObject(parent), m_people(people), m_link(link), m_store(files, folder, limits)
{
    connect(&m_people, &UserDirectory::userChanged, this, &AvatarPictures::userChanged);
    connect(&m_link, &LinkStatus::onlineChanged, this, &AvatarPictures::tryAgain);
    connect(&m_store, &PictureStore::arrived, this, &AvatarPictures::pictureArrived);
}

QImage AvatarPictures::find(UserId person, int pixels)
{
    const std::optional<User> user = m_people.find(person);
    const FileId picture = user ? user->avatarId.value_or(FileId{}) : FileId{};
    m_asked.insert(person, picture);
    return picture.isValid() ? m_store.thumbnail(picture, {PictureForm::Round, {pixels, pixels}}) : QImage();
}

void AvatarPictures::prepare(const QString &path, QObject *context, std::function<void(QImage)> done)
{
    m_store.decode(path, {PictureForm::Square, {kSide, kSide}}, context, std::move(done));
}

void AvatarPictures::tryAgain()
{
    if (m_link.isOnline())
        m_store.forgetFailures();
}

// A name or a status changes more often than a picture.
void AvatarPictures::userChanged(UserId person)
{
    const auto asked = m_asked.constFind(person);
    if (asked == m_asked.constEnd())
        return;
    const std::optional<User> user = m_people.find(person);
    const FileId before = *asked;
    if (before == (user ? user->avatarId.value_or(FileId{}) : FileId{}))
        return;
    if (before.isValid())
        m_store.forget({before});
    Q_EMIT changed(person);
}

void AvatarPictures::pictureArrived(FileId picture)
{
    Q_EMIT changed(picture.isValid() ? m_asked.key(picture) : UserId{});
}

void followPictures(QAbstractItemView &list, const AvatarPictures &pictures,
                    std::function<UserId(const QModelIndex &)> personOf)
{
    QObject::connect(&pictures, &AvatarPictures::changed, &list, [&list, personOf = std::move(personOf)](UserId who) {
        if (!who.isValid())
            return list.viewport()->update();
        const int middle = list.viewport()->width() / 2;
        QModelIndex row = list.indexAt({middle, 0});
        while (row.isValid()) {
            if (personOf(row) == who)
                list.update(row);
            row = list.indexAt({middle, list.visualRect(row).bottom() + 1});
        }
    });
}

} // namespace rialto
