#include "net/Certificate.h"

#include <QFile>
#include <QSaveFile>
#include <QSslCertificate>
#include <QSslKey>
#include <memory>
#include <openssl/ec.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

using namespace Qt::StringLiterals;

namespace rialto {
namespace {

constexpr long kValidSeconds = 10L * 365 * 24 * 60 * 60;

template <typename T, void (*Free)(T *)> struct Freed
{
    void operator()(T *pointer) const { Free(pointer); }
};
using Key = std::unique_ptr<EVP_PKEY, Freed<EVP_PKEY, EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Freed<X509, X509_free>>;
using Bio = std::unique_ptr<BIO, Freed<BIO, BIO_free_all>>;

struct PemPair
{
    QByteArray certificate;
    QByteArray key;
};

QByteArray contentsOf(BIO *bio)
{
    char *data = nullptr;
    const long size = BIO_get_mem_data(bio, &data);
    return QByteArray(data, size);
}

void addExtension(X509 *certificate, int id, const char *value)
{
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, certificate, certificate, nullptr, nullptr, 0);
    if (X509_EXTENSION *extension = X509V3_EXT_conf_nid(nullptr, &context, id, value)) {
        X509_add_ext(certificate, extension, -1);
        X509_EXTENSION_free(extension);
    }
}

PemPair makePair()
{
    const Key key(EVP_EC_gen("P-256"));
    const Certificate certificate(X509_new());
    if (!key || !certificate)
        return {};
    X509_set_version(certificate.get(), X509_VERSION_3);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), 1);
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -24L * 60 * 60); // Clocks on a LAN disagree.
    X509_gmtime_adj(X509_getm_notAfter(certificate.get()), kValidSeconds);
    X509_set_pubkey(certificate.get(), key.get());
    X509_NAME *name = X509_get_subject_name(certificate.get());
    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, reinterpret_cast<const unsigned char *>("Rialto server"), -1,
                               -1, 0);
    X509_set_issuer_name(certificate.get(), name);
    addExtension(certificate.get(), NID_basic_constraints, "critical,CA:TRUE");
    addExtension(certificate.get(), NID_subject_alt_name, "DNS:rialto,DNS:localhost,IP:127.0.0.1");
    const Bio certificateText(BIO_new(BIO_s_mem()));
    const Bio keyText(BIO_new(BIO_s_mem()));
    if (X509_sign(certificate.get(), key.get(), EVP_sha256()) == 0 ||
        PEM_write_bio_X509(certificateText.get(), certificate.get()) != 1 ||
        PEM_write_bio_PrivateKey(keyText.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr) != 1)
        return {};
    return {contentsOf(certificateText.get()), contentsOf(keyText.get())};
}

bool writePrivately(const QString &path, const QByteArray &contents)
{
    QSaveFile file(path);
    return file.open(QIODevice::WriteOnly) && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) &&
           file.write(contents) == contents.size() && file.commit();
}

QByteArray contentsOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

Result<QSslConfiguration> tlsFromFiles(const QString &certificatePath, const QString &keyPath)
{
    const QList<QSslCertificate> chain = QSslCertificate::fromData(contentsOf(certificatePath), QSsl::Pem);
    const QByteArray keyText = contentsOf(keyPath);
    QSslKey key(keyText, QSsl::Ec, QSsl::Pem);
    if (key.isNull())
        key = QSslKey(keyText, QSsl::Rsa, QSsl::Pem);
    if (chain.isEmpty())
        return fail(ErrorCode::Invalid, u"%1 holds no certificate in PEM form."_s.arg(certificatePath));
    if (key.isNull())
        return fail(ErrorCode::Invalid, u"%1 holds no private key in PEM form."_s.arg(keyPath));
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificateChain(chain);
    configuration.setPrivateKey(key);
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    configuration.setProtocol(QSsl::TlsV1_2OrLater);
    return configuration;
}

Result<QSslConfiguration> tlsFromFolder(const QString &folder)
{
    const QString certificatePath = folder + u"/certificate.pem"_s;
    const QString keyPath = folder + u"/certificate-key.pem"_s;
    if (!QFile::exists(certificatePath)) {
        const PemPair made = makePair();
        if (made.key.isEmpty() || !writePrivately(keyPath, made.key) ||
            !writePrivately(certificatePath, made.certificate))
            return fail(ErrorCode::StorageFull, u"A certificate cannot be written to %1."_s.arg(folder));
    }
    return tlsFromFiles(certificatePath, keyPath);
}

QString fingerprintOf(const QSslConfiguration &configuration)
{
    return QString::fromLatin1(configuration.localCertificate().digest(QCryptographicHash::Sha256).toHex(':'))
        .toUpper();
}

} // namespace rialto
