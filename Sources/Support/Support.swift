// Conditions worth a question in a 1:1: never about worth, never kept.
