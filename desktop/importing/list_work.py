"""The list of queries, made in the worker process. No Qt here."""

from db.rules.queries import QueryList


def queries_as_workbook(listed: QueryList) -> bytes:
    """What is asked of a provider, as a workbook with room to answer."""
    from exports.query_list import render

    return render(listed)
