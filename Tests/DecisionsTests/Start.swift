// Tests of Decisions.
