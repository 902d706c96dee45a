# Commands for people. Each is one script, so that it can be read and run by itself.
.PHONY: demo test test-browser test-api bench bench-hostile fuzz package check format setup clean

demo:      ## install what is missing, build, import the made-up company, show the week, serve it
	@scripts/demo

test:      ## format, import rules, build, all tests
	@scripts/test

test-browser: ## a real browser walks the made-up company: steps, accessibility, rights
	@scripts/test-browser

test-api:  ## everything that the API's description allows, asked as every role (needs `pip install schemathesis`)
	@swift build --product crosstie
	@scripts/test-api

bench:     ## speed and memory: the import by stage, everybody's clocks, one new item, the pages
	@scripts/bench
	@scripts/bench-insight
	@scripts/bench-pages

bench-hostile: ## honest people beside two thousand hostile requests a second
	@scripts/bench-hostile

fuzz:      ## twenty parsers under libFuzzer, a minute each
	@scripts/fuzz

package:   ## a package for Debian and Ubuntu in packages/
	@scripts/package

check:     ## format and import rules only
	@swift format lint --strict --recursive --parallel Sources Tests Package.swift
	@scripts/check-imports

format:    ## put the sources into the house format
	@swift format --in-place --recursive --parallel Sources Tests Package.swift

setup:     ## install missing system packages
	@scripts/setup

clean:     ## remove everything that was built and the demo's files
	rm -rf .build demo
