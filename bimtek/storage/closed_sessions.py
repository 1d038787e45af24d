"""A session whose attendance was closed takes no marks, whichever way they come."""

from sqlite_utils import Database

from bimtek.domain.attendance import attendance_closed


def refuse_when_closed(db: Database, session_id: str) -> None:
    """Stop the change under way when it would mark a closed session.

    Asked inside the change itself, so that a mark queued behind the closing is refused too.
    Errors: RefusedError naming the session.
    """
    sql = "select label from session where id = ? and closed_at <> ''"
    if closed := db.execute(sql, [session_id]).fetchone():
        raise attendance_closed(closed[0])
