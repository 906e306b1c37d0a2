"""The tasks: what they are, and the routes that serve them."""

from datetime import datetime, timezone
from threading import Lock
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, HTTPException, Path, Query, Request, Response
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StrictBool, StrictInt, StrictStr
from starlette.status import HTTP_422_UNPROCESSABLE_CONTENT


def clean(value):
    if not isinstance(value, str):
        return value
    if "\0" in value:
        raise ValueError("NUL")
    return value.strip()


Title = Annotated[StrictStr, BeforeValidator(clean), Field(min_length=1, max_length=200)]
Priority = Annotated[StrictInt, Field(ge=1, le=5)]
Sort = Literal[
    "id", "title", "priority", "created_at", "updated_at",
    "-id", "-title", "-priority", "-created_at", "-updated_at",
]  # fmt: skip


class TaskInput(BaseModel):
    model_config = ConfigDict(extra="forbid")
    title: Title
    priority: Priority = 3
    completed: StrictBool = False


class TaskPatch(BaseModel):
    model_config = ConfigDict(extra="forbid")
    title: Title = ""
    priority: Priority = 3
    completed: StrictBool = False


class ListQuery(BaseModel):
    model_config = ConfigDict(extra="forbid")
    limit: Annotated[int, BeforeValidator(lambda text: digits(text)), Field(ge=1, le=100)] = 20
    offset: Annotated[int, BeforeValidator(lambda text: digits(text)), Field(ge=0)] = 0
    sort: Sort = "id"
    title: str | None = None
    completed: Literal["true", "false"] | None = None


def digits(text):
    if isinstance(text, str) and not (text.isascii() and text.isdigit()):
        raise ValueError("no whole number")
    return text


def single(request: Request) -> None:
    names = [name for name, _ in request.query_params.multi_items()]
    if len(names) != len(set(names)):
        raise HTTPException(HTTP_422_UNPROCESSABLE_CONTENT)


TaskId = Annotated[str, Path(pattern=r"^[1-9]\d{0,15}$")]
router = APIRouter(prefix="/api/v1/tasks")
lock = Lock()
tasks: dict[int, dict] = {}
last_id = 0


@router.head("")
@router.get("", dependencies=[Depends(single)])
def read_list(query: Annotated[ListQuery, Query()]) -> dict:
    with lock:
        found = list(tasks.values())
    if query.title is not None:
        found = [task for task in found if task["title"] == query.title.strip()]
    if query.completed is not None:
        found = [task for task in found if task["completed"] == (query.completed == "true")]
    name = query.sort.lstrip("-")
    found.sort(key=lambda task: task["id"])
    found.sort(key=lambda task: task[name], reverse=query.sort.startswith("-"))
    page = found[query.offset : query.offset + query.limit]
    return {"items": page, "total": len(found), "limit": query.limit, "offset": query.offset}


@router.post("", status_code=201)
def create(task: TaskInput, response: Response) -> dict:
    global last_id
    with lock:
        refuse_taken(task.title, None)
        last_id += 1
        stored = {"id": last_id, **task.model_dump(), "created_at": now(), "updated_at": now()}
        tasks[last_id] = stored
    response.headers["Location"] = f"/api/v1/tasks/{stored['id']}"
    return stored


@router.head("/{task_id}", responses={404: {}})
@router.get("/{task_id}", responses={404: {}})
def read(task_id: TaskId) -> dict:
    return find(task_id)


@router.put("/{task_id}", responses={404: {}})
def replace(task_id: TaskId, task: TaskInput) -> dict:
    return change(task_id, task.model_dump())


@router.patch("/{task_id}", responses={404: {}})
def amend(task_id: TaskId, patch: TaskPatch) -> dict:
    return change(task_id, patch.model_dump(exclude_unset=True))


@router.delete("/{task_id}", status_code=204, responses={404: {}})
def remove(task_id: TaskId) -> None:
    with lock:
        if tasks.pop(int(task_id), None) is None:
            raise HTTPException(404)


def find(task_id: str) -> dict:
    if int(task_id) not in tasks:
        raise HTTPException(404)
    return tasks[int(task_id)]


def change(task_id: str, fields: dict) -> dict:
    with lock:
        task = find(task_id)
        wanted = {**task, **fields}
        if wanted == task:
            return task
        if task["completed"] and wanted["completed"]:
            raise HTTPException(409)
        refuse_taken(wanted["title"], task["id"])
        wanted["updated_at"] = now()
        tasks[task["id"]] = wanted
        return wanted


def refuse_taken(title: str, owner: int | None) -> None:
    if any(task["title"] == title and task["id"] != owner for task in tasks.values()):
        raise HTTPException(409)


def now() -> str:
    return datetime.now(timezone.utc).isoformat(timespec="milliseconds").replace("+00:00", "Z")
