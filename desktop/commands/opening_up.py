"""Commands that publish and hand over: transparency register, open contracting, CSV, audit return, packs."""

from datetime import date
from pathlib import Path

import click

from db.own_workbook.against import sheets_of
from db.rules.audit_return import USUAL_THRESHOLD, audit_return
from db.rules.dates import Period
from db.rules.listing_columns import Edition
from db.rules.listing_quarter import FLOOR, QuarterListing
from db.rules.money import Pence
from db.rules.publish_readiness import readiness
from db.rules.refusal import Refusal
from db.rules.words import counted
from desktop.commands.group import desk
from desktop.commands.moment import local_moment, today
from desktop.commands.open_data_json import gaps_values, readiness_values
from desktop.commands.opening import reading
from desktop.commands.saying import aligned, say_json
from desktop.commands.stating import Stated, publisher_with, publishing
from desktop.commands.writing_out import write_out
from desktop.commands.written import AMOUNT, AS_JSON, DAY, FILE
from desktop.open_data import files_in, listing_in, pack_in, released_in


@desk.command("transparency")
@click.argument("file", type=FILE)
@click.option(
    "--to", "target", type=FILE, required=True, metavar="CSV", help="A name that ends with .xlsx: a workbook."
)
@click.option("--quarter", type=DAY, help="A day of the quarter; today's quarter if not given.")
@click.option("--edition", type=click.Choice([each.value for each in Edition]), default=Edition.USUAL.value)
@click.option("--floor", type=AMOUNT, default=FLOOR, help="Contracts above this; £5,000 if not given.")
@publishing
@AS_JSON
def transparency(
    file: Path, target: Path, quarter: date | None, edition: str, floor: Pence, stated: Stated, as_json: bool
) -> None:
    """Write a quarter's register of contracts in the columns of the LGA's scheme, and say what cannot be filled."""
    from exports.open_data.lga_register import as_csv, as_workbook

    with reading(file) as register:
        listing = listing_in(register, quarter or today(), publisher_with(register, stated), floor)
    render = as_workbook if target.suffix.casefold() == ".xlsx" else as_csv
    write_out(target, file, lambda: render(listing, Edition(edition)))
    if as_json:
        say_json(gaps_values(listing))
    else:
        click.echo("\n".join(_told(listing, target)))


def _told(listing: QuarterListing, target: Path) -> list[str]:
    lines = [f"Wrote {counted(len(listing.lines), 'contracts')} of {listing.quarter} to “{target}”."]
    if listing.gaps:
        lines += ["", "Cannot be filled:"]
        rows = [(each.column, f"{each.blanks} of {len(listing.lines)}", "required" if each.is_needed else "",
                 each.reasons[0]) for each in listing.gaps]  # fmt: skip
        lines += aligned(rows, frozenset({1}), "  ")
    if listing.left_out:
        lines += ["", "Left out:", *aligned([(each.reference, each.why) for each in listing.left_out], indent="  ")]
    return lines


@desk.command("readiness")
@click.argument("file", type=FILE)
@click.option("--quarter", type=DAY, help="A day of the quarter; today's quarter if not given.")
@publishing
@AS_JSON
def publish_readiness(file: Path, quarter: date | None, stated: Stated, as_json: bool) -> None:
    """Say of each contract of a quarter's register whether it may be published, and what lacks."""
    with reading(file) as register:
        listing = listing_in(register, quarter or today(), publisher_with(register, stated))
    found = readiness(listing.lines)
    if as_json:
        say_json(readiness_values(found, listing.quarter))
        return
    ready = sum(each.is_ready for each in found)
    click.echo(f"{ready} of {len(found)} contracts of {listing.quarter} are ready to publish.")
    for line in aligned([(each.reference, each.words) for each in found], indent="  ") if found else ():
        click.echo(line)


