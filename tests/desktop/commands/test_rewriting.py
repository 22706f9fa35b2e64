"""What a record says is changed from the command line until it is signed; a warning is passed over with a reason."""

from pathlib import Path

from db.register import Register
from db.rules.decision import Publication
from db.rules.decision_facts import Alternative
from tests.desktop.commands.command_line import OFFICER, done, give, refused

NUMBER = "OD.24.00002"


def test_what_is_given_is_changed_and_the_rest_stays(sample: Path) -> None:
    with Register.open(sample) as register:
        before = register.decisions.get(NUMBER)
    done("write-record", sample, NUMBER, "--publication", "part", "--paragraph", "3", "--public-interest", "Prices",
         "--withheld", "The prices", "--reports", "None", "--rejected", "Wait|No time", "--not-key",
         *OFFICER)  # fmt: skip
    with Register.open(sample) as register:
        after = register.decisions.get(NUMBER)
    assert (after.for_publication, after.exemption.paragraphs, after.text.reports) == (Publication.PART, (3,), "None")
    assert (after.alternatives, after.is_key) == ((Alternative("Wait", "No time"),), False)
    assert (after.text.reasons, after.subject, after.consultees) == (
        before.text.reasons,
        before.subject,
        before.consultees,
    )


def test_a_record_is_made_ready_to_be_signed(sample: Path) -> None:
    done("write-record", sample, NUMBER, "--publication", "yes", *OFFICER)
    assert give("check-record", sample, NUMBER).exit_code == 0


def test_a_warning_is_passed_over_with_its_reason_and_taken_up_again_without(sample: Path) -> None:
    done("pass-over", sample, NUMBER, "c22", "--because", "The clause asks for no notice", *OFFICER)
    assert "Passed over: The clause asks for no notice" in " ".join(give("check-record", sample, NUMBER).stdout.split())
    done("pass-over", sample, NUMBER, "C22", *OFFICER)
    assert "Passed over" not in give("check-record", sample, NUMBER).stdout


def test_what_cannot_be_kept_is_refused(sample: Path) -> None:
    assert "paragraphs 1 to 7" in refused("write-record", sample, NUMBER, "--paragraph", "9", *OFFICER)
