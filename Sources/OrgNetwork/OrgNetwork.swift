// Who is called when it burns, when a decision has to stick, when nobody else knows.
