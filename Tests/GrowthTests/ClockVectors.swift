import Growth
import VectorTesting

extension Values {
    func observation() throws -> Observation {
        try Observation(
            day: self["day"].number(),
            observer: self["observer"].text(),
            team: self["team"].text(),
            competency: self["competency"].text(),
            next: self["next"].number(),
            confidence: self["q"].number(),
            work: self["work"].number(),
            episode: self["episode"].text()
        )
    }

    func parameters() throws -> ClockParameters {
        var dials = ClockParameters()
        dials.halfLifeDays = try self["half_life_days"].number()
        dials.observerCorrelation = try self["rho"].number()
        dials.priorMean = try self["prior_mean"].number()
        dials.priorStrength = try self["prior_strength"].number()
        dials.competencyStrength = try self["comp_strength"].number()
        dials.threshold = try self["tau"].number()
        dials.entryCertainty = try self["gamma"].number()
        dials.releaseCertainty = try self["gamma_release"].number()
        dials.leaveOneOutCertainty = try self["gamma_loo"].number()
        dials.windowDays = try self["window_days"].number()
        dials.windowsBack = try self["windows_back"].whole()
        dials.windowsNeeded = try self["windows_needed"].whole()
        dials.windowMinimumEvidence = try self["window_min_neff"].number()
        dials.windowAgainst = try self["window_against"].number()
        dials.supportRatio = try self["support_ratio"].number()
        dials.minimumEvidence = try self["min_neff"].number()
        dials.minimumObservers = try self["min_observers"].whole()
        dials.minimumObserverMass = try self["min_observer_mass"].number()
        dials.workWeightMinimum = try self["work_weight_min"].number()
        dials.workWeightMaximum = try self["work_weight_max"].number()
        dials.leniencyStrength = try self["leniency_strength"].number()
        dials.leniencyPasses = try self["leniency_passes"].whole()
        dials.competencySupported = try self["supported"].number()
        dials.competencyContradicted = try self["contradicted"].number()
        dials.competencyMinimumEvidence = try self["comp_min_neff"].number()
        dials.competencyMinimumObservers = try self["comp_min_observers"].whole()
        dials.maximumAgeDays = try self["max_observations_age_days"].number()
        dials.episodeCap = try self["episode_cap"].number()
        return dials
    }
}
