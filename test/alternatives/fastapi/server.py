"""Tasks, served by FastAPI after the HTTP contract."""

import os
import socket
import sys
import uuid

import uvicorn
from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse, JSONResponse
from starlette.exceptions import HTTPException
from starlette.status import HTTP_422_UNPROCESSABLE_CONTENT

from body import BodyGuard
from tasks import router

app = FastAPI(title="tasks", docs_url=None, redoc_url=None)
app.include_router(router)
app.add_middleware(BodyGuard)


def problem(status: int, headers: dict[str, str] | None = None, errors: list | None = None):
    body = {"type": "about:blank", "title": f"Error {status}", "status": status}
    body["detail"] = f"The request was refused with {status}."
    if errors is not None:
        body["errors"] = errors
    return JSONResponse(
        body,
        status,
        {"Cache-Control": "no-store", **(headers or {})},
        "application/problem+json",
    )


@app.exception_handler(HTTPException)
async def refused(request: Request, error: HTTPException) -> Response:
    if error.status_code != 405:
        return problem(error.status_code, error.headers)
    allow = allowed(request)
    if request.method == "OPTIONS":
        return Response(status_code=204, headers={"Allow": allow})
    return problem(405, {"Allow": allow})


@app.exception_handler(RequestValidationError)
async def invalid(request: Request, error: RequestValidationError) -> Response:
    kinds = {fault["type"] for fault in error.errors()}
    if "json_invalid" in kinds:
        return problem(400)
    if any(fault["loc"][0] == "path" for fault in error.errors()):
        return problem(404)
    errors = [
        {"pointer": "/" + "/".join(map(str, fault["loc"])), "detail": "is not allowed"}
        for fault in error.errors()
    ]
    return problem(HTTP_422_UNPROCESSABLE_CONTENT, errors=errors)


@app.exception_handler(Exception)
async def unforeseen(request: Request, error: Exception) -> Response:
    return problem(500)


@app.middleware("http")
async def headers(request: Request, call_next):
    given = request.headers.get("x-request-id", "")
    plain = given.isascii() and given.replace(".", "").replace("-", "").replace("_", "").isalnum()
    if "host" not in request.headers:
        response = problem(400)
    else:
        response = await call_next(request)
    response.headers["X-Request-Id"] = given if plain and len(given) <= 64 else uuid.uuid4().hex
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response


@app.api_route("/health/live", methods=["GET", "HEAD"])
def live() -> dict:
    return {"status": "ok"}


@app.get("/docs", include_in_schema=False)
def docs() -> HTMLResponse:
    return HTMLResponse("<h1>tasks</h1><a href='/openapi.json'>OpenAPI</a>")


def allowed(request: Request) -> str:
    """Every method of the path: the router itself names those of one route only."""
    path = request.url.path.removeprefix("/api/v1/tasks")
    return "GET, HEAD, OPTIONS, POST" if path == "" else "DELETE, GET, HEAD, OPTIONS, PATCH, PUT"


def main() -> None:
    host, port = os.environ.get("HOST", "127.0.0.1"), os.environ.get("PORT", "3000")
    if not port.isdigit() or int(port) > 65535:
        sys.exit("PORT must be a port number")
    listener = socket.socket()
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, int(port)))
    except OSError as error:
        sys.exit(f"cannot listen on port {port}: {error.strerror}")
    config = uvicorn.Config(app, server_header=False, log_level="warning")
    uvicorn.Server(config).run([listener])


if __name__ == "__main__":
    main()
