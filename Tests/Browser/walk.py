"""What people do on the site, from signing in to locking a board; once with JavaScript, once without."""

import json
import re
from urllib.parse import urlsplit

from company import PEOPLE
from watch import Findings, Watch


class Walk:
    """People in browsers of their own; a step that cannot be taken is a finding, and the walk goes on."""

    def __init__(self, browser, company, findings: Findings, scripts: bool, each=None):
        self.browser = browser
        self.company = company
        self.site = company.site
        self.findings = findings
        self.scripts = scripts
        self.each = each
        self.pages = {}
        self.done = []

    # People

    def person(self, who: str):
        """The page of somebody who is signed in."""
        if who not in self.pages:
            context = self.browser.new_context(java_script_enabled=self.scripts, reduced_motion="reduce")
            page = context.new_page()
            page.set_default_timeout(120_000)
            watch = Watch(page, self.site, self.findings, f"walk {who}")
            watch.expects_refusal = True
            page.goto(self.company.link(PEOPLE[who]))
            page.get_by_role("button", name="Sign in").click()
            page.wait_for_load_state()
            assert urlsplit(page.url).path == "/", f"signing in leads to {page.url}"
            self.pages[who] = page
        return self.pages[who]

    def step(self, name: str, work):
        try:
            work()
            self.done.append(name)
        except Exception as error:
            text = " ".join(str(error).split())[:400] or type(error).__name__
            self.findings.add(f"walk {'with' if self.scripts else 'without'} scripts", f"{name}: {text}")

    def look(self, page):
        """What a step leads to is looked at as every page is."""
        if self.each and self.scripts:
            self.each(page)

    def go(self, page, path: str, status: int = 200):
        response = page.goto(self.site + path)
        assert response.status == status, f"{path} answers {response.status}, not {status}"

    def press(self, page, name, within=None):
        (within or page).get_by_role("button", name=name).first.click()
        page.wait_for_load_state()

    def open_all(self, page):
        """Opens what is folded away; by hand, since a reader without scripts does the same."""
        for _ in range(40):
            closed = page.locator("main details:not([open]) > summary")
            if closed.count() == 0:
                return
            closed.first.click()

    # Steps

    def run(self):
        for name in self.names:
            self.step(name, getattr(self, name.replace(" ", "_").replace(":", "_")))
        for page in self.pages.values():
            page.context.close()
        return self.done

    names = (
        "sign in", "find a person", "read and contest evidence", "answer the objection", "answer a request",
        "prepare a 1:1", "edit and seal a draft", "run a board", "preview a switch", "run an audit",
        "sign out everywhere",
    )

    def sign_in(self):
        context = self.browser.new_context(java_script_enabled=self.scripts)
        page = context.new_page()
        response = page.goto(self.site + "/")
        assert response.status == 401, "the week opens to nobody"
        assert "Please sign in first" in page.inner_text("h1")
        link = self.company.link(PEOPLE["person"])
        page.goto(link)
        self.press(page, "Sign in")
        assert "Week of" in page.inner_text("h1")
        assert page.goto(link).status == 410, "a link signs in once"
        context.close()

    def find_a_person(self):
        page = self.person("manager")
        self.go(page, "/")
        page.get_by_role("link", name=PEOPLE["person"]).first.click()
        page.wait_for_load_state()
        assert page.inner_text("h1") == PEOPLE["person"]
        assert page.get_by_role("heading", name="The clock").count() == 1

    def read_and_contest_evidence(self):
        page = self.person("person")
        ids = self.company.people()
        self.go(page, f"/people/{ids[PEOPLE['person']]}/record")
        assert page.locator("blockquote").count() > 0, "nothing to read"
        page.get_by_role("link", name=re.compile("^(Agree|Object)")).first.click()
        page.wait_for_load_state()
        self.look(page)
        self.entry = urlsplit(page.url).path
        page.get_by_label("What is wrong with it").fill("No.")
        self.press(page, "Object")
        assert "at least 3 words" in page.get_by_role("alert").inner_text()
        self.look(page)
        page.get_by_label("What is wrong with it").fill("That was Vilma and me, and it was the second try.")
        self.press(page, "Object")
        assert "An answer is due by" in page.inner_text("main")
        assert page.locator(".state.contested").count() == 1
        self.open_all(page)
        page.get_by_label("What a reader should know").fill("The first try is in the incident notes.")
        self.press(page, "Add it")
        assert "added context" in page.inner_text("main")
        self.look(page)

    def answer_the_objection(self):
        page = self.person("manager")
        self.go(page, self.entry)
        self.look(page)
        page.get_by_label(re.compile("Your reason")).fill("Both are named there, so it says what happened.")
        self.press(page, "It stands")
        assert "looked into the objection: it stands" in page.inner_text("main")
        assert page.locator(".state.counts").count() == 1

    def answer_a_request(self):
        """Somebody is asked, reads the question and answers it."""
        name = self.asked()
        context = self.browser.new_context(java_script_enabled=self.scripts)
        page = context.new_page()
        page.set_default_timeout(120_000)
        page.goto(self.company.link(name))
        self.press(page, "Sign in")
        self.go(page, "/requests")
        forms = page.locator("form:has(input[name=request])")
        before = forms.count()
        assert before > 0, f"{name} was asked nothing"
        self.look(page)
        forms.first.get_by_role("radio").nth(1).check()
        forms.first.get_by_role("textbox").fill("Led the change from the first plan to the last check.")
        self.press(page, "Answer", forms.first)
        assert forms.count() == before - 1, "the request still waits"
        context.close()

    def asked(self) -> str:
        """Has a round sent where it is time to, and gives the name of a colleague who was asked."""
        sender = self.person("manager")
        ids = self.company.people()
        names = {one: name for name, one in ids.items()}
        rounds = json.loads(self.company.run("requests", "--json"))
        if not rounds:
            for name in ("Dario Conti", "Vilma Koskinen", "Maren Løvlie", "Seo Hyun-woo", "Tess Okafor-Lindqvist"):
                self.go(sender, f"/people/{ids[name]}/rounds")
                if sender.get_by_role("button", name="Ask them").count():
                    self.press(sender, "Ask them")
                    self.look(sender)
                    break
        for name in names.values():
            waiting = json.loads(self.company.run("requests", "--as", name, "--json"))
            if any(one.get("standing", "open") == "open" for one in waiting):
                return name
        raise AssertionError("nobody was asked anything")

    def prepare_a_1_1(self):
        page = self.person("manager")
        ids = self.company.people()
        self.go(page, f"/people/{ids[PEOPLE['person']]}/prep")
        self.look(page)
        assert "1:1" in page.inner_text("main")
        self.open_all(page)
        page.locator("input#agree").fill("Write the failover note down for the next one.")
        page.locator("form:has(input#agree)").get_by_role("button", name="Keep it").click()
        page.wait_for_load_state()
        assert "failover note" in page.inner_text("main")

    def edit_and_seal_a_draft(self):
        page = self.person("manager")
        self.go(page, "/reviews")
        self.look(page)
        self.open_all(page)
        page.get_by_role("radio", name=PEOPLE["person"] if self.scripts else "Tess Okafor-Lindqvist").check()
        self.press(page, "Begin")
        self.review = urlsplit(page.url).path
        self.look(page)
        # A review can be shared once its writer has put a hand to every part of it.
        parts = page.locator("main section:has(form input[name=line])")
        for number in range(parts.count()):
            self.open_all(page)
            form = parts.nth(number).locator("form:has(input[name=line])").first
            form.locator("textarea[name=words]").fill("He led the move of the queue and stayed with it until it held.")
            self.press(page, "Save", form)
            assert "stayed with it until it held" in page.content()
        self.press(page, "Share it")
        self.look(page)
        reader = self.browser.new_context(java_script_enabled=self.scripts).new_page()
        reader.set_default_timeout(120_000)
        reader.goto(self.company.link(PEOPLE["person"] if self.scripts else "Tess Okafor-Lindqvist"))
        self.press(reader, "Sign in")
        self.go(reader, self.review)
        self.look(reader)
        self.press(reader, "I have read it")
        reader.context.close()
        page.reload()
        self.press(page, re.compile("[Ss]eal"))
        assert re.search("[Ss]ealed", page.inner_text("main")), "it is not sealed"
        self.look(page)

    def run_a_board(self):
        convener = self.person("people operations")
        self.go(convener, "/boards")
        self.look(convener)
        convener.get_by_label("What it is called").fill(f"Autumn, {'with' if self.scripts else 'without'} scripts")
        convener.get_by_label("Who sits on it, one a line").fill(
            f"{PEOPLE['second calibrator']}\n{PEOPLE['manager' + chr(39) + 's manager']}"
        )
        convener.get_by_label("Whose cases it looks at, one a line").fill(
            f"Vilma Koskinen\nRuth Adeyemi\nDario Conti\n{PEOPLE['second calibrator']}"
        )
        self.press(convener, "Convene it")
        board = urlsplit(convener.url).path
        assert re.fullmatch(r"/boards/[^/]+", board), f"convening leads to {board}: {convener.inner_text('main')[:300]}"
        self.look(convener)
        assert convener.locator("tbody a").count() == 0, "the convener opens cases"
        outsider = self.person("person")
        self.go(outsider, board, status=404)
        calibrators = [self.person("second calibrator"), self.person("manager's manager")]
        for page in calibrators:
            self.go(page, board)
            if page is calibrators[0]:
                assert "Your own case is not shown to you." in page.inner_text("main")
                assert PEOPLE["second calibrator"] not in page.locator("tbody").inner_text(), "the own case is shown"
        cases = [one.get_attribute("href") for one in calibrators[1].locator("tbody a").all()]
        assert len(cases) == 4
        own = next(one for one in cases if self.company.people()[PEOPLE["second calibrator"]] in one)
        self.go(calibrators[0], own, status=404)
        for path in cases:
            for page in calibrators:
                if page is calibrators[0] and path == own:
                    continue
                self.go(page, path)
                assert page.get_by_role("heading", name="What the clock says").count() == 0, "the state is shown too early"
                if path == cases[0]:
                    self.look(page)
                page.get_by_role("radio").first.check()
                page.get_by_label("One sentence why, from the evidence").fill("The evidence of two teams says so.")
                self.press(page, "Vote")
                assert page.get_by_role("heading", name="What the clock says").count() == 1
        page = calibrators[1]
        for path in cases:
            self.go(page, path)
            if path == cases[0]:
                self.look(page)
                page.get_by_label("For the calibrators of this board").fill("Look at the summer as well.")
                self.press(page, "Keep the note")
                assert "Look at the summer as well." in page.inner_text("main")
            section = page.locator("section:has(h2#decide)")
            section.get_by_role("radio").nth(1).check()
            section.get_by_role("textbox").fill("Two windows are missing; look again in spring.")
            self.press(page, "Write it down")
            assert "Two windows are missing" in page.inner_text("main")
        self.go(page, board)
        self.look(page)
        self.press(page, "Lock the record")
        assert "Locked on" in page.inner_text("main") and "is the one that the audit keeps" in page.inner_text("main")
        self.look(page)
        self.go(page, cases[0])
        assert page.get_by_role("button", name="Write it down").count() == 0
        person = self.person("person")
        self.go(person, "/boards")
        assert "Two windows are missing" in person.inner_text("main"), "the person does not read the outcome"
        self.look(person)
        verified = self.company.run("verify")
        assert verified, "verify says nothing"

    def preview_a_switch(self):
        page = self.person("person")
        ids = self.company.people()
        self.go(page, f"/people/{ids[PEOPLE['person']]}/switch")
        text = page.inner_text("main")
        assert "What stays" in text and "level" in text.lower()
        assert "demot" not in text.lower()
        self.look(page)

    def run_an_audit(self):
        page = self.person("people operations")
        self.go(page, "/audits")
        page.locator(".audit-list a").first.click()
        page.wait_for_load_state()
        assert page.get_by_role("heading", name="In short").count() == 1
        self.go(self.person("manager"), "/audits", status=403)

    def sign_out_everywhere(self):
        page = self.person("person")
        other = self.browser.new_context(java_script_enabled=self.scripts).new_page()
        other.goto(self.company.link(PEOPLE["person"]))
        self.press(other, "Sign in")
        self.go(page, "/settings")
        self.look(page)
        assert page.get_by_role("button", name=re.compile("^End it")).count() >= 1
        self.press(page, "Sign out everywhere")
        for one in (page, other):
            assert one.goto(self.site + "/").status == 401, "a session lives on"
        other.context.close()
        self.pages.pop("person").context.close()
