"""What a certificate may be used for."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cryptography import x509

DOCUMENT_SIGNING = "1.3.6.1.5.5.7.3.36"
"""RFC 9336."""

_FOR_DOCUMENTS = {
    DOCUMENT_SIGNING,
    "1.3.6.1.4.1.311.10.3.12",  # Microsoft: document signing
    "1.2.840.113583.1.1.5",  # Adobe: authentic documents
    "1.3.6.1.5.5.7.3.4",  # e-mail, with which personal certificates are issued
    "2.5.29.37.0",  # any
}


def may_sign(certificate: x509.Certificate) -> bool:
    """Whether the key usage allows signatures, or says nothing (RFC 5280, 4.2.1.3)."""
    from cryptography import x509

    try:
        usage = certificate.extensions.get_extension_for_class(x509.KeyUsage).value
    except x509.ExtensionNotFound:
        return True
    return usage.digital_signature or usage.content_commitment


def may_sign_documents(certificate: x509.Certificate) -> bool:
    """Whether the extended key usage includes documents, or says nothing (RFC 5280, 4.2.1.12)."""
    from cryptography import x509

    try:
        usages = certificate.extensions.get_extension_for_class(x509.ExtendedKeyUsage).value
    except x509.ExtensionNotFound:
        return True
    return any(usage.dotted_string in _FOR_DOCUMENTS for usage in usages)
