/// Words of titles in other languages, and what they say in English.
///
/// Shape: words without accents; a phrase counts before its first word.
enum ForeignWords {
    /// Single words.
    static let table: [String: [String]] = single.reduce(into: [:]) { $0[$1.words[0]] = $1.meaning }

    /// Phrases by their first word, longer ones first.
    static let phrases: [String: [(rest: [String], meaning: [String])]] = {
        var phrases: [String: [(rest: [String], meaning: [String])]] = [:]
        for entry in entries where entry.words.count > 1 {
            phrases[entry.words[0], default: []].append((Array(entry.words.dropFirst()), entry.meaning))
        }
        return phrases.mapValues { $0.sorted { $0.rest.count > $1.rest.count } }
    }()

    /// Words of scripts that are written without spaces.
    static let unspaced: [String: [String]] = read(eastern).reduce(into: [:]) { $0[$1.words[0]] = $1.meaning }

    /// Words that other languages write with accents and mean the same by.
    static let sameBarAccents: Set<String> = [
        "senior", "junior", "director", "manager", "principal", "architect", "analyst", "lead", "staff", "intern",
        "associate", "president", "chief", "specialist",
    ]

    private static let entries = read(western)
    private static let single = entries.filter { $0.words.count == 1 }

    private static func read(_ text: String) -> [(words: [String], meaning: [String])] {
        var entries: [(words: [String], meaning: [String])] = []
        for line in text.split(separator: "\n") {
            let parts = line.split(separator: "=")
            guard parts.count == 2 else { continue }
            let meaning = parts[1].split(separator: " ").map(String.init)
            for form in parts[0].split(separator: ",") {
                let words = form.split(separator: " ").map(String.init)
                if !words.isEmpty { entries.append((words, meaning)) }
            }
        }
        return entries
    }

