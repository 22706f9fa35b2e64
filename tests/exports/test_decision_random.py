"""Records of every shape are pages that conform, and the same pages each time."""

import pytest

from exports import decision_pdf
from tests.exports.pdf_reading import PROFILES, broken_rules, fonts
from tests.exports.random_records import random_record


@pytest.mark.parametrize("number", range(50))
def test_a_record_of_any_shape_conforms(number: int) -> None:
    pdf = decision_pdf.render(random_record(number))
    assert {profile: broken_rules(pdf, profile) for profile in PROFILES} == {profile: set() for profile in PROFILES}
    assert all(fonts(pdf).values())


@pytest.mark.parametrize("number", range(0, 50, 10))
def test_a_record_of_any_shape_is_the_same_file_each_time(number: int) -> None:
    assert decision_pdf.render(random_record(number)) == decision_pdf.render(random_record(number))
