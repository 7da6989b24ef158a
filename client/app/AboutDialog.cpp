#include "app/AboutDialog.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QSysInfo>

using namespace Qt::StringLiterals;

namespace rialto {

AboutDialog::AboutDialog(const Theme &theme, QWidget *parent) : Dialog(theme, tr("About Rialto"), parent)
{
    setExplanation(tr("Chat, catalogue and films for your local network."));
    auto *details = new QLabel(diagnostics());
    details->setTextFormat(Qt::PlainText);
    details->setTextInteractionFlags(Qt::TextSelectableByMouse);
    content().addWidget(details);
    auto *licences = new QLabel(
        tr("Rialto is free software under the GNU General Public License, version 3. Qt is used "
           "under the LGPL and GPL; the icons are from Lucide under the ISC licence, the names of emoji from Unicode "
           "under the Unicode licence; Markdown is read by md4c under the MIT licence."));
    licences->setTextFormat(Qt::PlainText);
    licences->setWordWrap(true);
    licences->setFont(theme.font(TextStyle::Small));
    licences->setProperty("tone", u"muted"_s);
    content().addWidget(licences);
    connect(&addSecondary(tr("Copy details")), &Button::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(diagnostics()); });
    addPrimary(tr("Close"));
}

QString AboutDialog::diagnostics() const
{
    return u"Rialto %1\nQt %2\n%3, %4\n%5"_s.arg(QStringLiteral(RIALTO_VERSION), QString::fromLatin1(qVersion()),
                                                 QSysInfo::prettyProductName(), QSysInfo::currentCpuArchitecture(),
                                                 QGuiApplication::platformName());
}

} // namespace rialto
