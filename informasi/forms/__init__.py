"""What an officer types into the register."""

from informasi.forms.register import BanyakBerkasField, DrafForm, EdisiForm, TarikForm

__all__ = ["BanyakBerkasField", "DrafForm", "EdisiForm", "TarikForm"]
