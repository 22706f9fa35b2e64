"""What registers call their columns."""

import pytest

from db.incoming.fields import Field, field_of
from tests.incoming.makings import LGA

CALLED = {
    Field.REFERENCE: (
        "Contract Reference number / ID", "Contract Reference Number", "REFERENCE_NUMBER", "CONTRACT_REF", "Ref",
        "Contract reference", "Reference number", "ContractReference", "Contract ID", "Contract No.", "Unique ref no",
        "Contract Ref.", "Contract #", "Contract code",
    ),
    Field.TITLE: (
        "Title of the Agreement", "CONTRACT_TITLE", "CONTRACT_NAME", "Title", "Title of agreement", "Contract title",
        "Name of contract", "ContractTitle", "Contract name/title", "contractname",
    ),
    Field.PROVIDER: (
        "Supplier name", "Supplier Name", "SUPPLIER_NAME", "WINNING_BIDDER", "Other parties to the contract",
        "Supplier(s)", "Contractor", "Provider", "Name of supplier", "SupplierName", "Suppliers", "Supplier's name",
        "Successful Supplier", "Recipient Name", "Awardee", "Supplier (Beneficiary) Name", "suppliername",
    ),
    Field.START: (
        "Contract start date", "Start Date", "CONTRACT_START_DATE", "StartDate", "Commencement date", "Start",
        "Date from", "Contract commences",
    ),
    Field.END: (
        "End date", "Contract end date", "CONTRACT_CURRENT_END_DATE", "CURRENT_END_DATE", "EndDate", "Expiry date",
        "End", "Contract expiry", "Finish date", "Original end date",
        "end_dt", "Ends on",
    ),
    Field.MAXIMUM_END: (
        "MAXIMUM_CONTRACT_END_DATE", "Maximum end date", "LastExtensionDate", "End date including extensions",
        "Latest possible end date", "Max end date (incl. extensions)", "Final expiry date",
    ),
    Field.REVIEW: ("Review date", "ReviewDate", "Date of next review", "Contract review date"),
    Field.VALUE: (
        "Contract value", "Amount", "CONTRACT_AWARD_VALUE", "CURRENT_VALUE", "ContractValue",
        "Estimated contract value", "amt", "POAmount",
        "Sum to be paid over the length of the contract or estimated annual spending", "Total contract value (£)",
    ),
    Field.ANNUAL_VALUE: ("ESTIMATED_ANNUAL_VALUE", "Annual value", "Value per annum", "Annual contract value"),
    Field.SERVICE: (
        "Local authority directorate/service responsible", "Organisational Unit", "Entity", "Department",
        "OrganisationalUnit", "Service area", "Directorate", "Department responsible",
    ),
    Field.MANAGER: ("Contract manager", "Contract owner", "Lead officer", "Responsible officer", "Contract Officer"),
    Field.CONTACT: ("ContactName", "ContactEmail", "Contact e-mail", "Supplier contact", "Telephone"),
    Field.COMPANY_NUMBER: (
        "CompaniesHouseRegistrationNumber", "Company registration number", "Companies House number", "Company number",
    ),
    Field.CHARITY_NUMBER: ("CharityCommissionNumber", "Charity number", "Charity registration number"),
    Field.CATEGORY: ("Category", "ProcurementCategory", "Procurement category", "CPVLabel", "ServiceCategoryLabel"),
    Field.NOTES: (
        "Notes", "Comments", "Description of the goods and/or services", "Description", "Remarks",
        "Extended description", "Extension comments", "Purpose of spend",
    ),
}  # fmt: skip
NOTHING = (
    "Contract completion date", "Award date", "Date signed", "Irrecoverable VAT", "IrrecoverableVAT", "CPVCode",
    "SMESupplier", "VCSESupplier", "OrganisationURI", "ContractDocumentURL", "OtherSupplierID", "Effective Date",
    "Start, end and review dates", "Notice type", "ProcessType", "Colour", "",
    "dlpStartDate", "Warranty end date", "Bid start date", "beneficialOwner", "Contact country",
    "Cost element", "Cost centre", "Total contract months", "Value band", "cost_variance_pct", "owner_org",
    "unique_entity_identifier", "entity_city", "is_red_flag_entity",
)  # fmt: skip


@pytest.mark.parametrize(("heading", "field"), [(each, field) for field, several in CALLED.items() for each in several])
def test_a_heading_names_its_field(heading: str, field: Field) -> None:
    assert field_of(heading)[0] is field


@pytest.mark.parametrize("heading", ["Extension Period", "Extension Period Months", "CONTRACT_EXTENDABLE",
                                     "CONTRACT_EXTENDED", "Extension options", "Option to extend"])  # fmt: skip
def test_what_an_extension_column_tells_is_decided_by_what_it_holds(heading: str) -> None:
    assert field_of(heading)[0] is Field.EXTENSION_END


@pytest.mark.parametrize("heading", NOTHING)
def test_what_only_sounds_like_a_field_names_none(heading: str) -> None:
    assert field_of(heading)[0] is None


def test_every_column_of_the_published_schema_that_a_contract_has_is_known() -> None:
    assert {field for each in LGA if (field := field_of(each)[0])} >= {
        Field.REFERENCE, Field.TITLE, Field.PROVIDER, Field.START, Field.END, Field.REVIEW, Field.MAXIMUM_END,
        Field.VALUE, Field.SERVICE, Field.COMPANY_NUMBER, Field.CHARITY_NUMBER, Field.CONTACT, Field.NOTES,
        Field.CATEGORY,
    }  # fmt: skip


def test_of_several_sums_the_one_that_only_changed_the_value_is_the_least_sure() -> None:
    sure = {
        each: field_of(each)[1] for each in ("amendment_value", "Invoiced amount", "original_value", "Contract value")
    }
    assert sorted(sure, key=lambda each: sure[each])[2:] == ["original_value", "Contract value"]
