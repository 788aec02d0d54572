"""A headless browser for tests, driven over a pipe: no library, no port, no network.

The protocol is Chrome's DevTools', a JSON message ended by NUL on file descriptors 3 and 4.
"""

import contextlib
import fcntl
import itertools
import json
import os
import shutil
import signal
import subprocess
import time
from collections import deque
from collections.abc import Iterator
from pathlib import Path
from typing import Any

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
INSTALL = 130  # seconds that each of two steps of installing it may take: a test has 300
WAIT = 60  # seconds until a browser that says nothing is given up


def find() -> str | None:
    """The browser's path; in CI it is installed where it is missing and a registry is at hand."""
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    if found or not os.environ.get("CI") or not shutil.which("apt-get") or os.geteuid():
        return found
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    packages = ["chromium", "fonts-noto-cjk"]
    for command in (["update", "-qq"], ["install", "-qq", "-y", "--no-install-recommends"]):
        more = packages if command[0] == "install" else []
        try:
            subprocess.run(
                ["apt-get", *command, *more], check=True, env=environment, timeout=INSTALL
            )
        except (subprocess.CalledProcessError, subprocess.TimeoutExpired):
            return None
    return shutil.which("chromium")


class Browser:
    """A page of a headless browser, and what went wrong in it."""

    def __init__(self, program: str, profile: Path) -> None:
        ours, theirs = os.pipe(), os.pipe()  # to the browser, from it
        # Copies with high numbers: 3 and 4 must not be one of them.
        read = fcntl.fcntl(ours[0], fcntl.F_DUPFD_CLOEXEC, 100)
        write = fcntl.fcntl(theirs[1], fcntl.F_DUPFD_CLOEXEC, 100)
        arguments = [
            program,
            "--headless=new",
            "--no-sandbox",  # as root, in a container
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--no-first-run",
            "--hide-scrollbars",
            f"--user-data-dir={profile}",
            "--remote-debugging-pipe",
            "about:blank",
        ]
        self._process = os.posix_spawn(
            program,
            arguments,
            os.environ,
            file_actions=[
                (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0),
                (os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0),
                (os.POSIX_SPAWN_DUP2, read, 3),
                (os.POSIX_SPAWN_DUP2, write, 4),
            ],
        )
        for one in (ours[0], theirs[1], read, write):
            os.close(one)
        self._to, self._from = ours[1], theirs[0]
        os.set_blocking(self._from, False)
        self._numbers, self._rest = itertools.count(1), b""
        self._waiting: deque[dict[str, Any]] = deque()
        self._session: str | None = None
        self.problems: list[str] = []
        self.requests: list[str] = []
        self._loaded = False
        (target,) = (
            one for one in self.ask("Target.getTargets")["targetInfos"] if one["type"] == "page"
        )
        attached = self.ask("Target.attachToTarget", targetId=target["targetId"], flatten=True)
        self._session = attached["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.ask(f"{domain}.enable")

    def close(self) -> None:
        with contextlib.suppress(OSError):
            os.close(self._to)
        os.kill(self._process, signal.SIGTERM)
        os.waitpid(self._process, 0)
        os.close(self._from)

    def ask(self, method: str, **parameters: Any) -> dict[str, Any]:
        """Send a command and return its result."""
        number = next(self._numbers)
        message: dict[str, Any] = {"id": number, "method": method, "params": parameters}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._to, json.dumps(message).encode() + b"\0")
        for answer in self._messages():
            if answer.get("id") == number:
                assert "error" not in answer, answer
                return answer["result"]
        raise AssertionError("the browser went away")

    def open(self, path: Path) -> None:
        """Load a file and wait until it is there."""
        self._loaded = False
        self.ask("Page.navigate", url=path.resolve().as_uri())
        messages = self._messages()
        while not self._loaded:
            assert next(messages, None), f"{path} did not load in {WAIT} seconds"
        assert self.run("location.href.split('#')[0]") == path.resolve().as_uri()

    def run(self, code: str) -> Any:
        """Return what an expression is, as JSON has it."""
        result = self.ask("Runtime.evaluate", expression=code, returnByValue=True)
        assert "exceptionDetails" not in result, result["exceptionDetails"]
        return result["result"].get("value")

    def press(self, key: str, code: int, text: str = "") -> None:
        """Press a key."""
        known = {"key": key, "code": key, "windowsVirtualKeyCode": code}
        self.ask("Input.dispatchKeyEvent", type="keyDown", text=text, **known)
        self.ask("Input.dispatchKeyEvent", type="keyUp", **known)

    def show(self, width: int, height: int, scheme: str = "light", scale: float = 1) -> None:
        """Set the window's size and whether it is light or dark."""
        self.ask(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=scale,
            mobile=width < 600,
        )
        self.ask(
            "Emulation.setEmulatedMedia",
            features=[{"name": "prefers-color-scheme", "value": scheme}],
        )

    def picture(self) -> str:
        """Return what the window shows: a WebP in base64."""
        return str(self.ask("Page.captureScreenshot", format="webp", quality=80)["data"])

    def _messages(self) -> Iterator[dict[str, Any]]:
        until = time.monotonic() + WAIT
        while time.monotonic() < until:
            if self._waiting:
                message = self._waiting.popleft()
                self._notice(message)
                yield message
                continue
            try:
                read = os.read(self._from, 1 << 16)
            except BlockingIOError:
                time.sleep(0.005)
                continue
            if not read:
                return
            *messages, self._rest = (self._rest + read).split(b"\0")
            # Kept: who waits for an answer leaves what came along with it to the next.
            self._waiting.extend(map(json.loads, messages))

    def _notice(self, message: dict[str, Any]) -> None:
        method, said = message.get("method"), message.get("params", {})
        if method == "Page.loadEventFired":
            self._loaded = True
        elif method == "Runtime.exceptionThrown":
            self.problems.append(str(said["exceptionDetails"]))
        elif method == "Runtime.consoleAPICalled" and said["type"] in ("error", "warning"):
            self.problems.append(str(said["args"]))
        elif method == "Log.entryAdded" and said["entry"]["level"] in ("error", "warning"):
            self.problems.append(str(said["entry"]))
        elif method == "Network.requestWillBeSent":
            self.requests.append(said["request"]["url"])
