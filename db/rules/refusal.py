"""How a rule says no."""


class Refusal(Exception):
    """Something an officer asked for cannot be done. Its text says what happened, why, and what to do."""
