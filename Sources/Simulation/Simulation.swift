// Made-up companies that show how often the clock would be wrong.
