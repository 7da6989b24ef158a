#pragma once

#include <QByteArray>

namespace rialto::documents {

/// The REST interface as OpenAPI 3.1, made from the contract.
QByteArray openApi();
/// The WebSocket interface as AsyncAPI 3.0, made from the contract.
QByteArray asyncApi();

} // namespace rialto::documents
