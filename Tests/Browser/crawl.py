"""Every page that a role finds by following links: all are fetched, one of each shape is looked at in the browser.

A shape is a route with the sections and forms that stand on it, so that a page which one role sees otherwise than another is
looked at for both, and a hundred pages that differ by their words alone are looked at once.
"""

import html
import http.cookiejar
import multiprocessing
import re
import urllib.error
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import urldefrag, urljoin, urlsplit

from playwright.sync_api import sync_playwright

from watch import FIRST_LOAD, WIDTHS, Findings, Watch, kind_of


class Explorer:
    """Somebody who is signed in and follows links, without a browser."""

    def __init__(self, site: str, link: str):
        self.site = site
        self.jar = http.cookiejar.CookieJar()
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self.jar))
        request = urllib.request.Request(link, data=b"", method="POST", headers={"Sec-Fetch-Site": "same-origin"})
        self.opener.open(request, timeout=120).read()
        self.cookies = [{"name": one.name, "value": one.value, "url": site} for one in self.jar]

    def get(self, path: str) -> tuple:
        try:
            with self.opener.open(self.site + path, timeout=300) as answer:
                return answer.status, answer.read()
        except urllib.error.HTTPError as error:
            return error.code, error.read()

    def explore(self, most: int) -> list:
        """(path, status, text) of at most so many pages of one kind, the first found first."""
        waiting, seen, counts, found = ["/"], {"/"}, {}, []
        while waiting:
            path = waiting.pop(0)
            kind = kind_of(path)
            if counts.get(kind, 0) >= most:
                continue
            counts[kind] = counts.get(kind, 0) + 1
            status, body = self.get(path)
            text = body.decode("utf-8", "replace")
            found.append((path, status, text))
            for one in re.findall(r'<a\b[^>]*\bhref="([^"]*)"', text):
                address = urldefrag(urljoin(self.site + path, html.unescape(one)))[0]
                parts = urlsplit(address)
                path_of = address[len(self.site):] or "/"
                if f"{parts.scheme}://{parts.netloc}" != self.site or path_of in seen or is_file(path_of):
                    continue
                seen.add(path_of)
                waiting.append(path_of)
        return found

    def first_load(self, text: str, sizes: dict) -> int:
        """Bytes of a page with all that it asks for."""
        asked = set(re.findall(r'<(?:link|script|img|source)\b[^>]*?(?:href|src)="(/[^"]+)"', text))
        for path in asked.difference(sizes):
            sizes[path] = len(self.get(path)[1])
        return len(text.encode()) + sum(sizes[path] for path in asked)


def shape(path: str, text: str) -> tuple:
    """What stands on a page, without its words."""
    main = text.split("<main", 1)[-1]
    sections = set(re.findall(r'<section[^>]*aria-labelledby="([^"]+)"', main))
    classes = {one for some in re.findall(r'class="([^"]+)"', main) for one in some.split()}
    steps = set(re.findall(r'<(?:button|input)[^>]*name="([a-z-]+)"', main))
    # Numbered places are one place.
    plain = {re.sub(r"[0-9].*", "", one) for one in sections | steps}
    return kind_of(path), tuple(sorted(plain)), tuple(sorted(classes & KEPT))


# Classes that change what a page looks like; the others come with words.
KEPT = {
    "pair", "prep", "draft", "record", "clock", "crossing", "compare", "findings", "complaint", "timeline", "reports", "cues", "card",
    "calm", "wide", "talk", "letter", "legend", "plot", "waiting-list", "entry-door", "late", "none", "waits",
}


def crawl(site: str, links: dict, findings: Findings, chromium: str, most: int, pictures=None, workers: int = 2) -> dict:
    """Explores as each role, then looks at one page of each shape; answers with how many pages each role found."""
    explorers = {who: Explorer(site, link) for who, link in links.items()}
    with ThreadPoolExecutor(len(explorers)) as pool:
        found = dict(zip(explorers, pool.map(lambda one: one.explore(most), explorers.values())))
    shapes, sizes = {}, {}
    for who, pages in found.items():
        for path, status, text in pages:
            where = f"{who} {kind_of(path)}"
            if status != 200:
                findings.add(where, f"a link leads to status {status}")
                continue
            size = explorers[who].first_load(text, sizes)
            findings.sizes[where] = max(size, findings.sizes.get(where, 0))
            if size > FIRST_LOAD:
                findings.add(where, f"{size / 1000:.1f} KB at first load")
            shapes.setdefault(shape(path, text), (who, path))
    # The first of a kind lends the pictures its name; those with a shape of their own get a number.
    names, looks = {}, []
    for (kind, *_), (who, path) in sorted(shapes.items(), key=lambda one: one[1]):
        names[kind] = names.get(kind, 0) + 1
        plain = kind.strip("/") or "week"
        name = plain if names[kind] == 1 else f"{plain}-{names[kind]}"
        looks.append((who, path, name))
    cookies = {who: one.cookies for who, one in explorers.items()}
    parts = [(site, chromium, cookies, looks[place::workers], pictures) for place in range(workers)]
    with multiprocessing.get_context("spawn").Pool(workers) as pool:
        for some in pool.map(look_at, parts):
            findings.join(some)
    return {who: len(pages) for who, pages in found.items()} | {"shapes": len(looks)}


def look_at(part: tuple) -> Findings:
    """One browser's share of the pages."""
    site, chromium, cookies, looks, pictures = part
    findings = Findings()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for who in sorted({one[0] for one in looks}):
            context = browser.new_context(viewport={"width": 1024, "height": 900}, reduced_motion="reduce")
            context.add_cookies(cookies[who])
            page = context.new_page()
            page.set_default_timeout(120_000)
            watch = Watch(page, site, findings, who)
            for _, path, name in (one for one in looks if one[0] == who):
                page.goto(site + path)
                page.wait_for_load_state("load")
                if pictures:
                    photograph(page, pictures, name)
                watch.check(who)
            context.close()
        browser.close()
    return findings


def is_file(path: str) -> bool:
    path = urlsplit(path).path
    return path.endswith((".csv", ".json")) or "/file/" in path or path.startswith(("/static/", "/api"))


def photograph(page, folder, name: str):
    """The page at three widths, light and dark."""
    folder.mkdir(parents=True, exist_ok=True)
    name = name.strip("/").replace("/", "_").replace(":", "").replace(" ", "-").replace("'", "")
    size = page.viewport_size
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            page.screenshot(path=folder / f"{name}-{width}-{scheme}.png", full_page=True)
    page.emulate_media(color_scheme="light")
    page.set_viewport_size(size)