    /// Source: job classifications and advertisements of the countries; kept to words with one reading.
    private static let western = """
        werkstudent,werkstudentin,werkstudierende,werkstudierender=working student intern
        praktikant,praktikantin,praktikum,stagiaire,stagiair,stagista,tirocinante,becario,becaria=intern
        estagiario,estagiaria,estagio,pasante,practicante,stazysta,stazystka,praktikantti,harjoittelija=intern
        stajyer,стажер,стажёр,интерн,стажист,alternant,alternante=intern
        auszubildender,auszubildende,azubi,lehrling,apprenti,apprentie,aprendiz,apprendista=apprentice
        berufseinsteiger,berufseinsteigerin,absolvent,absolventin,debutant,debutante=graduate
        entwickler,entwicklerin,developpeur,developpeuse,desarrollador,desarrolladora,desenvolvedor=developer
        desenvolvedora,sviluppatore,sviluppatrice,ontwikkelaar,utvecklare,udvikler,utvikler,kehittaja=developer
        programista,programistka,programador,programadora,programmatore,programmeur,programmierer=developer
        programmiererin,разработчик,программист,gelistirici,yazilimci,vyvojar,vyvojarka,fejleszto=developer
        softwareentwickler,softwareentwicklerin,systemutvecklare,mjukvaruutvecklare=software developer
        webentwickler,webentwicklerin=web developer
        ingenieur,ingenieurin,ingenieure,ingeniero,ingeniera,engenheiro,engenheira,ingegnere=engineer
        inzynier,inzynierka,ingenjor,ingenior,insinoori,инженер,muhendis,muhendisi,inzenyr,mernok=engineer
        softwareingenieur,softwareingenieurin=software engineer
        architekt,architektin,architecte,arquitecto,arquitecta,arquiteto,arquiteta,architetto=architect
        arkitekt,архитектор,mimar=architect
        softwarearchitekt,softwarearchitektin=software architect
        wissenschaftler,wissenschaftlerin,scientifique,cientifico,cientifica,cientista=scientist
        chercheur,chercheuse,investigador,investigadora,forscher,forscherin,ricercatore=researcher
        analista,analyste,analytiker,analytikerin,analityk,аналитик,analitik=analyst
        spezialist,spezialistin,specialiste,especialista,specjalista,specjalistka,специалист,uzman=specialist
        uzmani,specialista,fachkraft=specialist
        sachbearbeiter,sachbearbeiterin=clerk
        referent,referentin=specialist
        berater,beraterin,conseiller,conseillere,consultor,consultora,consulente,konsultant=consultant
        konsulent,konsult,консультант=consultant
        projektleiter,projektleiterin,projektmanager,projektmanagerin,projectleider=project manager
        chef de projet,cheffe de projet,jefe de proyecto,jefa de proyecto,gerente de proyecto=project manager
        gerente de projeto,gerente de projetos,capo progetto,kierownik projektu,kierownik projektow=project manager
        руководитель проекта,руководитель проектов,менеджер проекта,proje yoneticisi=project manager
        chef de produit,cheffe de produit,jefe de producto,gerente de produto,gerente de producto=product manager
        produktmanager,produktmanagerin,менеджер продукта,продакт менеджер=product manager
        teamleiter,teamleiterin,gruppenleiter,gruppenleiterin,teamleitung,teamleider,teamleder=team leader
        chef d'equipe,chef d equipe,jefe de equipo,jefa de equipo,lider de equipo,lider de equipe=team leader
        capo squadra,тимлид,тим лид,takim lideri,kierownik zespolu,lider zespolu,vedouci tymu=team leader
        lider tecnico,lider tecnica,responsable technique,technischer leiter,техлид=tech lead
        abteilungsleiter,abteilungsleiterin,afdelingshoofd,kierownik dzialu,начальник отдела=department head
        руководитель отдела,chef de service,jefe de departamento,jefa de departamento=department head
        bereichsleiter,bereichsleiterin,entwicklungsleiter,entwicklungsleiterin,hauptabteilungsleiter=head of
        leiter,leiterin,leitung,hoofd,руководитель=head of
        responsable,responsabile,responsavel=lead
        gerente,kierownik,kierowniczka,менеджер,mudur,muduru,yonetici,yoneticisi,gestor,gestora=manager
        encargado,encargada,esimies,paallikko,vezeto,vedouci=manager
        coordenador,coordenadora,coordinador,coordinadora,coordinateur,coordinatrice=coordinator
        koordinator,koordinatorin,koordynator,координатор,coordinatore=coordinator
        directeur,directrice,direktor,direktorin,diretor,diretora,direttore,direttrice,dyrektor=director
        директор,direktoru,directora,reditel,johtaja=director
        geschaftsfuhrer,geschaftsfuhrerin,geschaeftsfuehrer,geschaeftsfuehrerin=managing director
        directeur general,director general,diretor geral,генеральный директор=managing director
        amministratore delegato,prezes,toimitusjohtaja,genel mudur=managing director
        technischer direktor,directeur technique,director tecnico,diretor tecnico=technical director
        технический директор=chief technology officer
        vorstand,vorstandin,vorstandsmitglied=chief board officer
        vice presidente,vicepresidente,vice president,viceprezes,вице президент=vice president
        starszy,starsza,старший,kidemli,seniorni,vanhempi,leitender,leitende=senior
        mlodszy,mlodsza,младший,kucuk,nuorempi=junior
        glowny,glowna,главный,главная=principal
        ведущий,ведущая=lead
        medior,pleno,plena,мидл,confirme,confirmee=mid level
        джуниор,джун=junior
        сеньор=senior
        лид=lead
        berufserfahren=intermediate
        logiciel=software
        daten,donnees,datos,dados,данных=data
        """

    private static let eastern = """
        实习生,實習生,インターン,인턴=intern
        初级,初級,助理,ジュニア,주니어=junior
        中级,中級,ミドル=mid level
        高级,高級,资深,資深,シニア,선임,시니어=senior
        首席,主席,首席工程师=principal
        プリンシパル=principal
        スタッフ=staff
        工程师,工程師,エンジニア,엔지니어,技術者=engineer
        软件,軟體,軟件,ソフトウェア,소프트웨어=software
        开发,開發,開発,개발=development
        开发者,開発者,개발자,デベロッパー=developer
        架构师,架構師,アーキテクト,아키텍트=architect
        数据,數據,データ,데이터=data
        科学家,科學家,サイエンティスト=scientist
        分析师,分析師,アナリスト=analyst
        产品经理,產品經理,プロダクトマネージャー=product manager
        项目经理,專案經理,プロジェクトマネージャー=project manager
        经理,經理,マネージャー,課長,매니저,과장=manager
        主管,组长,組長,係長,主任,팀장=team leader
        リーダー=team leader
        テックリード=tech lead
        部長,部长,본부장=department head
        总监,總監,ディレクター,이사=director
        副总裁,副總裁=vice president
        总经理,總經理,社長,代表取締役=managing director
        首席技术官,首席技術官=chief technology officer
        """
}
