"""One post written two ways is one post."""

import pytest

from db.rules.posts import names_post, same_post, stands_in_for

DIRECTOR = "Corporate Director Adult Social Care and Health"


@pytest.mark.parametrize(
    "written",
    [
        "Corporate Director of Adult Social Care and Health",
        "corporate director for adult social care & health",
        "The Corporate Director, Adult Social Care and Health",
    ],
)
def test_small_words_case_and_commas_do_not_matter(written: str) -> None:
    assert same_post(written, DIRECTOR)
    assert names_post(f"The {written} was consulted.", DIRECTOR)


@pytest.mark.parametrize(
    "other", ["", "of the", "Corporate Director", f"Deputy {DIRECTOR}", "Corporate Director Finance"]
)
def test_another_post_is_another(other: str) -> None:
    assert not same_post(other, DIRECTOR)
    assert not same_post(other, "")


def test_whoever_acts_for_a_post_is_known_by_it() -> None:
    assert stands_in_for(f"Acting {DIRECTOR}", DIRECTOR)
    assert not stands_in_for(DIRECTOR, DIRECTOR)
    assert not stands_in_for("Acting", DIRECTOR)


def test_a_text_names_whole_posts_only() -> None:
    assert not names_post("The Subcorporate Director Finances was there.", "Corporate Director Finance")
    assert not names_post("Anything", "")
