"""What a column may hold, where its type alone does not say it.

A noun declares it by annotation: `minutes: Annotated[int, Between(0, 1440)]`. What declares nothing
has the limits of its type: `DAYS` for a date, `COUNTS` for a number, `MOST_CHARACTERS` for a text.
Opening a file checks them, and so does writing a row: no file is written that can't be opened.
"""

from datetime import date

from cxworkshop.value_object import ValueObject

# The screens' calendars and all arithmetic with months survive these.
FIRST_DAY, LAST_DAY = date(1900, 1, 1), date(2199, 12, 31)
MOST_CHARACTERS = 100_000  # of a text; what people type ends at 10,000
MOST_CHARACTERS_OF_ID = 400
MOST_CHARACTERS_OF_LOGO = 160_000  # in base 64: 120 KB
MOST_BYTES_OF_VALUE = 20 * 1024 * 1024  # whatever it is: a file of 15 MB may be one answer


class Between(ValueObject):
    """A whole number with its least and its most."""

    least: int
    most: int


class Matching(ValueObject):
    """A text that matches the whole regular expression; a rescue writes `instead` for another."""

    pattern: str
    instead: str = ""


class AtMost(ValueObject):
    """A text with so many characters at most."""

    characters: int


COUNTS = Between(0, 1_000_000)
NUMBERS = Between(1, 999_999_999)  # that count through a workshop's life, undo or not
COMMITS = Between(0, 2**48)  # a larger `seq` is damaged or forged
# It stands inside our sentences, so it has no braces, which would be a place to fill, no marks that
# reorder what follows, and nothing that ends a line; it begins and ends with neither.
CUSTOMER_WORD = (
    r"(?=[^\s])[^\x00-\x1f\x7f-\x9f{}\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff]{1,40}(?<=[^\s])"
)
HASHES = Between(-(2**63), 2**63 - 1)  # seals and digests
