#pragma once

#include "features/people/PersonDialog.h"

namespace rialto {

/// Everybody else on the server, friends before others and who waits for an answer before these: one writes to them,
/// asks, agrees, ends a friendship.
class PeopleDialog final : public PersonDialog
{
    Q_OBJECT
public:
    PeopleDialog(const Theme &theme, const PeopleContext &context, UserId me, QWidget *parent);
};

} // namespace rialto
