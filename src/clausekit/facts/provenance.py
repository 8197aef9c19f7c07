"""What is noted about facts: where each comes from, who owns it, and who may read it."""

from __future__ import annotations

from clausekit.facts.fields import Answer, Facts, question
from clausekit.facts.words import AudienceWord, Day, Text


class About(Facts):
    """What is noted about one fact, or about a group and all that stands in it."""

    source: Answer[Text] = question("Where does this fact come from?")
    note: Answer[Text] = question("What should colleagues know about this fact?")
    date: Answer[Day] = question("On which day was this fact established?")
    owner: Answer[Text] = question("Who answers for this fact, or will find it out?")
    audience: Answer[AudienceWord] = question(
        "Who may read this fact? Write public, shared (with the other side), ours or privileged."
    )
