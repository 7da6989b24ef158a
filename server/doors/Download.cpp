#include "doors/Download.h"

#include <QRegularExpression>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace rialto {
namespace {

// RFC 6266, appendix D: a name of plain ASCII for old readers, the real one percent-encoded.
QByteArray disposition(const QString &name)
{
    QByteArray plain;
    for (const QChar c : name)
        plain += c.unicode() > 0x1f && c.unicode() < 0x7f && c != u'"' && c != u'\\' && c != u'%' ? c.toLatin1() : '_';
    return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + QUrl::toPercentEncoding(name);
}

bool isNamed(const QByteArray &tag, const QByteArray &ifNoneMatch)
{
    const QByteArrayList named = ifNoneMatch.split(',');
    return std::any_of(named.begin(), named.end(), [&](const QByteArray &one) {
        return one.trimmed() == tag || one.trimmed() == "W/" + tag || one.trimmed() == "*";
    });
}

} // namespace

bool Download::isThumbnail() const
{
    return QByteArrayView(info().name) == QByteArrayView(GetThumbnail::method.name);
}

QByteArray Download::tag() const
{
    return '"' + m_file.hash.toLatin1() + (isThumbnail() ? "-small\"" : "\"");
}

void Download::begin(const File &file)
{
    m_file = file;
    if (file.status != FileStatus::Ready && request().method == "HEAD")
        return sendOffset();
    if (file.status != FileStatus::Ready)
        return refuse({ErrorCode::Conflict, u"The file has not been uploaded as a whole."_s, {}, {}, 0});
    if (isThumbnail() && !file.hasThumbnail)
        return refuse({ErrorCode::NotFound, u"There is no small picture of this file."_s, {}, {}, 0});
    const QByteArray hash = file.hash.toLatin1();
    const QString path = isThumbnail() ? services().store.thumbnailPath(hash) : services().store.blobPath(hash);
    // What a file is stands in its row; a thumbnail says it by its first bytes.
    onDisk(
        [path, isAsked = isThumbnail()] {
            std::shared_ptr<StoredContent> content = StoredContent::open(path);
            const bool isPng = isAsked && content && content->read(0, 4) == QByteArray("\x89PNG", 4);
            return Opened{std::move(content), isPng};
        },
        [self = QPointer(this)](Opened opened) {
            if (!self)
                return;
            self->m_content = std::move(opened.content);
            self->sendHead(opened.isPng);
        });
}

void Download::sendOffset()
{
    onDisk([&store = services().store, id = m_file.id] { return store.partSize(id); },
           [self = QPointer(this)](qint64 offset) {
               if (!self)
                   return;
               HttpResponse response;
               response.status = 204;
               response.headers = offsetHeader(offset);
               self->respond(std::move(response));
           });
}

// One range only; several at once, or words that cannot be read, are as if nothing had been asked (RFC 9110, 14.2).
Download::RangeAsked Download::findRange(Range &range) const
{
    const QByteArray condition = request().header("if-range");
    if (!condition.isEmpty() && condition != tag())
        return RangeAsked::None;
    static const QRegularExpression form(u"^bytes=(\\d{0,15})-(\\d{0,15})$"_s);
    const auto match = form.match(QString::fromLatin1(request().header("range")));
    const QString first = match.captured(1);
    const QString last = match.captured(2);
    if (!match.hasMatch() || (first.isEmpty() && last.isEmpty()))
        return RangeAsked::None;
    const qint64 size = m_content->size();
    if (first.isEmpty()) {
        range.first = std::max<qint64>(0, size - last.toLongLong());
        range.size = size - range.first;
        return range.size > 0 ? RangeAsked::Good : RangeAsked::Unsatisfiable;
    }
    if (!last.isEmpty() && last.toLongLong() < first.toLongLong())
        return RangeAsked::None;
    range.first = first.toLongLong();
    range.size = (last.isEmpty() ? size - 1 : std::min(last.toLongLong(), size - 1)) - range.first + 1;
    return range.first < size ? RangeAsked::Good : RangeAsked::Unsatisfiable;
}

void Download::sendHead(bool isPng)
{
    if (!m_content)
        return refuse({ErrorCode::Unavailable, u"The server cannot read this file."_s, {}, {}, 0});
    HttpResponse response;
    response.headers = {{"ETag", tag()},
                        {"Cache-Control", "private, no-cache"},
                        {"Accept-Ranges", "bytes"},
                        {"Content-Security-Policy", "default-src 'none'; sandbox"},
                        {"Content-Disposition", disposition(m_file.name)}};
    if (isNamed(tag(), request().header("if-none-match"))) {
        response.status = 304;
        return respond(std::move(response));
    }
    m_left = {0, m_content->size()};
    const RangeAsked asked = request().method == "GET" ? findRange(m_left) : RangeAsked::None;
    const QByteArray whole = '/' + QByteArray::number(m_content->size());
    if (asked == RangeAsked::Unsatisfiable)
        return refuse({ErrorCode::Invalid, u"The file has no such bytes."_s, {}, {}, 0}, 416,
                      {{"Content-Range", "bytes *" + whole}});
    if (asked == RangeAsked::Good) {
        response.status = 206;
        response.headers.emplaceBack("Content-Range", "bytes " + QByteArray::number(m_left.first) + '-' +
                                                          QByteArray::number(m_left.first + m_left.size - 1) + whole);
    }
    response.contentType =
        !isThumbnail() ? m_file.mediaType.toLatin1() : QByteArray(isPng ? "image/png" : "image/jpeg");
    respond(std::move(response), m_left.size);
}

void Download::sendMore()
{
    if (sendBody())
        return;
    onDisk([content = m_content, at = m_left.first,
            size = std::min(m_left.size, kPiece)] { return content->read(at, size); },
           [self = QPointer(this)](const QByteArray &piece) {
               if (self)
                   self->takePiece(piece);
           });
}

void Download::takePiece(const QByteArray &piece)
{
    if (piece.isEmpty()) {
        Q_EMIT broken();
        return;
    }
    m_left.first += piece.size();
    m_left.size -= piece.size();
    Q_EMIT pieceReady(piece);
}

} // namespace rialto
