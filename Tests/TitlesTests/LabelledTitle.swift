import Testing
import Titles

/// A title, perhaps with its surroundings, and what somebody who knows the trade says about it.
struct LabelledTitle: Sendable, CustomTestStringConvertible {
    let query: TitleQuery
    let track: TitleTrack
    let low: Int
    let high: Int

    var testDescription: String { query.title + (query.industry.map { " in \($0)" } ?? "") }

    init(
        _ title: String,
        _ track: TitleTrack,
        _ low: Int,
        _ high: Int,
        company: String? = nil,
        industry: String? = nil,
        size: CompanySize? = nil
    ) {
        query = TitleQuery(title, company: company, industry: industry, size: size)
        (self.track, self.low, self.high) = (track, low, high)
    }

    static let oddWritings = [
        LabelledTitle("Sr. SWE II", .ic, 3, 5), LabelledTitle("Dir., Eng", .management, 6, 7),
        LabelledTitle("Staff+", .ic, 4, 6), LabelledTitle("Head of Data", .management, 5, 8),
        LabelledTitle("Head, Engineering", .management, 5, 8), LabelledTitle("Lead", .ambiguous, 4, 5),
        LabelledTitle("VP of Product", .management, 7, 8), LabelledTitle("SENIOR   SOFTWARE\tENGINEER", .ic, 3, 5),
        LabelledTitle("Software Engineer Ⅱ", .ic, 1, 3), LabelledTitle("Ｓｅｎｉｏｒ Ｅｎｇｉｎｅｅｒ", .ic, 3, 5),
        LabelledTitle("SDE-2", .ic, 1, 3), LabelledTitle("SDE2", .ic, 1, 3), LabelledTitle("SWE III", .ic, 2, 4),
        LabelledTitle("Sr.Dev", .ic, 3, 5), LabelledTitle("Engr. IV", .ic, 3, 5),
        LabelledTitle("Software Engineer II (m/w/d)", .ic, 1, 3), LabelledTitle("Eng. Mgr", .management, 3, 5),
        LabelledTitle("Sr. Mgr., Software Engineering", .management, 4, 5),
        LabelledTitle("S\u{200B}enior Engineer", .ic, 3, 5),
        LabelledTitle("🚀 Senior Rocket Engineer 🚀", .ic, 3, 5), LabelledTitle("Principal/Staff Engineer", .ic, 5, 7),
        LabelledTitle("Lead Product Designer", .ambiguous, 4, 5), LabelledTitle("Design Lead", .ambiguous, 4, 5),
        LabelledTitle("GPM", .ambiguous, 5, 6), LabelledTitle("TPM", .ic, 2, 5), LabelledTitle("Sr PM", .ic, 3, 5),
        LabelledTitle("CISO", .management, 8, 9), LabelledTitle("Chief Data Officer", .management, 8, 9),
        LabelledTitle("Co-Founder & CTO", .management, 8, 9), LabelledTitle("Chief Scientist", .ic, 6, 8),
        LabelledTitle("Full-Stack Developer 2", .ic, 1, 3), LabelledTitle("Tech Lead Manager", .management, 3, 5),
    ]

    static let falseFriends = [
        LabelledTitle("Chief of Staff", .ambiguous, 4, 7), LabelledTitle("Staff Accountant", .ic, 1, 3),
        LabelledTitle("HR Business Partner", .ic, 3, 6), LabelledTitle("Postdoctoral Research Fellow", .ic, 2, 5),
        LabelledTitle("Executive Assistant to the CEO", .ic, 1, 3),
        LabelledTitle("Lead Generation Specialist", .ic, 1, 4),
        LabelledTitle("Business Development Manager", .ic, 2, 5), LabelledTitle("Customer Success Manager", .ic, 2, 5),
        LabelledTitle("Account Executive", .ic, 2, 5), LabelledTitle("Deputy Director", .management, 5, 6),
        LabelledTitle("Manager, Software Development", .management, 3, 5),
        LabelledTitle("Group Product Manager", .ambiguous, 5, 6), LabelledTitle("General Manager", .management, 5, 7),
        LabelledTitle("L2 Support Engineer", .ic, 1, 4),
    ]

    static let languages = [
        LabelledTitle("Werkstudent", .ic, 1, 1), LabelledTitle("Werkstudent (m/w/d) Softwareentwicklung", .ic, 1, 1),
        LabelledTitle("Softwareentwickler", .ic, 1, 4), LabelledTitle("Senior Softwareentwickler:in", .ic, 3, 5),
        LabelledTitle("Leiter Softwareentwicklung", .management, 5, 8),
        LabelledTitle("Teamleiter Entwicklung", .ambiguous, 3, 5),
        LabelledTitle("Geschäftsführer", .management, 7, 9), LabelledTitle("Projektleiterin", .ic, 2, 5),
        LabelledTitle("Ingénieur logiciel confirmé", .ic, 2, 3),
        LabelledTitle("Directrice technique", .management, 6, 7),
        LabelledTitle("Chef de projet", .ic, 2, 5), LabelledTitle("Stagiaire", .ic, 1, 1),
        LabelledTitle("Ingeniero de Software Sénior", .ic, 3, 5), LabelledTitle("Becario", .ic, 1, 1),
        LabelledTitle("Jefe de equipo", .ambiguous, 3, 5), LabelledTitle("Desenvolvedora Sênior", .ic, 3, 5),
        LabelledTitle("Desenvolvedor Pleno", .ic, 2, 3), LabelledTitle("Gerente de Engenharia", .management, 3, 5),
        LabelledTitle("Starszy programista", .ic, 3, 5), LabelledTitle("Kierownik działu", .management, 5, 7),
        LabelledTitle("Architetto Software", .ic, 4, 6), LabelledTitle("Старший разработчик", .ic, 3, 5),
        LabelledTitle("Стажёр", .ic, 1, 1), LabelledTitle("Технический директор", .management, 8, 9),
        LabelledTitle("高级软件工程师", .ic, 3, 5), LabelledTitle("シニアソフトウェアエンジニア", .ic, 3, 5),
        LabelledTitle("实习生", .ic, 1, 1), LabelledTitle("Kıdemli Yazılım Mühendisi", .ic, 3, 5),
    ]

    static let surroundings = [
        LabelledTitle("Vice President", .ambiguous, 4, 6, industry: "Investment banking"),
        LabelledTitle("Partner", .ambiguous, 7, 9, industry: "Consulting"),
        LabelledTitle("Associate", .ic, 2, 5, industry: "law"),
        LabelledTitle("Principal Engineer", .ic, 7, 7, company: "Google LLC"),
        LabelledTitle("IC5", .ic, 4, 4, company: "Facebook"),
        LabelledTitle("M6", .management, 6, 6, company: "Dropbox"),
        LabelledTitle("L5", .unknown, 3, 5), LabelledTitle("IC5", .ic, 4, 5),
        LabelledTitle("Head of Engineering", .management, 4, 8, size: .small),
    ]

    static let all = oddWritings + falseFriends + languages + surroundings
}
