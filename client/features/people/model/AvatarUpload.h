#pragma once

#include "base/Clock.h"
#include "protocol/Files.h"

#include <QObject>
#include <QPointer>
#include <functional>

namespace rialto {

class ApiClient;
class FileLink;

/// A picture of oneself on its way to the server, where it waits to be named in the profile. Going before keep(), it
/// takes back what it sent. Lives on: the GUI thread.
class AvatarUpload : public QObject
{
    Q_OBJECT

public:
    using Done = std::function<void(Result<FileId>)>;

    AvatarUpload(ApiClient &api, FileLink &files, const Clock &clock, QObject *parent = nullptr);
    ~AvatarUpload() override;

    /// Sends the content of a picture, once; `done` is called once, unless this is gone by then.
    void start(const QByteArray &picture, Done done);
    /// The profile names it now.
    void keep() { m_isKept = true; }

Q_SIGNALS:
    /// Bytes so far, of how many.
    void progressed(qint64 sent, qint64 total);

private:
    void sendFrom(qint64 offset);

    QPointer<ApiClient> m_api; ///< Gone before, where the program ends with its dialogs open.
    FileLink &m_files;
    const Clock &m_clock;
    QByteArray m_picture;
    Done m_done;
    FileId m_file; ///< Once the server knows it.
    bool m_isKept = false;
};

} // namespace rialto
