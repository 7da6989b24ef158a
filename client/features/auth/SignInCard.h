#pragma once

#include <QWidget>

#include "ui/Theme.h"

namespace rialto {

/// The card with the servers on the left and the form on the right.
class SignInCard final : public QWidget
{
    Q_OBJECT
public:
    /// Takes both halves as children.
    SignInCard(const Theme &theme, QWidget &left, QWidget &right, QWidget *parent = nullptr);
    QSize sizeHint() const override;
    /// Wrapped words inside must not make the card as low as they allow.
    bool hasHeightForWidth() const override { return false; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
};

/// The bridge with the name of the program beside it.
class SignInBrand final : public QWidget
{
    Q_OBJECT
public:
    explicit SignInBrand(const Theme &theme, QWidget *parent = nullptr);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
};

} // namespace rialto
