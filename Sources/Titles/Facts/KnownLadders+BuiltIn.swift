extension KnownLadders {
    /// The table that ships with the program, as CSV to copy and change.
    ///
    /// Source: what practitioners and published frameworks say, compiled in November 2026; no company confirmed it.
    public static let builtInText = #"""
        company,aliases,words,track,low,high,name,source,asOf,standing
        Google,alphabet|google llc|google cloud,l3 | software engineer ii,,1,1,L3,hirecade.com; Hacker News,2026-11,practitioners
        Google,alphabet|google llc|google cloud,l4 | software engineer iii,,2,3,L4,hirecade.com; Hacker News,2026-11,practitioners
        Google,alphabet|google llc|google cloud,l5 | ^ senior !staff,,4,4,L5 Senior,hirecade.com; Hacker News,2026-11,practitioners
        Google,alphabet|google llc|google cloud,l6 | ^ staff,,5,5,L6 Staff,hirecade.com; Hacker News,2026-11,practitioners
        Google,alphabet|google llc|google cloud,l7 | ^ senior staff,,6,6,L7 Senior Staff,hirecade.com; Hacker News,2026-11,practitioners
        Google,alphabet|google llc|google cloud,l8 | ^ principal,,7,7,L8 Principal,hirecade.com; Hacker News,2026-11,practitioners
        Google,alphabet|google llc|google cloud,l9 | ^ distinguished,,8,8,L9 Distinguished,hirecade.com; Hacker News,2026-11,practitioners
        Google,alphabet|google llc|google cloud,l10 | fellow,,9,9,L10 Fellow,hirecade.com; Hacker News,2026-11,practitioners
        Meta,facebook|meta platforms|instagram|whatsapp,e3 | ic3,,1,1,E3,tryapt.ai,2026-11,practitioners
        Meta,facebook|meta platforms|instagram|whatsapp,e4 | ic4,,2,3,E4,tryapt.ai,2026-11,practitioners
        Meta,facebook|meta platforms|instagram|whatsapp,e5 | ic5,,4,4,E5,tryapt.ai,2026-11,practitioners
        Meta,facebook|meta platforms|instagram|whatsapp,e6 | ic6 | ^ staff,,5,5,E6,tryapt.ai,2026-11,practitioners
        Meta,facebook|meta platforms|instagram|whatsapp,e7 | ic7 | ^ senior staff,,6,6,E7,tryapt.ai,2026-11,practitioners
        Meta,facebook|meta platforms|instagram|whatsapp,e8 | ic8 | ^ principal,,7,7,E8,tryapt.ai,2026-11,practitioners
        Meta,facebook|meta platforms|instagram|whatsapp,e9 | ic9 | ^ distinguished,,8,8,E9,tryapt.ai,2026-11,practitioners
        Amazon,aws|amazon web services|amazon.com,l4 | software engineer i,,1,2,L4 SDE I,jointaro.com; sia.build,2026-11,practitioners
        Amazon,aws|amazon web services|amazon.com,l5 | software engineer ii,,3,3,L5 SDE II,jointaro.com; sia.build,2026-11,practitioners
        Amazon,aws|amazon web services|amazon.com,l6 | software engineer iii | ^ senior !principal,,4,5,L6 Senior,jointaro.com; sia.build,2026-11,practitioners
        Amazon,aws|amazon web services|amazon.com,l7 | ^ principal,,6,6,L7 Principal,jointaro.com; sia.build,2026-11,practitioners
        Amazon,aws|amazon web services|amazon.com,l8 | ^ senior principal,,7,7,L8 Senior Principal,jointaro.com; sia.build,2026-11,practitioners
        Amazon,aws|amazon web services|amazon.com,l10 | ^ distinguished,,8,8,L10 Distinguished,jointaro.com; sia.build,2026-11,practitioners
        Microsoft,msft,59 | 60 | ^ software engineer $,,1,2,59-60,hirecade.com,2026-11,practitioners
        Microsoft,msft,61 | 62 | ^ software engineer ii $,,3,3,61-62,hirecade.com,2026-11,practitioners
        Microsoft,msft,63 | 64 | ^ senior,,4,4,63-64 Senior,hirecade.com,2026-11,practitioners
        Microsoft,msft,65 | 66,,5,5,65-66 Principal,hirecade.com,2026-11,practitioners
        Microsoft,msft,67,,6,6,67 Principal,hirecade.com,2026-11,practitioners
        Microsoft,msft,^ principal,,5,6,65-67 Principal,hirecade.com,2026-11,practitioners
        Microsoft,msft,68 | 69 | ^ partner,,7,7,68-69 Partner,hirecade.com,2026-11,practitioners
        Microsoft,msft,70 | ^ distinguished,,8,8,70 Distinguished,hirecade.com,2026-11,practitioners
        Microsoft,msft,technical fellow,,9,9,80 Technical Fellow,hirecade.com,2026-11,practitioners
        Apple,,ict2,,1,1,ICT2,designgurus.io,2026-11,practitioners
        Apple,,ict3,,2,3,ICT3,designgurus.io,2026-11,practitioners
        Apple,,ict4,,4,4,ICT4,designgurus.io,2026-11,practitioners
        Apple,,ict5,,5,6,ICT5,designgurus.io,2026-11,practitioners
        Apple,,ict6,,7,7,ICT6,designgurus.io,2026-11,practitioners
        Dropbox,,ic1,,1,1,IC1,"Dropbox Engineering Career Framework, 2023",2026-11,published
        Dropbox,,ic2,,2,2,IC2,"Dropbox Engineering Career Framework, 2023",2026-11,published
        Dropbox,,ic3 | m3,,3,3,IC3/M3,"Dropbox Engineering Career Framework, 2023",2026-11,published
        Dropbox,,ic4 | m4,,4,4,IC4/M4,"Dropbox Engineering Career Framework, 2023",2026-11,published
        Dropbox,,ic5 | ^ staff | m5 | ^ senior engineering manager,,5,5,IC5 Staff/M5,"Dropbox Engineering Career Framework, 2023",2026-11,published
        Dropbox,,ic7 | ^ senior principal | m7 | ^ senior engineering director,,7,7,IC7/M7,"Dropbox Engineering Career Framework, 2023",2026-11,published
        Dropbox,,ic6 | ^ principal | m6 | ^ engineering director,,6,6,IC6 Principal/M6 Director,"Dropbox Engineering Career Framework, 2023",2026-11,published
        Netflix,,e3 | l3,,1,1,L3,accounts of employees since 2022,2026-11,weak
        Netflix,,e4 | l4,,2,3,L4,accounts of employees since 2022,2026-11,weak
        Netflix,,e5 | l5 | ^ senior,,4,5,L5 Senior,accounts of employees since 2022,2026-11,weak
        Netflix,,e6 | l6 | ^ staff,,5,6,L6 Staff,accounts of employees since 2022,2026-11,weak
        Netflix,,e7 | l7 | ^ principal,,6,7,L7 Principal,accounts of employees since 2022,2026-11,weak
        37signals,basecamp,^ junior,,1,1,Junior,37signals employee handbook,2026-11,published
        37signals,basecamp,^ mid level,,2,3,Mid-level,37signals employee handbook,2026-11,published
        37signals,basecamp,^ senior,,4,4,Senior,37signals employee handbook,2026-11,published
        37signals,basecamp,^ lead,,5,5,Lead,37signals employee handbook,2026-11,published
        37signals,basecamp,^ principal,,6,6,Principal,37signals employee handbook,2026-11,published
        Financial Times,ft|the financial times,^ junior,,1,1,Junior Engineer,"Financial Times engineering progression, 2024",2026-11,published
        Financial Times,ft|the financial times,^ senior engineer 1,,4,4,Senior Engineer 1,"Financial Times engineering progression, 2024",2026-11,published
        Financial Times,ft|the financial times,^ senior engineer 2,,4,5,Senior Engineer 2,"Financial Times engineering progression, 2024",2026-11,published
        Financial Times,ft|the financial times,^ principal,,5,6,Principal,"Financial Times engineering progression, 2024",2026-11,published
        Financial Times,ft|the financial times,^ technology director,,6,7,Technology Director,"Financial Times engineering progression, 2024",2026-11,published
        Financial Times,ft|the financial times,^ engineer,,2,3,Engineer,"Financial Times engineering progression, 2024",2026-11,published

        """#
}
