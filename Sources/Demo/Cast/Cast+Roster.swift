extension Cast {
    /// The people of Halvard, as its people file and its Slack have them on the last day; everybody is invented.
    ///
    /// Columns: key in the scripts, name, Slack display name, Slack handle, team, track, level, family, title, start,
    /// level since, manager's key, pay a year in euros, pay zone, time zone, its offset in seconds, scope
    /// score, gender; then pay and scope as they would be in the fair twin, where they differ. `-` is empty.
    /// Pay is one scale for both tracks, except that managers of level 4 lie an eighth above the rest of level 4. Scope
    /// scores fit the level, except that managers stand where the number of their people puts them, not their scope.
    static let roster = """
        ingrid | Ingrid Solheim | Ingrid | ingrid.solheim | - | management | 8 | engineering | VP Engineering | 2017-03-01 | 2022-07-01 | - | 198000 | A | Europe/Oslo | 7200 | 3.4 | woman | - | 4.6
        owen | Owen Achterberg | owen | owen.achterberg | - | management | 6 | engineering | Director of Engineering | 2018-09-03 | 2023-01-01 | ingrid | 146000 | A | Europe/Amsterdam | 7200 | 2.8 | man | - | 3.8
        priya | Priya Raghunathan | Priya | priya.raghunathan | - | management | 6 | product | Director of Product | 2020-02-10 | 2023-07-01 | ingrid | 144500 | A | Europe/London | 3600 | 2.8 | woman | - | 3.8
        ruth | Ruth Adeyemi | Ruth | ruth.adeyemi | Platform | management | 4 | engineering | Senior Engineering Manager | 2021-05-17 | 2024-04-01 | owen | 106800 | A | Europe/Dublin | 3600 | 2.2 | woman | 94900 | 2.8
        maren | Maren Løvlie | maren | maren.lovlie | Platform | ic | 3 | engineering | Engineer II | 2020-08-17 | 2023-09-01 | ruth | 73800 | A | Europe/Oslo | 7200 | 2.0 | woman | - | -
        dario | Dario Conti | Dario | dario.conti | Platform | ic | 4 | engineering | Senior Engineer | 2019-11-04 | 2023-03-01 | ruth | 94400 | A | Europe/Rome | 7200 | 2.6 | man | - | -
        kofi | Kofi Mensah-Boateng | Kofi | kofi.mensahboateng | Platform | ic | 3 | engineering | Engineer II | 2022-01-10 | 2024-10-01 | ruth | 68900 | B | Africa/Accra | 0 | 2.2 | man | - | -
        vilma | Vilma Koskinen | vilma | vilma.koskinen | Platform | ic | 5 | engineering | Staff Engineer | 2016-06-06 | 2022-02-01 | ruth | 116200 | A | Europe/Helsinki | 10800 | 3.2 | woman | - | -
        hyun | Seo Hyun-woo | hyun | hyunwoo.seo | Platform | ic | 4 | engineering | Senior Engineer | 2021-09-13 | 2024-01-01 | ruth | 93900 | A | Asia/Seoul | 32400 | 2.8 | man | - | -
        tess | Tess Okafor-Lindqvist | tess | tess.okaforlindqvist | Platform | ic | 2 | engineering | Engineer | 2024-08-19 | 2025-09-01 | ruth | 58700 | A | Europe/Stockholm | 7200 | 1.6 | nonbinary | - | -
        rafael | Rafael Quispe | Rafael | rafael.quispe | Platform | ic | 1 | engineering | Associate Engineer | 2026-03-02 | 2026-03-02 | ruth | 44100 | B | America/Lima | -18000 | 1.2 | man | - | -
        tomasz | Tomasz Wierzbicki | tomasz | tomasz.wierzbicki | Telemetry | ic | 4 | engineering | Senior Engineer | 2018-02-05 | 2022-10-01 | noor | 107300 | A | Europe/Warsaw | 7200 | 2.6 | man | 95400 | -
        sefa | Sefa Yıldırım | Sefa | sefa.yildirim | Telemetry | ic | 4 | engineering | Senior Engineer | 2020-04-20 | 2023-10-01 | noor | 89200 | B | Europe/Istanbul | 10800 | 2.8 | man | - | -
        noor | Noor El-Amrani | Noor | noor.elamrani | Telemetry | management | 4 | engineering | Senior Engineering Manager | 2019-10-07 | 2023-12-01 | owen | 96300 | A | Europe/Brussels | 7200 | 2.2 | woman | 94500 | 2.8
        bram | Bram Dekker | - | bram.dekker | Telemetry | ic | 3 | engineering | Engineer II | 2019-01-14 | 2022-06-01 | noor | 75100 | A | Europe/Amsterdam | 7200 | 2.4 | man | - | -
        akane | Akane Morishita | Akane | akane.morishita | Telemetry | ic | 3 | engineering | Engineer II | 2023-06-05 | 2025-02-01 | noor | 72600 | A | Asia/Tokyo | 32400 | 2.0 | woman | - | -
        jory | Jory Whitfield | jory | jory.whitfield | Telemetry | ic | 2 | engineering | Engineer | 2024-03-11 | 2025-04-01 | noor | 57900 | A | Europe/London | 3600 | 1.8 | man | - | -
        leila | Leila Farahani | Leila | leila.farahani | Telemetry | ic | 4 | product | Senior Product Manager | 2021-02-15 | 2024-05-01 | priya | 94700 | A | Europe/Berlin | 7200 | 2.6 | woman | - | -
        bence | Bence Szalai | Bence | bence.szalai | Dispatch | management | 4 | engineering | Senior Engineering Manager | 2020-11-02 | 2023-05-01 | owen | 106100 | A | Europe/Budapest | 7200 | 2.0 | man | 94300 | 2.8
        camille | Camille Duroc | camille | camille.duroc | Dispatch | ic | 4 | engineering | Senior Engineer | 2018-05-28 | 2021-11-01 | bence | 95200 | A | Europe/Paris | 7200 | 2.8 | woman | - | -
        nikhil | Nikhil Deshpande | Nikhil | nikhil.deshpande | Dispatch | ic | 3 | engineering | Engineer II | 2022-07-18 | 2024-09-01 | bence | 68200 | B | Asia/Kolkata | 19800 | 2.2 | man | - | -
        oksana | Oksana Hrytsenko | oksana | oksana.hrytsenko | Dispatch | ic | 3 | engineering | Engineer II | 2022-10-03 | 2024-03-01 | bence | 69400 | B | Europe/Kyiv | 10800 | 2.4 | woman | - | -
        mateo | Mateo Arrieta | mateo | mateo.arrieta | Dispatch | ic | 2 | engineering | Engineer | 2024-06-10 | 2025-06-01 | bence | 58100 | A | Europe/Madrid | 7200 | 1.6 | man | - | -
        signe | Signe Brandt | Signe | signe.brandt | Dispatch | ic | 3 | design | Product Designer | 2021-03-22 | 2023-08-01 | priya | 73300 | A | Europe/Copenhagen | 7200 | 2.0 | woman | - | -
        gareth | Gareth Probert | Gareth | gareth.probert | Dispatch | ic | 4 | product | Senior Product Manager | 2019-04-08 | 2022-12-01 | priya | 95600 | A | Europe/London | 3600 | 2.6 | man | - | -
        dieter | Dieter Hollenbach | Dieter Hollenbach | dieter.hollenbach | Papers | management | 4 | engineering | Senior Engineering Manager | 2017-10-02 | 2021-08-01 | owen | 108200 | A | Europe/Berlin | 7200 | 2.0 | man | 95600 | 2.8
        anjali | Anjali Varghese | Anjali | anjali.varghese | Papers | ic | 5 | engineering | Staff Engineer | 2018-08-13 | 2023-06-01 | dieter | 117400 | A | Europe/Berlin | 7200 | 3.0 | woman | - | -
        wenqing | Li Wenqing 李文清 | Wenqing 文清 | wenqing.li | Papers | ic | 4 | engineering | Senior Engineer | 2020-09-28 | 2023-04-01 | dieter | 93600 | A | Europe/Amsterdam | 7200 | 2.8 | man | - | -
        fatou | Fatou Diarra | fatou | fatou.diarra | Papers | ic | 3 | engineering | Engineer II | 2021-11-15 | 2024-02-01 | dieter | 72900 | A | Europe/Paris | 7200 | 2.2 | woman | - | -
        joao | João Tavares | João | joao.tavares | Papers | ic | 2 | engineering | Engineer | 2024-09-02 | 2025-10-01 | dieter | 57200 | A | Europe/Lisbon | 3600 | 1.8 | man | - | -
        esther | Esther Mwangi | Esther | esther.mwangi | Papers | ic | 4 | product | Senior Product Manager | 2020-06-01 | 2023-11-01 | priya | 88900 | B | Africa/Nairobi | 10800 | 2.6 | woman | - | -
        zoe | Zoë Papadakis | Zoë | zoe.papadakis | Papers | ic | 3 | design | Product Designer | 2022-04-04 | 2024-07-01 | priya | 72200 | A | Europe/Athens | 10800 | 2.4 | woman | - | -
        marisol | Marisol Ibarra | Marisol | marisol.ibarra | Data | management | 3 | data | Engineering Manager | 2021-07-05 | 2024-11-01 | owen | 75600 | A | Europe/Madrid | 7200 | 1.8 | woman | 73600 | 2.4
        arvid | Arvid Nyström | arvid | arvid.nystrom | Data | ic | 5 | data | Staff Data Scientist | 2017-01-16 | 2021-05-01 | marisol | 115800 | A | Europe/Stockholm | 7200 | 3.4 | man | - | -
        chiamaka | Chiamaka Eze | Chiamaka | chiamaka.eze | Data | ic | 4 | data | Senior Data Engineer | 2021-01-11 | 2024-06-01 | marisol | 88300 | B | Africa/Lagos | 3600 | 2.8 | woman | - | -
        yuna | Yuna Hoshino | Yuna | yuna.hoshino | Data | ic | 3 | data | ML Engineer | 2023-02-06 | 2025-01-01 | marisol | 73100 | A | Europe/Lisbon | 3600 | 2.0 | woman | - | -
        pavel | Pavel Dvořák | pavel | pavel.dvorak | Data | ic | 3 | data | Data Engineer | 2022-05-09 | 2024-08-01 | marisol | 72400 | A | Europe/Prague | 7200 | 2.2 | man | - | -
        thijs | Thijs van Rooij | Thijs | thijs.vanrooij | Data | ic | 2 | data | Data Analyst | 2025-01-20 | 2025-01-20 | marisol | 56900 | A | Europe/Amsterdam | 7200 | 1.6 | man | - | -
        grace | Grace Tuilagi | Grace | grace.tuilagi | Care | management | 5 | sales | Head of Customer Care | 2019-08-05 | 2023-02-01 | priya | 116600 | A | Pacific/Auckland | 46800 | 2.4 | woman | 116200 | 3.4
        bonnie | Bonnie Castellano | Bonnie | bonnie.castellano | Care | ic | 3 | sales | Customer Success Manager | 2021-10-18 | 2023-10-01 | grace | 74200 | A | America/New_York | -14400 | 2.4 | woman | - | -
        lucia | Lucía Ferrer | Lucía | lucia.ferrer | Care | ic | 3 | engineering | Solutions Engineer | 2022-02-14 | 2024-01-01 | grace | 73500 | A | Europe/Madrid | 7200 | 2.0 | woman | - | -
        hamid | Hamid Rahmati | Hamid | hamid.rahmati | Care | ic | 2 | engineering | Support Engineer | 2024-11-04 | 2025-08-01 | grace | 57600 | A | America/Toronto | -14400 | 1.8 | man | - | -
        kirsten | Kirsten Aalto | kirsten | kirsten.aalto | Care | ic | 3 | engineering | Support Engineer | 2020-01-13 | 2022-09-01 | grace | 74900 | A | Europe/Helsinki | 10800 | 2.2 | woman | - | -
        theo | Theo Marchetti-Jones | Theo | theo.marchettijones | Care | ic | 4 | sales | Senior Account Executive | 2022-06-20 | 2025-03-01 | grace | 94100 | A | Europe/London | 3600 | 2.6 | man | - | -
        """
}
