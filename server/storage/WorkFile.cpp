#include "storage/WorkFile.h"

#include <QFile>
#include <fcntl.h>

namespace rialto {
namespace {

constexpr qsizetype kBufferBytes = 256 * 1024;

} // namespace

WorkFile::WorkFile(QString path) : m_path(std::move(path)) {}

WorkFile::~WorkFile()
{
    QFile::remove(m_path);
}

Result<> WorkFile::put(QByteArrayView bytes)
{
    if (!m_result || bytes.isEmpty())
        return m_result;
    if (!m_file)
        m_file = std::make_unique<Descriptor>(m_path, O_WRONLY | O_CREAT);
    m_result = writeAt(*m_file, m_path, m_size, bytes);
    m_size += bytes.size();
    return m_result;
}

Result<> WorkFile::write(QByteArrayView bytes)
{
    if (m_buffer.size() + bytes.size() < kBufferBytes) {
        m_buffer.append(bytes);
        return m_result;
    }
    if (auto result = flush(); !result)
        return result;
    return put(bytes);
}

Result<> WorkFile::flush()
{
    const auto result = put(m_buffer);
    m_buffer.resize(0);
    return result;
}

} // namespace rialto
