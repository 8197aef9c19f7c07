"""Positions in Word and back: what a lawyer edits, and what the edit means for the templates.

The clause files are what holds; a Word file is a view of them. What comes back is
brought together with what the templates have become meanwhile, and is only told here:
whoever calls decides whether it is written.
"""

from clausekit.authoring.in_word.checking import faults_of_words
from clausekit.authoring.in_word.making import sheets_of, word_file
from clausekit.authoring.in_word.taking import Edit, Taken, take

__all__ = ["Edit", "Taken", "faults_of_words", "sheets_of", "take", "word_file"]
