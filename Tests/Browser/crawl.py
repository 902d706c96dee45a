"""Every page that a role finds by following links."""

from urllib.parse import urldefrag, urlsplit

from watch import FIRST_LOAD, WIDTHS, Findings, Watch, kind_of


def crawl(browser, site: str, link: str, who: str, findings: Findings, shots=None, most: int = 3, shot_kinds=None):
    """Signs in and follows links; at most so many pages of one kind, so that a company of any size can be walked."""
    context = browser.new_context(viewport={"width": 1024, "height": 900}, reduced_motion="reduce")
    page = context.new_page()
    page.set_default_timeout(60_000)
    watch = Watch(page, site, findings, who)
    page.goto(link)
    page.get_by_role("button", name="Sign in").click()
    waiting, seen, counts = ["/"], {"/"}, {}
    while waiting:
        path = waiting.pop(0)
        kind = kind_of(path)
        if counts.get(kind, 0) >= most:
            continue
        counts[kind] = counts.get(kind, 0) + 1
        watch.weight = 0
        response = page.goto(site + path)
        if response is None or response.status != 200:
            findings.add(f"{who} {kind}", f"a link leads to status {response.status if response else 'none'}")
            continue
        page.wait_for_load_state("networkidle")
        size = len(response.body())
        size += sum(page.evaluate("performance.getEntriesByType('resource').map(one => one.decodedBodySize)"))
        findings.sizes[f"{who} {kind}"] = max(size, findings.sizes.get(f"{who} {kind}", 0))
        if size > FIRST_LOAD:
            findings.add(f"{who} {kind}", f"{size / 1000:.1f} KB at first load")
        links = page.evaluate("[...document.querySelectorAll('a[href]')].map(one => one.href)")
        for one in links:
            address = urldefrag(one)[0]
            parts = urlsplit(address)
            if f"{parts.scheme}://{parts.netloc}" != site:
                continue
            path_of = address[len(site):] or "/"
            if path_of in seen or is_file(path_of):
                continue
            seen.add(path_of)
            waiting.append(path_of)
        if shots is not None and (shot_kinds is None or kind not in shot_kinds):
            if shot_kinds is not None:
                shot_kinds.add(kind)
            photograph(page, shots, f"{who}{kind}")
        watch.check(who)
    context.close()
    return counts


def is_file(path: str) -> bool:
    path = urlsplit(path).path
    return path.endswith((".csv", ".json")) or "/file/" in path or path.startswith("/static/")


def photograph(page, folder, name: str):
    """The page at three widths, light and dark."""
    folder.mkdir(parents=True, exist_ok=True)
    name = name.replace("/", "_").replace(":", "").replace(" ", "-").replace("'", "")
    size = page.viewport_size
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            page.screenshot(path=folder / f"{name}-{width}-{scheme}.png", full_page=True)
    page.emulate_media(color_scheme="light")
    page.set_viewport_size(size)
