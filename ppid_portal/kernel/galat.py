"""Domain errors: the only exceptions that actions raise on purpose."""


class TransisiDitolak(Exception):
    """The case does not stand where this action may start, or a guard objects."""


class BukanWewenang(TransisiDitolak):
    """The case would allow it, but not to this person."""


class FormBasi(TransisiDitolak):
    """Someone else changed the case since this form was opened."""


class BerkasDitolak(Exception):
    """An upload that may not come in; the text says why, in Indonesian, for the person who sent it."""
