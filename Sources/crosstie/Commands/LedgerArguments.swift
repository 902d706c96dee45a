public import ArgumentParser
public import Evidence

// Words of the ledger that can stand on the command line as they are.
extension DecisionOutcome: ExpressibleByArgument {}
extension ColleagueSight: ExpressibleByArgument {}
