"""A session whose attendance was closed takes no marks, whichever way they come."""

from bimtek.storage.connection import Database


def refuse_when_closed(db: Database, session_id: str) -> None:
    """Stop the change under way when it would mark a closed session.

    Asked inside the change itself, so that a mark queued behind the closing is refused too.
    Errors: RefusedError naming the session.
    """
    sql = "select label from session where id = ? and closed_at <> ''"
    if closed := db.execute(sql, [session_id]).fetchone():
        from bimtek.domain.attendance import attendance_closed  # the store opens without the rules of a day

        raise attendance_closed(closed[0])
