#pragma once

#include <QSortFilterProxyModel>

#include "features/chat/ChatContext.h"

namespace rialto {

/// The parts of the room list, from above.
enum class RoomSection { Pinned, Rooms, Direct, Others, Archived };

/// The rooms in sections, each with the newest activity first, narrowed by what is typed into the search field.
class RoomFilter final : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    enum Roles { SectionRole = Qt::UserRole + 100, StartsSectionRole };

    explicit RoomFilter(const ChatContext &context, QObject *parent = nullptr);

    void setText(const QString &text);
    QVariant data(const QModelIndex &index, int role) const override;

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    const ChatContext m_context;
    QString m_text;
};

} // namespace rialto
