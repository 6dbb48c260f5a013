"""Take the body of an answer, decompressed while it streams and never beyond the limit."""

import zlib
from typing import Protocol

import aiohttp

MAX_BYTES = 2 * 1024 * 1024
"""Counted after decompression."""
CHUNK = 64 * 1024


class TooLargeError(Exception):
    """The document is larger than a feed may be."""


class BrokenBodyError(Exception):
    """The body is compressed in a way that is unknown, or broken."""


class _Decoder(Protocol):
    def decompress(self, data: bytes, max_length: int = ..., /) -> bytes: ...  # pragma: no cover

    @property
    def eof(self) -> bool: ...  # pragma: no cover

    @property
    def unconsumed_tail(self) -> bytes: ...  # pragma: no cover


async def read_body(response: aiohttp.ClientResponse, limit: int = MAX_BYTES) -> bytes:
    """Read a whole body; raises TooLargeError above the limit, BrokenBodyError where it can't be decompressed."""
    coding = response.headers.get("Content-Encoding", "").strip().lower()
    length = response.content_length
    if length is not None and length > limit:
        raise TooLargeError(f"the document has {length} bytes; at most {limit} are read")
    unpack = _Unpacked(limit) if coding in {"", "identity"} else _Packed(coding, limit)
    async for chunk in response.content.iter_chunked(CHUNK):
        unpack.take(chunk)
    return unpack.whole()


class _Unpacked:
    """Gathers a body that is not compressed."""

    def __init__(self, limit: int) -> None:
        self._body = bytearray()
        self._limit = limit

    def take(self, chunk: bytes) -> None:
        """Add what came; raises TooLargeError."""
        self._body += chunk
        if len(self._body) > self._limit:
            raise TooLargeError(f"the document has more than {self._limit} bytes")

    def whole(self) -> bytes:
        """Give all that came."""
        return bytes(self._body)


class _Packed(_Unpacked):
    """Gathers a gzip or deflate body; a bomb is cut off at the limit: it is unpacked piece by piece."""

    def __init__(self, coding: str, limit: int) -> None:
        super().__init__(limit)
        if coding not in {"gzip", "x-gzip", "deflate"}:
            raise BrokenBodyError(f"the body is compressed in a way that was not asked for: {coding[:40]}")
        self._raw_possible = coding == "deflate"
        self._decoder: _Decoder = zlib.decompressobj(wbits=zlib.MAX_WBITS | 32)
        self._came = 0

    def take(self, chunk: bytes) -> None:
        """Unpack what came, piece by piece; raises TooLargeError, BrokenBodyError."""
        self._came += len(chunk)
        if self._came > self._limit:  # a packed body can go on for ever and hold nothing
            raise TooLargeError(f"the document has more than {self._limit} bytes while compressed")
        while chunk and not self._decoder.eof:  # what comes after the end is nobody's document, and is not kept
            piece = self._unpack(chunk)
            super().take(piece)
            chunk = self._decoder.unconsumed_tail

    def _unpack(self, chunk: bytes) -> bytes:
        try:
            piece = self._decoder.decompress(chunk, CHUNK)
        except zlib.error as error:
            if not self._raw_possible:
                raise BrokenBodyError(f"the body can't be decompressed: {error}") from error
        else:
            self._raw_possible = False
            return piece
        # Some servers send deflate without its zlib header.
        self._raw_possible = False
        self._decoder = zlib.decompressobj(wbits=-zlib.MAX_WBITS)
        return self._unpack(chunk)
