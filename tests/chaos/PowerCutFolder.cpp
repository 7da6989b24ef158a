#include "chaos/PowerCut.h"

using namespace Qt::StringLiterals;

namespace rialto::chaos {
namespace {

constexpr qsizetype kSectorBytes = 512;

QString nameOf(const QString &path)
{
    return path.section(u'/', -1);
}

void write(QByteArray &content, const DiskStep &step, qsizetype bytes)
{
    if (content.size() < step.offset + bytes)
        content.append(QByteArray(step.offset + bytes - content.size(), '\0'));
    std::copy_n(step.bytes.cbegin(), bytes, content.begin() + step.offset);
}

} // namespace

CuttableFolder::CuttableFolder()
{
    m_nodes.emplace_back().isFolder = true;
    m_live.insert(u"."_s, 0);
}

// The file there, made if need be: its first write tells that it was opened.
int CuttableFolder::nodeAt(const QString &path)
{
    const auto found = m_live.constFind(path);
    if (found != m_live.constEnd())
        return *found;
    m_nodes.emplace_back();
    enter(path, static_cast<int>(m_nodes.size()) - 1);
    return static_cast<int>(m_nodes.size()) - 1;
}

void CuttableFolder::enter(const QString &path, int node)
{
    const QString folder = path.contains(u'/') ? path.section(u'/', 0, -2) : u"."_s;
    if (node >= 0)
        m_live.insert(path, node);
    else
        m_live.remove(path);
    m_nodes[static_cast<size_t>(m_live.value(folder))].pendingNames.emplace_back(nameOf(path), node);
}

void CuttableFolder::play(const DiskStep &step)
{
    if (step.isDatabase())
        return;
    const int at = nodeAt(step.file);
    Node &node = m_nodes[static_cast<size_t>(at)];
    switch (step.kind) {
    case DiskStep::Kind::MakeFolder:
        node.isFolder = true;
        return;
    case DiskStep::Kind::Sync:
        for (const DiskStep &pending : std::exchange(node.pending, {}))
            write(node.durable, pending, pending.bytes.size());
        for (const auto &[name, entered] : std::exchange(node.pendingNames, {}))
            node.durableNames.insert(name, entered);
        return;
    case DiskStep::Kind::Rename:
        enter(step.to, at);
        return enter(step.file, -1);
    case DiskStep::Kind::Link:
        return enter(step.to, at);
    case DiskStep::Kind::Remove:
        return enter(step.file, -1);
    default:
        node.pending.push_back(step);
    }
}

QByteArray CuttableFolder::contentOf(const Node &node, Loss loss, QRandomGenerator &random)
{
    QByteArray content = node.durable;
    for (const DiskStep &pending : node.pending) {
        if (loss == Loss::Everything || (loss == Loss::Some && random.bounded(2) == 0))
            continue;
        qsizetype bytes = pending.bytes.size();
        if (loss == Loss::Some && random.bounded(3) == 0)
            bytes = std::min(bytes, kSectorBytes * random.bounded(int(1 + bytes / kSectorBytes)));
        write(content, pending, bytes);
    }
    return content;
}

void CuttableFolder::find(int folder, const QString &path, Loss loss, QRandomGenerator &random,
                          QMap<QString, QByteArray> &found) const
{
    const Node &node = m_nodes[static_cast<size_t>(folder)];
    QMap<QString, int> names = node.durableNames;
    for (const auto &[name, entered] : node.pendingNames) {
        if (loss == Loss::Nothing || (loss == Loss::Some && random.bounded(2) == 0))
            names.insert(name, entered);
    }
    for (auto name = names.cbegin(); name != names.cend(); ++name) {
        if (name.value() < 0)
            continue;
        const Node &entered = m_nodes[static_cast<size_t>(name.value())];
        if (entered.isFolder)
            find(name.value(), path + name.key() + u'/', loss, random, found);
        else
            found.insert(path + name.key(), contentOf(entered, loss, random));
    }
}

QMap<QString, QByteArray> CuttableFolder::cut(Loss loss, QRandomGenerator &random) const
{
    QMap<QString, QByteArray> found;
    find(0, {}, loss, random, found);
    return found;
}

} // namespace rialto::chaos
