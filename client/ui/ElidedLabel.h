#pragma once

#include <QLabel>

namespace rialto {

class Theme;

/// One line of plain text that ends with an ellipsis when it does not fit; then the tooltip has all of it.
class ElidedLabel : public QLabel
{
    Q_OBJECT
public:
    explicit ElidedLabel(const Theme &theme, QWidget *parent = nullptr);

    void setFullText(const QString &text);
    const QString &fullText() const { return m_fullText; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void elide();

    const Theme &m_theme;
    QString m_fullText;
};

} // namespace rialto
