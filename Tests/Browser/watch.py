"""What is looked at on every page: accessibility, size, policy, requests, width."""

import re
from dataclasses import dataclass, field
from importlib import resources
from urllib.parse import urlsplit

AXE = resources.files("axe_playwright_python").joinpath("axe.min.js").read_text()
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
FIRST_LOAD = 80_000
WIDTHS = (390, 1024, 1600)

# Ids in addresses, so that pages of one kind are known as such.
PATTERNS = [
    (re.compile(r"^/people/[^/]+"), "/people/:id"),
    (re.compile(r"^/people/:id/evidence/[^/]+"), "/people/:id/evidence/:entry"),
    (re.compile(r"^/moves/[^/]+"), "/moves/:id"),
    (re.compile(r"^/decisions/[^/]+"), "/decisions/:id"),
    (re.compile(r"^/reviews/[^/]+"), "/reviews/:id"),
    (re.compile(r"^/rooms/[^/]+"), "/rooms/:id"),
    (re.compile(r"^/boards/[^/]+"), "/boards/:id"),
    (re.compile(r"^/boards/:id/cases/[^/]+"), "/boards/:id/cases/:id"),
    (re.compile(r"^/sign-in/[0-9a-f]{64}"), "/sign-in/:secret"),
]


def kind_of(path: str) -> str:
    """The route of an address."""
    path = urlsplit(path).path
    for pattern, name in PATTERNS:
        path = pattern.sub(name, path)
    return path


@dataclass
class Findings:
    """What was found wrong, one line each, and what was seen."""

    wrong: list = field(default_factory=list)
    pages: int = 0
    violations: dict = field(default_factory=lambda: {"light": 0, "dark": 0})
    sizes: dict = field(default_factory=dict)
    rules: dict = field(default_factory=dict)

    def add(self, where: str, what: str):
        line = f"{where}: {what}"
        if line not in self.wrong:
            self.wrong.append(line)

    def join(self, other: "Findings"):
        """Takes over what another browser found."""
        for line in other.wrong:
            if line not in self.wrong:
                self.wrong.append(line)
        self.pages += other.pages
        for scheme, count in other.violations.items():
            self.violations[scheme] += count
        self.sizes |= {place: max(size, self.sizes.get(place, 0)) for place, size in other.sizes.items()}
        for rule, places in other.rules.items():
            self.rules.setdefault(rule, {}).update(places)


class Watch:
    """Follows one browser page and writes down what should not be."""

    def __init__(self, page, site: str, findings: Findings, who: str):
        self.page = page
        self.site = site
        self.findings = findings
        self.who = who
        self.weight = 0
        self.expects_refusal = False
        page.on("console", self.console)
        page.on("pageerror", lambda error: findings.add(self.where(), f"script error: {error}"))
        page.on("request", self.request)
        page.on("response", self.response)

    def where(self) -> str:
        return f"{self.who} {kind_of(self.page.url)}"

    def console(self, message):
        if message.type not in ("error", "warning"):
            return
        if "the server responded with a status of" in message.text and self.expects_refusal:
            return
        self.findings.add(self.where(), f"console {message.type}: {message.text[:200]}")

    def request(self, request):
        parts = urlsplit(request.url)
        if parts.scheme in ("http", "https") and f"{parts.scheme}://{parts.netloc}" != self.site:
            self.findings.add(self.where(), f"request to another host: {parts.netloc}")

    def response(self, response):
        try:
            self.weight += len(response.body())
        except Exception:  # A redirect has no body to ask for.
            pass

    def check(self, label: str):
        """Everything that is asked of a page that is open now."""
        page, findings = self.page, self.findings
        findings.pages += 1
        where = f"{label} {kind_of(page.url)}"
        page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
        page.evaluate(AXE)
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            # Colours that are measured half way through a change are nobody's colours.
            page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
            result = page.evaluate(
                "tags => axe.run({runOnly: {type: 'tag', values: tags}, preload: false, resultTypes: ['violations']})", TAGS
            )
            for violation in result["violations"]:
                findings.violations[scheme] += len(violation["nodes"])
                rule = findings.rules.setdefault(f"{scheme} {violation['id']}", {})
                rule[kind_of(page.url)] = violation["nodes"][0]["html"][:160]
                targets = "; ".join(str(node["target"][0]) for node in violation["nodes"][:3])
                findings.add(where, f"axe {scheme} {violation['id']}: {targets}")
        page.emulate_media(color_scheme="light")
        self.fits(where)
        if not page.evaluate("document.title.trim()"):
            findings.add(where, "no title")

    def fits(self, where: str):
        """Nothing is cut off or has to be scrolled sideways, down to 320 px."""
        size = self.page.viewport_size
        for width in (320, 390):
            self.page.set_viewport_size({"width": width, "height": 844})
            over = self.page.evaluate(
                """() => {
                    const width = document.documentElement.clientWidth
                    if (document.documentElement.scrollWidth <= width) return []
                    return [...document.querySelectorAll('body *')]
                        .filter(one => one.getBoundingClientRect().right > width + 1 && !one.closest('.wide, .unseen'))
                        .slice(0, 3).map(one => one.tagName.toLowerCase() + '.' + one.className)
                }"""
            )
            if over:
                self.findings.add(where, f"wider than {width} px: {', '.join(map(str, over))}")
        self.page.set_viewport_size(size)
