"""Where on the body a procedure is done."""

from enum import StrEnum


class Region(StrEnum):
    """The parts of the spine."""

    CERVICAL = "cervical"
    THORACIC = "thoracic"
    LUMBAR = "lumbar"
    SACROILIAC = "sacroiliac"


class Side(StrEnum):
    """The side of the body, as the patient has it."""

    LEFT = "left"
    RIGHT = "right"
    BOTH = "both"
