"""A story that does not hold says so in a sentence, with its file and line."""

from __future__ import annotations

import pytest

from clausekit.located_yaml import read_text
from stories.judged import failures
from stories.stated import KEYS, BadStory, Part

HEAD = "story: The sky is green.\ndeal: french-supply\n"


def story(text: str) -> Part:
    located, findings = read_text(HEAD + text, "my-story.yaml")
    assert located is not None
    assert findings == []
    return Part(located.data, (), located).allow(KEYS)


WRONG = [
    ("expect:\n  - {code: gap, party: buyer}\n", ":4: expected gap with party buyer, and found none."),
    ("choose: {excluded-hardware: none}\nnever:\n  - {code: gap}\n", ":5: there must be no gap, and there is:"),
    ("positions:\n  excluded-hardware: cites-measure\n", ":4: expected excluded-hardware to be cites-measure"),
    ("says:\n  - the moon is cheese\n", ":4: the contract does not say 'the moon is cheese'."),
    ("never_says:\n  - approved hardware\n", ":4: the contract says 'approved hardware'."),
    ("never_printed:\n  - register\n", ":4: what is printed says 'register'."),
    ("first_question: client\n", ":3: expected the first question to be about client"),
    ("headlines_at_most: -1\n", ":3: expected at most -1 headlines"),
    ("statuses:\n  cn-afsl: revoked\n", ":4: Anti-Foreign Sanctions Law is in-force, not confirmed."),
    ("alternatives:\n  - {clause: supply, position: magic}\n", ":4: magic is not among the alternatives"),
    ("choose: {excluded-hardware: none}\ncompared_with:\n  gains: []\n", ":5: it also gains gap (buyer; caution)."),
    ("compared_with:\n  choose: {excluded-hardware: none}\n  loses: []\n", ":5: it also loses gap (buyer;"),
    ("compared_with:\n  gains: [{code: gap}]\n", ":4: it gains no gap."),
    ("compared_with:\n  same: [{code: gap}]\n", ":4: there is no gap at all."),
    ("choose: {excluded-hardware: none}\ncompared_with:\n  positions: same\n", ":5: expected these positions"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "said"), WRONG, ids=[text.partition(":")[0] + str(n) for n, (text, _) in enumerate(WRONG)]
)
def test_a_story_that_does_not_hold(text: str, said: str) -> None:
    (sentence,) = failures(story(text))
    assert sentence.startswith(f"my-story.yaml{said}")
    assert sentence.endswith("in the story: The sky is green.")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("expects: []\n", ":3: 'expects' says nothing in a story; did you mean expect?"),
        ("expect:\n  - {clode: gap}\n", ":4: 'clode' says nothing in a story; did you mean code?"),
        (
            "never:\n  - {instruments: [cn-asfl]}\n",
            ":4: 'cn-asfl' is not an instrument; did you mean cn-afsl?",
        ),
        ("compared_with:\n  gain: []\n", ":4: 'gain' says nothing in a story; did you mean gains?"),
    ],
)
def test_a_story_that_cannot_be_read(text: str, said: str) -> None:
    with pytest.raises(BadStory) as refused:
        failures(story(text))
    assert str(refused.value) == f"my-story.yaml{said}"


def test_a_story_that_holds_says_nothing() -> None:
    assert (
        failures(story("choose: {excluded-hardware: none}\nexpect:\n  - {code: gap, party: buyer, level: caution}\n"))
        == []
    )
