"""Walks the site in a real browser and looks at every page. See scripts/test-browser."""

import argparse
import sys
import time
from pathlib import Path

from playwright.sync_api import sync_playwright

import rights
from company import PEOPLE, Company
from crawl import crawl, photograph
from walk import Walk
from watch import Findings, Watch, kind_of

ROOT = Path(__file__).resolve().parent.parent.parent


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", type=Path, required=True, help="the crosstie program")
    parser.add_argument("--chromium", default="/usr/bin/chromium")
    parser.add_argument("--folder", type=Path, default=ROOT / ".build" / "browser", help="where company and pictures go")
    parser.add_argument("--most", type=int, default=8, help="pages of one kind that each role fetches")
    parser.add_argument("--browsers", type=int, default=2, help="browsers at once")
    parser.add_argument("--only", choices=["walk", "crawl", "rights"], help="only this part")
    parser.add_argument("--write-rights", action="store_true", help="write rights.csv anew; read it before you commit it")
    parser.add_argument("--pictures", action="store_true", help="photograph each kind of page at three widths, light and dark")
    return parser.parse_args()


def main() -> int:
    options = arguments()
    begun = time.monotonic()
    company = Company(options.program, options.folder / "company")
    print("Making a company …", flush=True)
    company.make()
    company.serve()
    findings = Findings()
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=options.chromium, args=["--no-sandbox"])
            pictures = options.folder / "pictures" if options.pictures else None
            parts = [options.only] if options.only else ["walk", "rights", "crawl"]
            if "walk" in parts:
                walked(browser, company, findings, pictures)
            if "rights" in parts:
                company.prepare_for_rights()
                routes, pairs = rights.walk(company, findings, options.write_rights)
                print(f"Rights: {routes} routes, {pairs} pairs of role and route", flush=True)
            if "crawl" in parts:
                crawled(browser, company, findings, options, pictures)
            browser.close()
    finally:
        company.stop()
    for line in company.faults():
        findings.add("server", line[:300])
    report(findings, time.monotonic() - begun)
    return 1 if findings.wrong else 0


def walked(browser, company, findings, pictures):
    kinds = set()

    def look(page):
        watch = Watch.__new__(Watch)
        watch.page, watch.site, watch.findings, watch.who = page, company.site, findings, "walk"
        name = f"walk{kind_of(page.url)}"
        number = 1
        while f"{name}-{number}" in kinds:
            number += 1
        kinds.add(f"{name}-{number}")
        if pictures and number <= 3:
            photograph(page, pictures, f"{name}-{number}")
        watch.check("walk")

    for scripts in (True, False):
        walk = Walk(browser, company, findings, scripts, look)
        done = walk.run()
        print(f"Walk {'with' if scripts else 'without'} scripts: {len(done)} of 11 steps", flush=True)


def crawled(browser, company, findings, options, pictures):
    links = {who: company.link(name) for who, name in PEOPLE.items()}
    counts = crawl(company.site, links, findings, options.chromium, options.most, pictures, options.browsers)
    for who, count in counts.items():
        print(f"{who}: {count}", flush=True)
    nobody(browser, company, findings, pictures)


def nobody(browser, company, findings, pictures):
    """What somebody sees who is not signed in, and pages that say no."""
    context = browser.new_context(viewport={"width": 1024, "height": 900}, reduced_motion="reduce")
    page = context.new_page()
    watch = Watch(page, company.site, findings, "nobody")
    watch.expects_refusal = True
    for path in ("/", "/sign-in", "/nowhere", "/sign-in/" + "0" * 64):
        page.goto(company.site + path)
        if pictures:
            photograph(page, pictures, f"nobody{kind_of(path)}")
        watch.check("nobody")
    context.close()


def report(findings, seconds):
    print(f"\n{findings.pages} pages looked at in {seconds / 60:.0f} minutes")
    print(f"Accessibility: {findings.violations['light']} violations in light, {findings.violations['dark']} in dark")
    largest = sorted(findings.sizes.items(), key=lambda one: -one[1])[:5]
    for place, size in largest:
        print(f"  {size / 1000:6.1f} KB  {place}")
    for line in findings.wrong:
        print(f"✗ {line}")
    print("Nothing is wrong." if not findings.wrong else f"{len(findings.wrong)} things are wrong.")


if __name__ == "__main__":
    sys.exit(main())
