"""A made-up company in a folder of its own, and the program that serves it."""

import json
import os
import re
import shutil
import socket
import subprocess
import time
import urllib.request
from pathlib import Path

# Who the tests sign in as; all of them are people of the demo.
PEOPLE = {
    "person": "Dario Conti",
    "manager": "Ruth Adeyemi",
    "manager's manager": "Owen Achterberg",
    "people operations": "Esther Mwangi",
    "second calibrator": "Bonnie Castellano",
    "representative": "Pavel Dvořák",
}


class Company:
    """The demo's workspace, with offices given and a room opened."""

    def __init__(self, program: Path, folder: Path):
        self.program = program
        self.folder = folder
        self.port = free_port()
        self.site = f"http://127.0.0.1:{self.port}"
        self.server = None

    def make(self):
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)
        self.run("demo", "--folder", self.folder, "--no-serve", database=False)
        for role in ("people operations", "second calibrator"):
            self.run("roles", "grant", "people-operations", PEOPLE[role])
        self.run("roles", "grant", "representative", PEOPLE["representative"])
        self.run("room", "open", "2026 autumn", "--ratings", self.folder / "ratings.csv")

    def run(self, *words, database=True):
        environment = dict(os.environ)
        if database:
            environment["CROSSTIE_DATABASE"] = f"sqlite:{self.folder / 'crosstie.db'}"
        done = subprocess.run(
            [str(self.program), *map(str, words)], capture_output=True, text=True, env=environment, timeout=600
        )
        if done.returncode != 0:
            raise RuntimeError(f"crosstie {' '.join(map(str, words))}: {done.returncode}\n{done.stderr}{done.stdout}")
        return done.stdout

    def prepare_for_rights(self):
        """One of each thing that a route can name, all of them the person's."""
        person = self.people()[PEOPLE["person"]]
        moves = json.loads(self.run("move", "list", "--json"))
        moves = moves.get("moves", []) if isinstance(moves, dict) else moves
        self.move = next((one["id"] for one in moves if one.get("person") == person), None)
        if self.move is None:
            proposed = json.loads(self.run("move", "propose", "--person", person, "--as", PEOPLE["manager"], "--json"))
            self.move = proposed["id"]
        proposals = json.loads(self.run("decisions", "--json"))
        self.decision = (proposals["decisions"] or proposals["proposals"])[0]["id"]

    def serve(self):
        log = open(self.folder / "server.log", "w")
        self.server = subprocess.Popen(
            [str(self.program), "serve", "--port", str(self.port), "--database", f"sqlite:{self.folder / 'crosstie.db'}", "--person-rate", "1000000"],
            stdout=log,
            stderr=log,
        )
        end = time.monotonic() + 180
        while time.monotonic() < end:
            if self.server.poll() is not None:
                raise RuntimeError("the server ended:\n" + (self.folder / "server.log").read_text())
            try:
                urllib.request.urlopen(f"{self.site}/healthz", timeout=5).read()
                return
            except OSError:
                time.sleep(0.3)
        raise RuntimeError("the server did not answer within three minutes")

    def stop(self):
        if self.server:
            self.server.terminate()
            self.server.wait(timeout=60)
            self.server = None

    def link(self, name: str) -> str:
        answer = json.loads(self.run("sign-in", name, "--site", self.site, "--json"))
        return answer["link"]

    def people(self) -> dict:
        """Ids by name."""
        return {one["name"]: one["id"] for one in json.loads(self.run("people", "--json"))}

    def faults(self) -> list:
        """Lines of the server's log that speak of a fault."""
        lines = (self.folder / "server.log").read_text().splitlines()
        return [line for line in lines if re.search(r"\b(error|critical|Fatal)\b", line)]


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]
