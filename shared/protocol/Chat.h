#pragma once

// The contract of the chat: rooms, who is in them, and what is said there.

#include "protocol/Marks.h"
#include "protocol/Members.h"
#include "protocol/Messages.h"
#include "protocol/Rooms.h"
#include "protocol/Search.h"
