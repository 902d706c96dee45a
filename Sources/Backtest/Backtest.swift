// How the clock would have read before moves that are known.
