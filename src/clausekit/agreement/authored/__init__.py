"""The words of a position as their author wrote them: blocks of pieces, and back to the same text.

Nothing is filled in and nothing is run here. A text is cut into blocks (a heading, a
paragraph, a line of tags, a row of a table) and a block into pieces (words, a fact, a
reference), so that another program may show and change them; what was not changed
comes back letter for letter.
"""

from clausekit.agreement.authored.blocks import Block, Kind, Written, blocks_of
from clausekit.agreement.authored.pieces import Piece, PieceKind, pieces_of
from clausekit.agreement.authored.rebuilding import rebuilt
from clausekit.agreement.authored.tidying import names_in, tidy

__all__ = [
    "Block",
    "Kind",
    "Piece",
    "PieceKind",
    "Written",
    "blocks_of",
    "names_in",
    "pieces_of",
    "rebuilt",
    "tidy",
]
