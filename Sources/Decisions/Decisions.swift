// What was decided, by whom, and whether it held.
