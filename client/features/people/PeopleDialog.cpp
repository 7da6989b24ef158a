#include "features/people/PeopleDialog.h"

#include "features/people/FriendButtons.h"

namespace rialto {

PeopleDialog::PeopleDialog(const Theme &theme, const PeopleContext &context, UserId me, QWidget *parent)
    : PersonDialog(theme, context, tr("People and friends"), tr("Write"), {me}, Choice::One, parent)
{
    auto *friendship = new FriendButtons(theme, context.friends);
    buttons().insertWidget(0, friendship);
    connect(this, &PersonDialog::chosenChanged, friendship, &FriendButtons::setPerson);
    connect(this, &PersonDialog::chosenChanged, this, [this] { setProblem({}); });
    connect(friendship, &FriendButtons::problemFound, this, &PeopleDialog::setProblem);
    friendship->setPerson(chosen());
}

} // namespace rialto
