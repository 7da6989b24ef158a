#pragma once

#include "storage/Disk.h"

#include <memory>

namespace rialto {

/// A file that is being made, at a path that nobody else uses: written from its beginning on through a buffer, or by
/// whoever is given its path. Whatever is still there when this goes is removed. One thread at a time.
class WorkFile
{
public:
    explicit WorkFile(QString path);
    ~WorkFile();
    Q_DISABLE_COPY_MOVE(WorkFile)

    const QString &path() const { return m_path; }
    /// Writes behind what was written before. After an error all that follows fails as well.
    Result<> write(QByteArrayView bytes);
    /// Hands what is in the buffer to the system; before anybody reads the file.
    Result<> flush();

private:
    Result<> put(QByteArrayView bytes);

    const QString m_path;
    std::unique_ptr<Descriptor> m_file; ///< Opened by the first byte.
    qint64 m_size = 0;                  ///< Written, without what is in the buffer.
    QByteArray m_buffer;
    Result<> m_result;
};

} // namespace rialto
