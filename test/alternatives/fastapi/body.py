"""What is asked of a body before anything parses it."""

import json

LIMIT = 100 * 1024


class BodyGuard:
    """ASGI middleware: JSON in UTF-8 of at most 100 KiB, or a refusal."""

    def __init__(self, app):
        self.app = app

    async def __call__(self, scope, receive, send):
        if scope["type"] != "http" or scope["method"] not in ("POST", "PUT", "PATCH"):
            return await self.app(scope, receive, send)
        headers = {name.decode("latin1"): value.decode("latin1") for name, value in scope["headers"]}
        status = refuse_type(headers.get("content-type", ""))
        length = headers.get("content-length", "0")
        if status is None and (not length.isdigit() or int(length) > LIMIT):
            status = 413
        body = b"" if status else await read(receive)
        if status is None:
            status = 413 if len(body) > LIMIT else refuse_text(body)
        if status is not None:
            return await refuse(send, status)
        messages = [{"type": "http.request", "body": body, "more_body": False}]

        async def replay():
            return messages.pop() if messages else await receive()

        await self.app(scope, replay, send)


def refuse_type(content_type: str) -> int | None:
    media, *parameters = [part.strip() for part in content_type.lower().replace('"', "").split(";")]
    charsets = [part for part in parameters if part.startswith("charset=")]
    return None if media == "application/json" and charsets in ([], ["charset=utf-8"]) else 415


async def read(receive) -> bytes:
    body = b""
    while len(body) <= LIMIT:
        message = await receive()
        body += message.get("body", b"")
        if not message.get("more_body"):
            break
    return body


def refuse_text(body: bytes) -> int | None:
    """Python's parser takes NaN, and lone surrogates that no answer can hold."""
    try:
        value = json.loads(body.decode("utf-8"), parse_constant=int)
        json.dumps(value, ensure_ascii=False).encode("utf-8")
    except (ValueError, RecursionError):
        return 400
    return None


async def refuse(send, status: int) -> None:
    body = {"type": "about:blank", "title": f"Error {status}", "status": status}
    content = json.dumps({**body, "detail": "The body was refused."}).encode()
    headers = {
        "content-type": "application/problem+json",
        "content-length": str(len(content)),
        "cache-control": "no-store",
        "x-content-type-options": "nosniff",
        "connection": "close",
    }
    pairs = [(name.encode(), value.encode()) for name, value in headers.items()]
    await send({"type": "http.response.start", "status": status, "headers": pairs})
    await send({"type": "http.response.body", "body": content})
