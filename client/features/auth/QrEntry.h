#pragma once

#include <QObject>
#include <functional>
#include <optional>

#include "ui/Background.h"

class QMimeData;
class QUrl;
class QWidget;

namespace rialto {

/// Lets a page be entered by the picture of a QR code: dropped anywhere on it, pasted into it or into one of its
/// fields, or chosen as a file. What the code says is checked like what is typed, never followed. Each picture ends
/// with exactly one of addressFound, linkFound and refused, in the order in which they were given.
class QrEntry final : public QObject
{
    Q_OBJECT
public:
    /// Watches the page, whose child it becomes, and the fields that it has by now.
    explicit QrEntry(QWidget &page);

    /// Asks for a file.
    void choose();
    /// The first code that leads anywhere is followed.
    void read(const QImage &picture);
    void readFile(const QString &path);

Q_SIGNALS:
    /// Looking at pictures has begun or is over. It takes seconds at worst.
    void busyChanged(bool busy);
    /// Something that ServerAddress::parse() reads.
    void addressFound(const QString &address);
    /// A rialto:// link to something on a server.
    void linkFound(const QUrl &link);
    /// Why nothing came of it, in words.
    void refused(const QString &words);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void take(const QMimeData &data);
    bool follow(const QString &text);
    void begin(const QString &name, const std::function<std::optional<QStringList>()> &read);
    void judge(const QString &name, const std::optional<QStringList> &texts);

    QWidget &m_page;
    int m_underWay = 0; ///< Pictures.
    Background m_background;
};

} // namespace rialto
