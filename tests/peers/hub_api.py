"""A local stand-in for the Hugging Face hub's HTTP API: what an upload needs, and strict about it."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import yaml

TOKEN = "hf_" + "x" * 20


class Hub(ThreadingHTTPServer):
    """Holds repositories in memory: `repos[name]` has `private` and `files`, content by path."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.repos: dict[str, dict[str, Any]] = {}
        self.objects: dict[str, bytes] = {}  # LFS, by SHA-256
        self.commits: list[str] = []

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


@contextmanager
def hub() -> Iterator[Hub]:
    server = Hub()
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class _Handler(BaseHTTPRequestHandler):
    server: Hub

    def log_message(self, format: str, *args: object) -> None:
        pass

    def _answer(self, status: int, body: object) -> None:
        content = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def _body(self) -> bytes:
        if "chunked" not in self.headers.get("Transfer-Encoding", ""):
            return self.rfile.read(int(self.headers.get("Content-Length", 0)))
        parts = []
        while size := int(self.rfile.readline(), 16):
            parts.append(self.rfile.read(size))
            self.rfile.readline()
        self.rfile.readline()
        return b"".join(parts)

    def _refused(self) -> bool:
        if self.headers.get("Authorization") == f"Bearer {TOKEN}":
            return False
        self._body()
        self._answer(401, {"error": "Invalid username or password."})
        return True

    def do_GET(self) -> None:
        if self._refused():
            return None
        match = re.fullmatch(r"/api/models/([^/]+/[^/?]+)(?:/revision/main)?(?:\?.*)?", self.path)
        repo = self.server.repos.get(match[1]) if match else None
        if match is None or repo is None:
            return self._answer(404, {"error": "Repository not found"})
        siblings = [{"rfilename": name} for name in repo["files"]]
        return self._answer(200, {"id": match[1], "private": repo["private"], "sha": "0" * 40, "siblings": siblings})

    def do_POST(self) -> None:
        if self._refused():
            return None
        body = self._body()
        if self.path == "/api/repos/create":
            return self._create(json.loads(body))
        if self.path == "/api/validate-yaml":
            return self._answer(200, {"warnings": [], "errors": _problems(json.loads(body)["content"])})
        if match := re.fullmatch(r"/api/models/([^/]+/[^/]+)/preupload/main", self.path):
            files = [
                {
                    "path": file["path"],
                    "uploadMode": "lfs" if file["path"].endswith((".safetensors", ".png")) else "regular",
                    "shouldIgnore": False,
                    "oid": None,
                }
                for file in json.loads(body)["files"]
            ]
            return self._answer(200, {"files": files})
        if match := re.fullmatch(r"/([^/]+/[^/]+)\.git/info/lfs/objects/batch", self.path):
            asked = json.loads(body)
            objects = [
                {**item, "actions": {"upload": {"href": f"{self.server.address}/lfs/{item['oid']}"}}}
                for item in asked["objects"]
            ]
            return self._answer(200, {"transfer": "basic", "objects": objects})
        if match := re.fullmatch(r"/api/models/([^/]+/[^/]+)/commit/main", self.path):
            return self._commit(match[1], body)
        return self._answer(404, {"error": f"no such route: {self.path}"})

    def do_PUT(self) -> None:
        content = self._body()
        wanted = self.path.removeprefix("/lfs/")
        if hashlib.sha256(content).hexdigest() != wanted:
            return self._answer(400, {"error": "the content is not what was announced"})
        self.server.objects[wanted] = content
        return self._answer(200, {})

    def _create(self, asked: dict[str, Any]) -> None:
        name = f"{asked.get('organization') or 'someone'}/{asked['name']}"
        address = f"{self.server.address}/{name}"
        if name in self.server.repos:
            return self._answer(409, {"error": "You already created this model repo", "url": address})
        private = asked.get("private", False) or asked.get("visibility") == "private"
        self.server.repos[name] = {"private": private, "files": {}}
        return self._answer(200, {"url": address, "name": name})

    def _commit(self, name: str, body: bytes) -> None:
        lines = [json.loads(line) for line in body.splitlines() if line]
        files = self.server.repos[name]["files"]
        for line in lines:
            value = line["value"]
            if line["key"] == "header":
                self.server.commits.append(value["summary"])
            elif line["key"] == "file":
                assert value["encoding"] == "base64"
                files[value["path"]] = base64.b64decode(value["content"])
            elif line["key"] == "lfsFile":
                if value["oid"] not in self.server.objects:
                    return self._answer(400, {"error": "an object was never uploaded"})
                files[value["path"]] = self.server.objects[value["oid"]]
            else:
                return self._answer(400, {"error": f"what is a {line['key']}?"})
        address = f"{self.server.address}/{name}/commit/{'1' * 40}"
        return self._answer(200, {"success": True, "commitOid": "1" * 40, "commitUrl": address, "hookOutput": ""})


def _problems(card: str) -> list[dict[str, str]]:
    """What the hub would refuse in a card's front matter; a card may have none."""
    if not card.startswith("---\n"):
        return []
    facts = yaml.safe_load(card.split("---\n")[1])
    if not isinstance(facts, dict):
        return [{"message": "the front matter is not a mapping"}]
    text = {"language", "thumbnail", "pipeline_tag", "library_name", "base_model", "license"}
    wrong = [name for name in text & facts.keys() if not isinstance(facts[name], str)]
    return [{"message": f'"{name}" must be a string'} for name in wrong]
