"""Timestamps from a service (RFC 3161). Imported only when something is signed: it brings pyHanko."""

from urllib.parse import urlsplit
from urllib.request import Request, urlopen

from asn1crypto import cms, tsp
from pyhanko.sign.timestamps import TimeStamper

from db.rules.refusal import Refusal

_SECONDS = 20
_MOST_BYTES = 200_000


class TimestampService(TimeStamper):
    """A service that says when a signature was there."""

    def __init__(self, address: str) -> None:
        """Name the service by its address.

        Raises:
            Refusal: the address is not of the web.
        """
        super().__init__()  # type: ignore[no-untyped-call]
        if urlsplit(address).scheme not in ("http", "https") or not urlsplit(address).hostname:
            raise Refusal(f"“{address}” is not the address of a timestamp service. It begins with https:// or http://.")
        self._address = address

    async def async_timestamp(self, message_digest: bytes, md_algorithm: str) -> cms.ContentInfo:
        """A timestamp of a digest.

        Raises:
            Refusal: the service cannot be reached, or does not answer with a timestamp.
        """
        try:
            return await super().async_timestamp(message_digest, md_algorithm)
        except OSError as trouble:
            raise self._refused(str(getattr(trouble, "reason", "") or trouble)) from None
        except (ValueError, TypeError, KeyError, AttributeError):
            raise self._refused("its answer is not a timestamp") from None

    async def async_request_tsa_response(self, req: tsp.TimeStampReq) -> tsp.TimeStampResp:
        """Ask the service and read its answer."""
        kinds = {"Content-Type": "application/timestamp-query", "Accept": "application/timestamp-reply"}
        question = Request(self._address, req.dump(), kinds)  # noqa: S310 - the scheme was checked
        with urlopen(question, timeout=_SECONDS) as answer:  # noqa: S310
            return tsp.TimeStampResp.load(answer.read(_MOST_BYTES))

    def _refused(self, reason: str) -> Refusal:
        return Refusal(
            f"The timestamp service {self._address} gave no timestamp ({reason}). Nothing was signed. "
            "Try again later, or sign without a timestamp."
        )