@desk.command("ocds")
@click.argument("file", type=FILE)
@click.option("--to", "target", type=FILE, required=True, metavar="JSON")
@click.option("--on", type=DAY, help="As the contracts stand on this day; today if not given.")
@publishing
def open_contracting(file: Path, target: Path, on: date | None, stated: Stated) -> None:
    """Write the contracts as a release package of the Open Contracting Data Standard 1.1."""
    from exports.open_data.ocds import render

    day = on or today()
    with reading(file) as register:
        released, publisher = released_in(register, day), publisher_with(register, stated)
        providers = {each.id: each for each in register.providers.all()}
    write_out(target, file, lambda: render(released, providers, publisher, day, local_moment()))
    click.echo(f"Wrote {counted(len(released), 'releases')} to “{target}”.")


@desk.command("export-csv")
@click.argument("file", type=FILE)
@click.option("--to", "target", type=FILE, required=True, metavar="CSV")
@click.option("--sheet", default="Register", help="Which sheet of the workbook; Register if not given.")
@click.option("--on", type=DAY, help="As the contracts stand on this day; today if not given.")
def export_csv(file: Path, target: Path, sheet: str, on: date | None) -> None:
    """Write one sheet of the register's workbook as comma-separated text."""
    from exports.csv_register import render

    with reading(file) as register:
        sheets = {each.name.casefold(): each for each in sheets_of(register, on or today())}
    if sheet.casefold() not in sheets:
        raise Refusal(f"There is no sheet “{sheet}”. There are: {', '.join(each.name for each in sheets.values())}.")
    chosen = sheets[sheet.casefold()]
    write_out(target, file, lambda: render(chosen))
    click.echo(f"Wrote {counted(len(chosen.rows), 'rows')} of “{chosen.name}” to “{target}”.")


@desk.command("audit-return")
@click.argument("file", type=FILE)
@click.option("--from", "first", type=DAY, required=True, help="The first day of the period.")
@click.option("--until", "last", type=DAY, required=True, help="Its last day.")
@click.option("--threshold", type=AMOUNT, default=USUAL_THRESHOLD, help="£50,000 if not given.")
@click.option("--to", "target", type=FILE, required=True, metavar="XLSX", help="A name that ends with .csv: as text.")
def audit(file: Path, first: date, last: date, threshold: Pence, target: Path) -> None:
    """Write the extensions, variations and waivers decided in a period for the audit committee."""
    from exports.audit_return import as_csv, as_workbook

    period = Period(first, last)
    with reading(file) as register:
        rows = audit_return(register.contracts.all(), register.decisions.all(), period, threshold)
    is_csv = target.suffix.casefold() == ".csv"
    write_out(target, file, lambda: as_csv(rows) if is_csv else as_workbook(rows, period, threshold))
    click.echo(f"Wrote {counted(len(rows), 'lines')} for {period} to “{target}”.")


@desk.command("pack")
@click.argument("file", type=FILE)
@click.argument("reference", metavar="REF")
@click.option("--to", "target", type=FILE, required=True, metavar="ZIP", help="A name that ends with .pdf: no files.")
@click.option("--on", type=DAY, help="As it stands on this day; today if not given.")
@click.option("--notes", "with_notes", is_flag=True, help="With the officers' own notes.")
@click.option("--with", "letters", type=FILE, multiple=True, metavar="LETTER", help="A file to add; repeatable.")
def pack(
    file: Path, reference: str, target: Path, on: date | None, with_notes: bool, letters: tuple[Path, ...]
) -> None:
    """Write a contract's pack for handover: its document, signed records, returns and letters."""
    from exports.pack.archive import archive
    from exports.pack.document import render
    from exports.pack.facts import PackFile

    day = on or today()
    with reading(file) as register:
        contract = register.contracts.get(reference)
        told, files = pack_in(register, contract, day, with_notes=with_notes), files_in(register, contract)
    files += [PackFile("Letters", each.name, each.read_bytes()) for each in letters]
    is_pdf = target.suffix.casefold() == ".pdf"
    write_out(target, file, lambda: render(told) if is_pdf else archive(contract.reference, render(told), files, day))
    with_files = "" if is_pdf else f" with {counted(len(files), 'files')}"
    click.echo(f"Wrote the pack of {contract.reference}{with_files} to “{target}”.")
