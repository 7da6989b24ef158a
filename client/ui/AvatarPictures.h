#pragma once

#include <QHash>

#include "ui/PictureStore.h"

class QAbstractItemView;
class QModelIndex;

namespace rialto {

class LinkStatus;
class UserDirectory;

/// The pictures that people show of themselves, as circles: from a bounded memory, else from the disk or the server,
/// never while somebody waits for it. Lives on: the GUI thread.
class AvatarPictures final : public QObject
{
    Q_OBJECT
public:
    /// Keeps its files in `folder`, which is made when it is missing. All must outlive it.
    AvatarPictures(const UserDirectory &people, FileLink &files, const LinkStatus &link, const QString &folder,
                   QObject *parent = nullptr);

    /// A circle of so many pixels across; null for who has no picture, and while it is not there: then changed() tells.
    QImage find(UserId person, int pixels);
    /// What one's own picture will be of a file on this machine: the square in its middle, at most kSide pixels a side.
    /// `done` with null when it is no picture.
    void prepare(const QString &path, QObject *context, std::function<void(QImage)> done);

    static constexpr int kSide = 512;

Q_SIGNALS:
    /// Somebody is to be painted anew; no id: everybody.
    void changed(rialto::UserId person);

private:
    void tryAgain();
    void userChanged(UserId person);
    void pictureArrived(FileId picture);

    const UserDirectory &m_people;
    const LinkStatus &m_link;
    PictureStore m_store;
    QHash<UserId, FileId> m_asked; ///< Who was painted, with which picture; none: with the letters of their name.
};

/// Repaints rows of a list when who they show gets another picture; only those that are in sight.
void followPictures(QAbstractItemView &list, const AvatarPictures &pictures,
                    std::function<UserId(const QModelIndex &)> personOf);

} // namespace rialto
