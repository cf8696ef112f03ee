"""Drive Debian's Chromium over a pipe, as its own tools do: no driver and no port is needed.

with Chromium() as browser:
    page = browser.open("http://127.0.0.1:8740/")
    page.run("document.title")
"""

from __future__ import annotations

import base64
import json
import os
import select
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from time import monotonic
from types import TracebackType
from typing import Any, Self

PATIENCE = 60.0
"""Seconds that an answer may take, where nothing else is said."""
_OPTIONS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-dev-shm-usage",
    "--enable-unsafe-swiftshader",
    "--use-angle=swiftshader",
    "--hide-scrollbars",
    "--no-first-run",
    "--disable-background-networking",
    "--remote-debugging-pipe",
)
# What is against our own security policy has no console message of its own kind.
_WATCH = """
window.faults = [];
addEventListener("securitypolicyviolation", (e) => faults.push(`${e.violatedDirective}: ${e.blockedURI}`));
addEventListener("error", (e) => faults.push(e.message || `${e.target.src || e.target.href} is not there`), true);
const { error } = console;
console.error = (...told) => { faults.push(told.join(" ")); error(...told); };
addEventListener("unhandledrejection", (e) => faults.push(String(e.reason)));
"""


def program() -> str | None:
    """Return Chromium's path, if it is installed."""
    return shutil.which("chromium") or shutil.which("chromium-browser")


class Chromium:
    """A browser that runs as long as it is open."""

    def __init__(self, patience: float = PATIENCE) -> None:
        self._patience = patience

    def __enter__(self) -> Self:
        self._home = tempfile.mkdtemp(prefix="dateline-chromium-")
        theirs_in, self._out = os.pipe()
        self._in, theirs_out = os.pipe()
        self._number, self._rest, self._told = 0, b"", list[dict[str, Any]]()
        # Chromium reads descriptor 3 and writes 4, whatever numbers ours have.
        command = f'exec "$@" 3<&{theirs_in} 4>&{theirs_out}'
        arguments = [str(program()), *_OPTIONS, f"--user-data-dir={self._home}"]
        self._process = subprocess.Popen(
            ["bash", "-c", command, "chromium", *arguments],
            pass_fds=(theirs_in, theirs_out),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(theirs_in)
        os.close(theirs_out)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        problem: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._process.terminate()
        self._process.wait(PATIENCE)
        os.close(self._out)
        os.close(self._in)
        shutil.rmtree(self._home, ignore_errors=True)

    def page(self, width: int = 1440, height: int = 900, *, dark: bool = False) -> Page:
        """Return an empty page of this size."""
        target = self.ask("Target.createTarget", url="about:blank")["targetId"]
        attached = self.ask("Target.attachToTarget", targetId=target, flatten=True)
        page = Page(self, attached["sessionId"])
        for domain in ("Page", "Runtime"):
            page.ask(f"{domain}.enable")
        page.ask("Page.addScriptToEvaluateOnNewDocument", source=_WATCH)
        page.size(width, height)
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        page.ask("Emulation.setEmulatedMedia", features=[scheme])
        return page

    def ask(self, method: str, session: str | None = None, **values: Any) -> dict[str, Any]:
        """Return the answer to a command of the DevTools protocol."""
        self._number += 1
        message = {"id": self._number, "method": method, "params": values}
        if session:
            message["sessionId"] = session
        os.write(self._out, json.dumps(message).encode() + b"\0")
        for answer in self._messages():
            if answer.get("id") == self._number:
                assert "error" not in answer, (method, answer["error"])
                found: dict[str, Any] = answer["result"]
                return found
            self._told.append(answer)
        raise AssertionError(f"{method} was not answered")

    def wait(self, method: str, session: str) -> dict[str, Any]:
        """Return what an event that comes, or has come, says."""
        for held in self._told:
            if held.get("method") == method and held.get("sessionId") == session:
                self._told.remove(held)
                return dict(held["params"])
        for told in self._messages():
            if told.get("method") == method and told.get("sessionId") == session:
                return dict(told["params"])
            self._told.append(told)
        raise AssertionError(f"{method} did not come")

    def _messages(self) -> Iterator[dict[str, Any]]:
        """Yield what the browser says, until it is silent for too long."""
        until = monotonic() + self._patience
        while monotonic() < until:
            while b"\0" in self._rest:
                first, _, self._rest = self._rest.partition(b"\0")
                yield json.loads(first)
            if select.select([self._in], [], [], 0.5)[0]:
                data = os.read(self._in, 1 << 20)
                assert data, "Chromium has ended"
                self._rest += data


class Page:
    """A page of the browser."""

    def __init__(self, browser: Chromium, session: str) -> None:
        self._browser, self._session = browser, session

    def ask(self, method: str, **values: Any) -> dict[str, Any]:
        """Return the answer to a command on this page."""
        return self._browser.ask(method, self._session, **values)

    def size(self, width: int, height: int) -> None:
        """Make the page so large, as a phone shows it where it is narrow."""
        self.ask(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=1,
            mobile=width < 500,
        )

    def open(self, address: str) -> Self:
        """Go to an address and wait until all is loaded."""
        self._browser._told.clear()
        self.ask("Page.bringToFront")  # what is behind another page is not painted
        self.ask("Page.navigate", url=address)
        self._browser.wait("Page.loadEventFired", self._session)
        return self

    def leave(self, script: str) -> Self:
        """Run what leads to another page, and wait until all of that is loaded."""
        self._browser._told.clear()
        self.run(script)
        self._browser.wait("Page.loadEventFired", self._session)
        return self

    def run(self, script: str) -> Any:
        """Return what an expression comes to; a promise is waited for."""
        answer = self.ask(
            "Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True
        )
        assert "exceptionDetails" not in answer, answer["exceptionDetails"]
        return answer["result"].get("value")

    def until(self, script: str) -> Self:
        """Wait until an expression holds."""
        self.run(
            "new Promise((done, fail) => { const end = Date.now() + 50000;"
            f" (function look() {{ if ({script}) done(); else if (Date.now() > end)"
            f" fail(new Error({json.dumps(script)}"
            " + ' does not come to hold')); else setTimeout(look, 50); })(); })"
        )
        return self

    def click(self, x: float, y: float) -> None:
        """Click where somebody points."""
        for kind in ("mouseMoved", "mousePressed", "mouseReleased"):
            held = {} if kind == "mouseMoved" else {"button": "left", "clickCount": 1}
            self.ask("Input.dispatchMouseEvent", type=kind, x=x, y=y, **held)

    def press(self, key: str) -> None:
        """Press a key."""
        known = {"Tab": (9, ""), "Enter": (13, "\r")}
        code, text = known[key]
        self.ask(
            "Input.dispatchKeyEvent",
            type="keyDown",
            key=key,
            code=key,
            windowsVirtualKeyCode=code,
            text=text,
        )
        self.ask("Input.dispatchKeyEvent", type="keyUp", key=key, code=key)

    def faults(self) -> Sequence[str]:
        """Return what went wrong on the page: errors of scripts, what the policy forbade."""
        found: list[str] = self.run("window.faults")
        return found

    def picture(self, *, whole: bool = False) -> bytes:
        """Return the page as PNG."""
        shot = self.ask("Page.captureScreenshot", captureBeyondViewport=whole, format="png")
        return base64.b64decode(shot["data"])
