#pragma once

#include <QImage>
#include <QWidget>

namespace rialto {

/// Shows the QR code of a text for cameras: black on white in every theme, each module of as many whole pixels of the
/// screen as fit. Empty where the text has no code, see qrCodeOf().
class QrPicture final : public QWidget
{
    Q_OBJECT
public:
    explicit QrPicture(const QString &text, QWidget *parent = nullptr);
    QSize sizeHint() const override;

    /// The same to be copied or saved.
    QImage image() const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const QImage m_code;
};

} // namespace rialto
