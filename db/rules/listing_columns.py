"""The columns of a published register of contracts, in their order, and how editions of the scheme differ.

Source: esd-org-uk/schemas, Contracts/Contracts.json; the Guidance v1.3 beside it. Where the two differ we write what
the table below says, and offer the other:

| | JSON schema | Guidance v1.3 | ours |
|---|---|---|---|
| days | dateTime | DD/MM/YYYY | DD/MM/YYYY |
| amounts | float | two decimals, no commas | two decimals, no commas |
| third column | none | EffectiveDate | none |
| ReviewDate, CharityCommissionNumber | required | where they apply | told as lacking only under the schema |
| ProcessType | two values | adds Other | blank: the register does not hold it |
| VCSESupplierType | Voluntary or Community sector | kinds of body | Voluntary sector for a charity |
"""

from enum import StrEnum

COLUMNS = (
    "OrganisationLabel", "OrganisationURI", "ContractReference", "OpenContractingID", "ContractTitle", "ContractType",
    "OrganisationalUnit", "ServiceCategoryLabel", "ServiceCategoryURI", "Description", "ProcurementCategory",
    "CPVLabel", "CPVCode", "ProclassLabel", "ProclassCode", "StartDate", "EndDate", "ReviewDate", "LastExtensionDate",
    "ContractValue", "FixedCost", "IrrecoverableVAT", "SupplierName", "CompaniesHouseRegistrationNumber",
    "CharityCommissionNumber", "OtherSupplierID", "SMESupplier", "VCSESupplier", "VCSESupplierType", "ContactName",
    "ContactEmail", "ContactURL", "ProcessType", "TenderDocumentURL", "ContractDocumentURL",
    "PerformanceInformationURL", "AreaServedLabel", "AreaServedURI",
)  # fmt: skip
NEEDED = frozenset((
    "ContractReference", "ContractTitle", "OrganisationalUnit", "Description", "StartDate", "EndDate", "ReviewDate",
    "ContractValue", "IrrecoverableVAT", "SupplierName", "CharityCommissionNumber", "SMESupplier", "VCSESupplier",
    "ProcessType",
))  # fmt: skip
"""The columns that the schema requires."""
ONLY_WHERE_THEY_APPLY = frozenset(("ReviewDate", "CharityCommissionNumber"))
"""Columns that the Guidance requires only of contracts and providers that have such a thing."""
WORDS = {
    "ContractReference": "reference", "ContractTitle": "title", "OrganisationalUnit": "department",
    "Description": "service", "StartDate": "first day", "EndDate": "last day", "ReviewDate": "last day to serve notice",
    "ContractValue": "value to the last day", "IrrecoverableVAT": "VAT not recovered", "SupplierName": "provider",
    "CharityCommissionNumber": "charity number", "SMESupplier": "whether the provider is a small or medium business",
    "VCSESupplier": "whether the provider is a voluntary or community body", "ProcessType": "how it was bought",
}  # fmt: skip
"""What an officer calls the columns that the schema requires."""
EFFECTIVE = "EffectiveDate"


class Edition(StrEnum):
    """Which edition of the scheme a file follows where they differ."""

    USUAL = "schema"
    """The schema's columns, with values as the Guidance writes them."""
    GUIDANCE = "guidance"
    """The Guidance's: EffectiveDate after the organisation, and kinds of body for VCSESupplierType."""
    JSON = "json"
    """The schema's columns, with days as dateTime."""


def header_of(edition: Edition) -> tuple[str, ...]:
    """The headings of an edition, in order."""
    return (*COLUMNS[:2], EFFECTIVE, *COLUMNS[2:]) if edition is Edition.GUIDANCE else COLUMNS
