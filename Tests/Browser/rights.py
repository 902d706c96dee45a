"""Role by route by object, through the server as it runs, against the table in rights.csv."""

import csv
import json
import re
import http.cookiejar
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path

from company import PEOPLE

HERE = Path(__file__).parent
ROUTES = HERE.parent.parent / "Sources" / "Web" / "Routes"
TABLE = HERE / "rights.csv"
ROLES = {
    "subject": PEOPLE["person"],
    "manager": PEOPLE["manager"],
    "manager's manager": PEOPLE["manager's manager"],
    "people operations": PEOPLE["people operations"],
    "calibrator": "Zoë Papadakis",
    "representative": PEOPLE["representative"],
    "other team": "Camille Duroc",
    "nobody": None,
}
# What a form needs to say so that rights are asked at all; nothing of it can be done.
FIELDS = {
    "/boards/:board/cases/:id": {"step": "note"},
    "/moves/:move": {"step": "first-view"},
    "/people/:id/rounds": {"step": "accept", "request": "none"},
    "/reviews/:review": {"step": "edit", "version": "0"},
}
COLUMNS = ["method", "route", *ROLES, "unknown"]


class Browser:
    """Somebody's cookies; redirects are answers, not ways to follow."""

    def __init__(self, company, name):
        class Stay(urllib.request.HTTPRedirectHandler):
            def redirect_request(self, *_):
                return None

        self.site = company.site
        jar = http.cookiejar.CookieJar()
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar), Stay())
        if name:
            link = company.link(name)
            assert self.status("POST", urllib.parse.urlsplit(link).path) == 303

    def status(self, method: str, path: str, fields: dict | None = None) -> int:
        return self.ask(method, path, fields)[0]

    def ask(self, method: str, path: str, fields: dict | None = None) -> tuple:
        """Status, and where a redirect leads."""
        request = urllib.request.Request(self.site + path, method=method)
        if method == "POST":
            request.data = urllib.parse.urlencode(fields or {}).encode()
            request.add_header("Content-Type", "application/x-www-form-urlencoded")
            request.add_header("Sec-Fetch-Site", "same-origin")
        try:
            with self.opener.open(request, timeout=300) as answer:
                return answer.status, answer.headers.get("Location")
        except urllib.error.HTTPError as error:
            return error.code, error.headers.get("Location")


def routes_in_code() -> set:
    """Every route that the site adds, by method."""
    found = set()
    for file in sorted(ROUTES.glob("*.swift")):
        # Signing in with a provider is there only where one is set up.
        if file.stem == "ProviderRoutes":
            continue
        text = file.read_text()
        for path in re.findall(r'router\.page\(\s*"([^"]+)"', text):
            found.add(("GET", path))
        for path in re.findall(r'forms\.add\(\s*"([^"]+)"', text):
            found |= {("GET", path), ("POST", path)}
        for path in re.findall(r'forms\.sending\(\s*"([^"]+)"', text):
            found.add(("POST", path))
        for method, path in re.findall(r'\.(get|post|put|delete|patch)\(\s*"([^"]+)"', text):
            if path.startswith("/"):
                found.add((method.upper(), path))
    return found


def last(answer: tuple) -> str:
    assert answer[0] == 303 and answer[1], f"nothing was made: {answer}"
    return urllib.parse.unquote(answer[1].rsplit("/", 1)[1].split("#")[0])


def objects(company, browsers) -> dict:
    """What stands in for each part of a route: something of the subject's, and something that is not of this workspace."""
    ids = company.people()
    subject = ids[PEOPLE["person"]]
    evidence = json.loads(company.run("evidence", "--person", subject, "--json"))
    entry = next(one["id"] for one in evidence if one["state"] != "captured")
    known = {":id": subject, ":entry": entry, ":name": "parity", ":room": "2026 autumn", ":form": "md", ":file": style(browsers["nobody"])}
    known |= {":move": company.move, ":decision": company.decision}
    convened = browsers["people operations"].ask(
        "POST",
        "/boards",
        {"name": "Rights", "calibrators": f"{ROLES['calibrator']}\nhr-306025", "cases": subject},
    )
    begun = browsers["manager"].ask(
        "POST", "/reviews", {"person": subject, "from": "2026-05-01", "to": "2026-09-01"}
    )
    known |= {":board": last(convened), ":review": last(begun), ":secret": "0" * 64}
    unknown = {name: f"elsewhere-{number}" for number, name in enumerate(known)}
    unknown[":form"] = "md"
    return {"known": known, "unknown": unknown}


def style(browser) -> str:
    """The stamped name of the style that every page asks for."""
    with browser.opener.open(browser.site + "/sign-in") as answer:
        return re.search(r'/static/([^"]+\.css)', answer.read().decode()).group(1)


def filled(route: str, parts: dict) -> str:
    for name in sorted(parts, key=len, reverse=True):
        route = re.sub(re.escape(name) + r"(?=/|$)", lambda _: urllib.parse.quote(str(parts[name]), safe=""), route)
    return route


def measure(company) -> list:
    """What the server answers to everybody."""
    browsers = {role: Browser(company, name) for role, name in ROLES.items()}
    things = objects(company, browsers)
    rows = []
    # Whoever signs out is nobody afterwards, so that comes last.
    order = lambda one: (one[1] == "/sign-out", one[1].startswith("/sign-in"), one[1], one[0])
    for method, route in sorted(routes_in_code(), key=order):
        row = {"method": method, "route": route}
        for role, browser in browsers.items():
            row[role] = cell(method, browser.status(method, filled(route, things["known"]), FIELDS.get(route)))
        row["unknown"] = (
            cell(method, browsers["manager"].status(method, filled(route, things["unknown"]), FIELDS.get(route))) if ":" in route else ""
        )
        rows.append(row)
    return rows


def cell(method: str, status: int) -> str:
    """A form that says nothing is taken or sent back to be mended: either way it came to its place."""
    if method == "POST" and status in (303, 400, 415, 422):
        return "form"
    return str(status)


def walk(company, findings, write: bool = False):
    rows = measure(company)
    if write:
        with open(TABLE, "w", newline="") as file:
            writer = csv.DictWriter(file, COLUMNS)
            writer.writeheader()
            writer.writerows(rows)
    with open(TABLE, newline="") as file:
        table = {(row["method"], row["route"]): row for row in csv.DictReader(file)}
    measured = {(row["method"], row["route"]): row for row in rows}
    for place in measured.keys() - table.keys():
        findings.add("rights", f"{' '.join(place)} is not in the table")
    for place in table.keys() - measured.keys():
        findings.add("rights", f"{' '.join(place)} is in the table, but the site has no such route")
    pairs = 0
    for place in measured.keys() & table.keys():
        for column in COLUMNS[2:]:
            pairs += 1
            if measured[place][column] != table[place][column]:
                findings.add(
                    "rights",
                    f"{' '.join(place)} as {column}: {measured[place][column]}, the table says {table[place][column]}",
                )
    for place, row in measured.items():
        for column in COLUMNS[2:]:
            if row[column].startswith("5"):
                findings.add("rights", f"{' '.join(place)} as {column}: {row[column]}")
        # That something exists is told to nobody who may not open it.
        if row["unknown"] in ("403", "404") and row["other team"] in ("403", "404") and row["unknown"] != row["other team"]:
            findings.add("rights", f"{' '.join(place)}: {row['other team']} for what exists, {row['unknown']} for what does not")
    return len(measured), pairs
