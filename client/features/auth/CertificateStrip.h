#pragma once

#include <QLabel>

#include "ui/Button.h"

namespace rialto {

/// Shows the fingerprint of a self-made certificate once, to be compared and trusted; loud when a known one changed.
/// Where one invites, it shows what others will be asked to compare.
class CertificateStrip final : public QWidget
{
    Q_OBJECT
public:
    explicit CertificateStrip(const Theme &theme, QWidget *parent = nullptr);

    void showUnknown(const QString &fingerprint);
    void showChanged(const QString &known, const QString &presented);
    void showOwn(const QString &fingerprint);
    bool isAlarm() const { return m_kind == Kind::Changed; }

Q_SIGNALS:
    void trusted();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    enum class Kind { Unknown, Changed, Own };

    void present(Kind kind, const QString &known, const QString &presented);
    void retranslate();
    void sayFingerprint(const QString &title, const QString &words);
    void setFingerprintFont();

    const Theme &m_theme;
    QLabel *m_title;
    QLabel *m_words;
    QLabel *m_fingerprint;
    Button *m_trust;
    QString m_known;
    QString m_presented;
    Kind m_kind = Kind::Unknown;
};

} // namespace rialto
