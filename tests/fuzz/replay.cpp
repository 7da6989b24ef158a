// Runs every kept input through a fuzz target of the ordinary build: replay FOLDER.

#include "fuzz/Fuzz.h"

#include <QDir>
#include <QTextStream>

int main(int count, char **arguments)
{
    const QDir corpus(QString::fromLocal8Bit(count > 1 ? arguments[1] : ""));
    const QFileInfoList inputs = corpus.entryInfoList(QDir::Files, QDir::Name);
    QTextStream out(stdout);
    if (inputs.isEmpty()) {
        out << "There is no input in " << corpus.path() << Qt::endl;
        return 1;
    }
    for (const QFileInfo &input : inputs) {
        QFile file(input.filePath());
        if (!file.open(QFile::ReadOnly)) {
            out << "Cannot read " << input.filePath() << Qt::endl;
            return 1;
        }
        // Said first, so that the last line names the input that ends the program.
        out << input.fileName() << Qt::endl;
        const QByteArray bytes = file.readAll();
        LLVMFuzzerTestOneInput(reinterpret_cast<const uint8_t *>(bytes.constData()), static_cast<size_t>(bytes.size()));
    }
    out << inputs.size() << " inputs were replayed" << Qt::endl;
    return 0;
}
