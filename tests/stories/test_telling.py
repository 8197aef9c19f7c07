"""A story that does not hold says so in a sentence, with its file and line."""

from __future__ import annotations

import pytest

from clausekit.authoring.stories import Part, failures, whole
from clausekit.authoring.stories.stated import BadStory
from clausekit.located_yaml import read_text
from stories.settings import STAGE

HEAD = "story: The sky is green.\ndeal: french-supply\n"


def story(text: str) -> Part:
    located, findings = read_text(HEAD + text, "my-story.yaml")
    assert located is not None
    assert findings == []
    return whole(Part(located.data, (), located))


WRONG = [
    ("expect:\n  - {code: gap, party: buyer}\n", ":4: error: expected gap with party buyer, and found none."),
    ("choose: {excluded-hardware: none}\nnever:\n  - {code: gap}\n", ":5: error: there must be no gap, and there is:"),
    ("positions:\n  excluded-hardware: cites-measure\n", ":4: error: expected excluded-hardware to be cites-measure"),
    ("says:\n  - the moon is cheese\n", ":4: error: the contract does not say 'the moon is cheese'."),
    ("never_says:\n  - approved hardware\n", ":4: error: the contract says 'approved hardware'."),
    ("never_printed:\n  - register\n", ":4: error: what is printed says 'register'."),
    ("first_question: client\n", ":3: error: expected the first question to be about client"),
    ("headlines_at_most: -1\n", ":3: error: expected at most -1 headlines"),
    ("statuses:\n  cn-afsl: revoked\n", ":4: error: Anti-Foreign Sanctions Law is in-force, not confirmed."),
    ("alternatives:\n  - {clause: supply, position: magic}\n", ":4: error: magic is not among the alternatives"),
    ("choose: {excluded-hardware: none}\ncompared_with:\n  gains: []\n", ":5: error: it also gains gap (buyer;"),
    ("compared_with:\n  choose: {excluded-hardware: none}\n  loses: []\n", ":5: error: it also loses gap (buyer;"),
    ("compared_with:\n  gains: [{code: gap}]\n", ":4: error: it gains no gap."),
    ("compared_with:\n  same: [{code: gap}]\n", ":4: error: there is no gap at all."),
    ("choose: {excluded-hardware: none}\ncompared_with:\n  positions: same\n", ":5: error: expected these positions"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "said"), WRONG, ids=[text.partition(":")[0] + str(n) for n, (text, _) in enumerate(WRONG)]
)
def test_a_story_that_does_not_hold(text: str, said: str) -> None:
    (finding,) = failures(story(text), STAGE)
    assert str(finding).startswith(f"my-story.yaml{said}")
    assert str(finding).endswith("In the story: The sky is green. [story-fails]")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("expects: []\n", ":3: error: 'expects' says nothing in a story; did you mean expect?"),
        ("expect:\n  - {clode: gap}\n", ":4: error: 'clode' says nothing in a story; did you mean code?"),
        (
            "never:\n  - {instruments: [cn-asfl]}\n",
            ":4: error: 'cn-asfl' is not an instrument; did you mean cn-afsl?",
        ),
        ("compared_with:\n  gain: []\n", ":4: error: 'gain' says nothing in a story; did you mean gains?"),
    ],
)
def test_a_story_that_cannot_be_read(text: str, said: str) -> None:
    try:
        (finding,) = failures(story(text), STAGE)
    except BadStory as fault:
        finding = fault.finding
    assert str(finding) == f"my-story.yaml{said} [bad-story]"


def test_a_story_that_holds_says_nothing() -> None:
    assert (
        failures(
            story("choose: {excluded-hardware: none}\nexpect:\n  - {code: gap, party: buyer, level: caution}\n"), STAGE
        )
        == []
    )
