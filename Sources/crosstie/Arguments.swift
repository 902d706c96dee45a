public import ArgumentParser
public import Audits
public import Simulation
public import Workspace

// Words of the domain that can stand on the command line as they are.
extension MoveOutcome: ExpressibleByArgument {}
extension Choice: ExpressibleByArgument {}
extension ChoiceDimension: ExpressibleByArgument {}
extension Office: ExpressibleByArgument {}
extension Audit: ExpressibleByArgument {}
extension SimulationRule.Timing: ExpressibleByArgument {}
