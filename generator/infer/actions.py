"""Words that name an action rather than a thing when they end a path."""

from __future__ import annotations

from ..words import split_words

_ACTIONS = frozenset(
    "accept acknowledge activate add advance analyze append apply approve archive assign "
    "attach authenticate authorize ban block bulk cancel capture change check claim clear "
    "clone close commit compact compare complete confirm connect convert copy count create "
    "deactivate decline delete deliver demote deny deploy deprecate destroy detach disable "
    "disconnect dismiss download drain drop duplicate edit enable end enqueue evaluate "
    "exchange exec execute expire export extend facet fail fetch finalize find finish flush "
    "force fork fund generate get grant hangup hide import increment ingest init initialize "
    "insert inspect install invalidate invite invoke join kick kill launch leave link list "
    "lock login logout lookup mark match materialize merge migrate move mute notify open "
    "overwrite pause pay ping poll post predict present preview process promote prune publish "
    "pull purge push query reactivate read rebuild recalculate recommend record recover "
    "redact redeem redeploy refer refresh refund regenerate register reject release reload "
    "remix remove rename renew reopen reorder replace replay reply request resend reset "
    "resize resolve respond restart restore resume retry return reverse revert revoke "
    "rollback rotate run save scale schedule scroll search send set share ship sign simulate "
    "skip snooze start stop submit subscribe succeed suspend swap switch sync synchronize "
    "terminate test toggle track transfer transform translate trigger unarchive unassign "
    "unban unblock undelete undo uninstall unlink unlock unmute unpause unpublish unsubscribe "
    "unsuspend untag update upgrade upload upsert validate verify view void wait withdraw "
    "write".split()
)


def is_action(name: str) -> bool:
    """Whether a segment of a path begins with a verb, as ``cancel`` and ``findByStatus`` do."""
    words = split_words(name)
    return bool(words) and words[0] in _ACTIONS
