import Writing

extension PrepComposer {
    /// On one screen: what matters least goes first.
    func fitted(_ prep: OneOnOnePrep) -> OneOnOnePrep {
        var prep = prep
        var cuts: [(inout OneOnOnePrep) -> Void] = [
            { $0 = $0.with(edge: $0.edge.filter { $0.label != PrepComposer.seen }) },
            { $0 = $0.with(earlier: Array($0.earlier.prefix(1))) },
            { $0 = $0.with(earlier: []) },
            { $0 = $0.with(recent: Array($0.recent.prefix(2))) },
            { $0 = $0.with(actions: Array($0.actions.prefix(3))) },
            { $0 = $0.with(edge: Array($0.edge.prefix(1))) },
            { $0 = $0.with(recent: Array($0.recent.prefix(1))) },
            { $0 = $0.with(actions: Array($0.actions.prefix(1))) },
            { $0 = $0.with(recent: []) },
            { $0 = $0.with(actions: []) },
        ]
        while prep.wordCount > Self.longest, !cuts.isEmpty { cuts.removeFirst()(&prep) }
        return prep
    }
}

extension OneOnOnePrep {
    fileprivate func with(
        recent: [Sentence]? = nil,
        earlier: [Sentence]? = nil,
        edge: [PrepLine]? = nil,
        actions: [AgreedAction]? = nil
    ) -> OneOnOnePrep {
        OneOnOnePrep(
            person: person,
            reader: reader,
            since: since,
            recent: recent ?? self.recent,
            earlier: earlier ?? self.earlier,
            thanks: thanks,
            edge: edge ?? self.edge,
            edgeID: edgeID,
            support: support,
            actions: actions ?? self.actions,
            questions: questions,
            note: note,
            told: told
        )
    }
}
