#include "app/DemoFiles.h"

#include "app/DemoPictures.h"

using namespace Qt::StringLiterals;

namespace rialto::demo {
namespace {

/// One page of text in one of the fonts that every reader of PDF has (ISO 32000-1, 9.6.2.2), so of Latin letters only.
QByteArray pdfOf(const QByteArrayList &lines)
{
    QByteArray text = "BT /F1 12 Tf 16 TL 60 780 Td";
    for (const QByteArray &line : lines)
        text += " (" + line + ") Tj T*";
    text += " ET";
    const QByteArrayList objects = {
        "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> "
        ">>",
        "<< /Length " + QByteArray::number(text.size()) + " >>\nstream\n" + text + "\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>"};
    QByteArray pdf = "%PDF-1.4\n";
    QByteArray places;
    for (qsizetype i = 0; i < objects.size(); ++i) {
        places += QByteArray::number(pdf.size()).rightJustified(10, '0') + " 00000 n \n";
        pdf += QByteArray::number(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
    }
    const QByteArray tableAt = QByteArray::number(pdf.size());
    const QByteArray count = QByteArray::number(objects.size() + 1);
    return pdf + "xref\n0 " + count + "\n0000000000 65535 f \n" + places + "trailer\n<< /Size " + count +
           " /Root 1 0 R >>\nstartxref\n" + tableAt + "\n%%EOF\n";
}

QByteArray invoice()
{
    return pdfOf({"INVOICE INV-1190", "", "From   Atelier Lindqvist, Uppsala", "To     Rialto shop", "",
                  "  9  Lamp, brass, A-12           11 610.00", "  3  Vase, plum                    2 040.00",
                  " 12  Oak board, 40 cm              6 600.00", "", "Total                            20 250.00 UAH"});
}

} // namespace

QByteArray fileContent(const QString &name)
{
    if (name == "shelf-B-04.jpg"_L1)
        return photoOf(Scene::Shelves);
    if (name == "lamps.jpg"_L1)
        return photoOf(Scene::Showcase);
    if (name == "friday-film.jpg"_L1)
        return photoOf(Scene::Evening);
    if (name == "INV-1190.pdf"_L1)
        return invoice();
    if (name == "shelf-rules.txt"_L1)
        return "A-12  brass lamps, lower row\nB-04  returns cage, three lamps\nC-01  oak boards, long side out\n";
    return {};
}

} // namespace rialto::demo
