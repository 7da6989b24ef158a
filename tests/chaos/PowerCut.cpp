#include "chaos/PowerCut.h"

namespace rialto::chaos {
namespace {

constexpr qsizetype kSectorBytes = 512;

} // namespace

void DiskRecorder::note(DiskStep step)
{
    const std::lock_guard lock(m_mutex);
    m_steps.push_back(std::move(step));
}

void DiskRecorder::clear()
{
    const std::lock_guard lock(m_mutex);
    m_steps.clear();
}

size_t DiskRecorder::position() const
{
    const std::lock_guard lock(m_mutex);
    return m_steps.size();
}

std::vector<DiskStep> DiskRecorder::steps() const
{
    const std::lock_guard lock(m_mutex);
    return m_steps;
}

void CuttableDisk::play(const DiskStep &step)
{
    if (!step.isDatabase())
        return;
    if (step.kind != DiskStep::Kind::Sync) {
        m_pending.push_back(step);
        return;
    }
    // A sync is about one file: what others have pending stays pending. With the first sync of a new file SQLite syncs
    // the folder too (os_unix.c, UNIXFILE_DIRSYNC), and with it what was removed from it.
    const bool isNew = !m_durable.contains(step.file);
    const auto reached = [&](const DiskStep &pending) {
        return pending.file == step.file || (isNew && pending.kind == DiskStep::Kind::Remove);
    };
    for (const DiskStep &pending : m_pending) {
        if (reached(pending))
            apply(m_durable, pending, pending.bytes.size());
    }
    std::erase_if(m_pending, reached);
}

QMap<QString, QByteArray> CuttableDisk::cut(Loss loss, QRandomGenerator &random) const
{
    QMap<QString, QByteArray> files = m_durable;
    for (const DiskStep &pending : m_pending) {
        if (loss == Loss::Everything)
            break;
        qsizetype bytes = pending.bytes.size();
        if (loss == Loss::Some && random.bounded(2) == 0)
            continue;
        if (loss == Loss::Some && random.bounded(3) == 0)
            bytes = std::min(bytes, kSectorBytes * random.bounded(int(1 + bytes / kSectorBytes)));
        apply(files, pending, bytes);
    }
    return files;
}

// The first `bytes` of a write arrive.
void CuttableDisk::apply(QMap<QString, QByteArray> &files, const DiskStep &step, qsizetype bytes)
{
    if (step.kind == DiskStep::Kind::Remove) {
        files.remove(step.file);
        return;
    }
    QByteArray &content = files[step.file];
    if (step.kind == DiskStep::Kind::Truncate) {
        content.resize(std::min<qsizetype>(content.size(), step.offset));
        return;
    }
    if (content.size() < step.offset + bytes)
        content.append(QByteArray(step.offset + bytes - content.size(), '\0'));
    std::copy_n(step.bytes.cbegin(), bytes, content.begin() + step.offset);
}

} // namespace rialto::chaos
