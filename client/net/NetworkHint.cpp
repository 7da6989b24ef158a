#include "net/NetworkHint.h"

#include <QNetworkInformation>

namespace rialto {

NetworkHint::NetworkHint(QObject *parent) : QObject(parent)
{
    if (!QNetworkInformation::loadBackendByFeatures(QNetworkInformation::Feature::Reachability))
        return;
    connect(QNetworkInformation::instance(), &QNetworkInformation::reachabilityChanged, this,
            [this](QNetworkInformation::Reachability reachability) {
                if (reachability >= QNetworkInformation::Reachability::Local)
                    Q_EMIT networkCame();
            });
}

} // namespace rialto
