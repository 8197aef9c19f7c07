"""clausekit: from the facts of a deal to a contract, and a memo that says which laws collide.

    facts → law → clauses → agreement → word

Each room imports only rooms below it; `drafting` tells the whole story.
"""
