#pragma once

#include <QWidget>
#include <functional>
#include <memory>
#include <optional>

#include "base/Error.h"
#include "features/people/PeopleContext.h"
#include "protocol/People.h"
#include "ui/Theme.h"

class QLabel;

namespace rialto {

class Avatar;
class AvatarUpload;
class Button;

/// One's own picture in a form: shown as others will see it, chosen from a file or dropped here, removed. Nothing is
/// sent before save().
class AvatarField final : public QWidget
{
    Q_OBJECT
public:
    /// What the profile is to name: nothing when the picture stays, 0 when it goes.
    using Saved = std::function<void(Result<std::optional<qint64>>)>;

    AvatarField(const Theme &theme, const PeopleContext &context);
    ~AvatarField() override;

    void showAccount(const Account &account);
    /// Takes a file of this machine, or says why not.
    void offer(const QString &path);
    /// Sends a picture that was chosen; `saved` once, unless this is gone by then.
    void save(Saved saved);
    /// The profile names what was saved.
    void keep();

Q_SIGNALS:
    /// In words; empty when it is gone.
    void problemFound(const QString &problem);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void build(const Theme &theme);
    void choose();
    void remove();
    void take(const QString &path, const QImage &square);
    void refresh();

    const PeopleContext m_context;
    Avatar *m_avatar;
    Button *m_choose;
    Button *m_remove;
    QLabel *m_progress;
    bool m_mayChoose = false;
    bool m_hasPicture = false;
    std::optional<QImage> m_chosen; ///< Null: to be removed.
    std::unique_ptr<AvatarUpload> m_upload;
    FileId m_sent; ///< What m_upload has sent.
};

} // namespace rialto
