"""A request of the Bot API as it comes over HTTP: query, form, JSON or multipart."""

import json
from collections.abc import Mapping

from aiohttp import BodyPartReader, web
from yarl import URL

from sandbox.api.parameters import Upload
from sandbox.api.refusals import Refused, bad
from sandbox.wire import Json

MOST_PARAMETERS = 200
LARGEST_UPLOAD = 50 * 2**20

Raw = tuple[Mapping[str, Json], Mapping[str, Upload]]
NO_FILES: Mapping[str, Upload] = {}


async def raw_parameters(request: web.BaseRequest) -> Raw:
    """Read the parameters of a call and the files that came along. Raises Refused."""
    raw: dict[str, Json] = dict(request.query) if request.query_string else {}
    if request.method == "GET":
        return raw, NO_FILES
    kind = request.content_type
    if kind == "multipart/form-data":
        return await multipart(request, raw)
    body = await whole(request)
    if not body:
        return raw, NO_FILES
    if kind == "application/json":
        raw.update(json_object(body))
    else:
        raw.update(form(body))
    return raw, NO_FILES


def form(body: bytes) -> Mapping[str, str]:
    """Read a form. yarl does in C what urllib does letter by letter, which is a sixth of the work."""
    try:
        return URL.build(query_string=body.decode(), encoded=True).query
    except ValueError:
        raise bad("can't parse request parameters") from None


async def whole(request: web.BaseRequest) -> bytes:
    """Read the body. Raises Refused where it is too large."""
    try:
        return await request.read()
    except web.HTTPRequestEntityTooLarge:
        raise Refused(413, "Request Entity Too Large") from None


def json_object(body: bytes) -> dict[str, Json]:
    """Read a JSON body. Raises Refused."""
    try:
        value = json.loads(body)
    except (ValueError, RecursionError):
        raise bad("can't parse JSON object") from None
    if not isinstance(value, dict):
        raise bad("can't parse JSON object")
    return value


async def multipart(request: web.BaseRequest, raw: dict[str, Json]) -> Raw:
    """Read a form with files. Raises Refused."""
    files: dict[str, Upload] = {}
    left = LARGEST_UPLOAD
    try:
        async for part in await request.multipart():
            if not isinstance(part, BodyPartReader) or part.name is None:
                raise bad("can't parse multipart request")
            content = bytearray()
            while chunk := await part.read_chunk(2**16):
                content += chunk
                if len(content) > left:
                    raise Refused(413, "Request Entity Too Large")
            left -= len(content)
            if part.filename is not None:
                kind = part.headers.get("Content-Type", "application/octet-stream").partition(";")[0]
                files[part.name] = Upload(part.filename, kind, bytes(content))
            else:
                raw[part.name] = content.decode()
            if len(raw) + len(files) > MOST_PARAMETERS:
                raise bad("too many parameters")
    except ValueError:
        raise bad("can't parse multipart request") from None
    return raw, files
