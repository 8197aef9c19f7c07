"""Binding: what the templates can print, as documents for legal staff to read and to sign off.

It takes contracts apart into clauses and puts them into one document with the numbers that
they have in their own contract. It writes no file.
"""

from clausekit.authoring.binding.book import book
from clausekit.authoring.binding.clauses import Clause, bound, clauses_of

__all__ = ["Clause", "book", "bound", "clauses_of"]
