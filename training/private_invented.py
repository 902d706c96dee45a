"""Puts invented messages together out of parts, so that a word is met in many places; private ones and ones about work in the same frames."""

import json, pathlib, random

HERE = pathlib.Path(__file__).parent
fam="mother father mum mom dad wife husband son daughter kid kids brother sister grandmother grandfather grandma grandpa uncle aunt nephew niece cousin baby boy girl toddler newborn twins partner spouse fiancé fiancée girlfriend boyfriend stepson stepdaughter mother-in-law father-in-law parents child children teenager godson in-laws stepmother foster".split()
ill="the flu|a fever|a migraine|covid|pneumonia|bronchitis|a cold|a stomach bug|food poisoning|a concussion|a broken leg|a broken wrist|back pain|chest pain|an infection|a toothache|strep throat|chickenpox|measles|scarlet fever|a rash|an ear infection|tonsillitis|a kidney infection|gallstones|kidney stones|a hernia|appendicitis|cancer|leukemia|a tumour|a stroke|a heart attack|diabetes|asthma|epilepsy|arthritis|dementia|Alzheimer's|Parkinson's|multiple sclerosis|Crohn's disease|IBS|endometriosis|lupus|depression|anxiety|burnout|a panic attack|insomnia|PTSD|bipolar disorder|an eating disorder|ADHD|autism|vertigo|sciatica|gout|shingles|hepatitis|HIV|anaemia|low blood pressure|high blood pressure|a miscarriage|preeclampsia|morning sickness|hay fever|an allergy attack|tinnitus|carpal tunnel|tendonitis|a slipped disc|a torn ligament|a sprained ankle|glaucoma|long covid|sinusitis|a nosebleed|a seizure".split("|")
care="the hospital|the ER|the emergency room|A&E|the clinic|the doctor|the dentist|the GP|the therapist|the psychiatrist|the psychologist|the physio|the surgeon|the oncologist|the cardiologist|the gynecologist|the paediatrician|the dermatologist|the neurologist|the midwife|the maternity ward|intensive care|rehab|the eye doctor|the orthopedist|urgent care|the radiologist|the urologist|the pharmacy for my meds|dialysis|chemo|radiotherapy|physiotherapy|an MRI|an ultrasound|a CT scan|a blood test|a biopsy|surgery|the hospice".split("|")
clause=["my {f} was in hospital","my {f} was ill","my {f} had surgery","my {f} died","my {f} passed away","I was sick","I was in hospital","I had {i}","my {f} had {i}","I was at {c}","I was on sick leave","I was on parental leave","I was on maternity leave","I was at the funeral","I was in court","I was with my lawyer","I was going through the divorce","we had the baby","my {f} was born","I was grieving","I was recovering from {i}","I was on strike","I was at the union meeting","I was at Friday prayers","I was fasting","I was at the police station","I had to look after my {f}","I took my {f} to {c}","I had therapy","I was pregnant","I was off with {i}","my {f} needed me","I was at the immigration office","I was at the demonstration","I was at church","I was in rehab","I reported him for harassment","I was struggling with {i}","I was having {i}","I had to pick up my {f} from school","my {f} was getting married","I was getting married","I was on my honeymoon"]
th=["thanks for covering","thank you for covering for me","thanks for taking my on-call","thx for the release","thanks for handling the incident","kudos to @bo for running standup","thanks for doing the review","thanks @ana for taking my tickets","big thanks to the team for keeping things going","I appreciate that you took the demo","thank you all for the support","thanks for stepping in","thanks for the flowers","grateful that you kept the pager","thanks for finishing the migration","thank you for your help","ty for merging it","props to Leo for the hotfix","thanks again for fixing prod","cheers for the cover","Bo did a great job","Ana shipped it alone","sorry that I missed the review","sorry for the late reply","my bad that the build was red","the deploy slipped","I couldn't answer"]
con=["while","when","because","the week","the day"]
who=["I","my {f}","Bo","Anna's {f}","he","she","Tom","our designer","the new intern"]
pres=["{w} has {i}","{w} is at {c}","{w} got {i}","{w} was diagnosed with {i}","{w} is down with {i}","{w} needs to go to {c}","{w} is in hospital with {i}","{w} is recovering from {i}","off to {c} with my {f}","heading to {c}, back later","appointment at {c} at {n}","taking my {f} to {c}","my {f} is sick","my {f} is in hospital","my {f} died last night","my {f} just passed away","my {f} has been diagnosed with {i}","picking up my {f} at {n}","staying home with my {f} today","it's my {f}'s birthday so I leave at {n}","my {f} is getting married","my {f} is moving in with us","my {f} has school trouble","visiting my {f} in hospital","my {f}'s funeral is on Friday","how is your {f} doing?","is your {f} feeling better?","hope your {f} gets well soon","sorry to hear about your {f}","congrats to you and your {f}","{i} again, logging off","home with {i}","day {n} of {i}","{i}, so I'm in bed","{i} :face_with_thermometer:","I have {i} since Monday","I've been struggling with {i}","my {i} is back","on meds for {i}","can't, {c}","{c} at {n}","wfh, {f} sick","{f} ill, offline","{f} in {c}"]
mid=["","","","hey all, ","fyi ","hi team, ","heads up: ","@here ","morning! ","sorry, ","btw ","just so you know, "]
end=["",""," sorry"," :("," :pray:",", back tomorrow",", bbl"," so no standup for me",", can someone take my ticket?"," — will review later",". The PR is up though.",". Deploy is done, pager is with @bo.",", I'll fix the tests after","!","..."]
def fill(t):
    t=t.replace("{w}",R.choice(who))
    while "{f}" in t: t=t.replace("{f}",R.choice(fam),1)
    while "{i}" in t: t=t.replace("{i}",R.choice(ill),1)
    while "{c}" in t: t=t.replace("{c}",R.choice(care),1)
    return t.replace("{n}",str(R.randint(8,17)))
fwd=["Muslim","Christian","Jew","Hindu","Sikh","Buddhist","Catholic","Protestant","atheist","Mormon","Orthodox","Quaker","Baptist","evangelical"]
fe=["Ramadan","Eid","Yom Kippur","Rosh Hashanah","Passover","Diwali","Lent","Good Friday mass","Shabbat","Hanukkah","Holi","Vesak","Sunday service","Friday prayers","Easter mass","communion","confirmation","baptism","a bar mitzvah","the pilgrimage"]
pol=["the Democrats","the Republicans","Labour","the Tories","the Greens","the liberals","the socialists","the far right","the conservatives","the communists","the AfD","the CDU","the SPD","Macron","Le Pen","Trump","Biden","Putin","the president","the prime minister","this government","the opposition","Brexit","the party","the mayor","the chancellor","parliament","the senator","the minister"]
pv=["I voted for {p}","I'd never vote for {p}","{p} will ruin this country","can't stand {p}","I'm a member of {p}","I campaign for {p} at weekends","protest against {p} on Saturday","he supports {p}","she hates {p}","{p} won, unbelievable","I donated to {p}","did you see what {p} said about immigrants?","I'm ashamed of {p}","{p} lied to the voters","I sympathise with {p}"]
rv=["I'm {w2} so I don't work on that day","as a {w2} I'd rather not","he is {w2}, I think","she converted and is {w2} now","celebrating {e} with my family","off for {e}","{e} starts tomorrow so I'm slow","is he a {w2}?","I can't join because of {e}","at {e} until noon","my {w2} parents","raised {w2}"]
hs=["he {h} me","she says he {h} her","my manager {h} me in the meeting","someone on the team {h} me","I reported that he {h} me","a colleague {h} the intern","he {h} her again at the party","I'm told that our lead {h} several women","I can't work with him since he {h} me"]
hh="touched|groped|harassed|bullied|threatened|insulted|humiliated|stalked|assaulted|kissed|cornered|intimidated|mocked|catcalled|grabbed|pushed|hit|blackmailed|molested|discriminated against|yelled at|sexually harassed|racially abused|made advances to".split("|")
lg=["my {l} is on Monday","I have {a} tomorrow","meeting my {l} about {a}","sorry, {a} all day","he has {a}","she can't come because of {a}","stressed about {a}","{a} next week so I'm off"]
la="a court hearing|a custody hearing|a divorce hearing|jury duty|a lawsuit with my landlord|an immigration interview|a visa appointment|a police interview|an asylum hearing|a bankruptcy filing|a criminal trial|a parole hearing|a deportation order|an eviction notice|a restraining order|a labour tribunal case|a citizenship test|a residence permit appointment".split("|")
ll="court date|hearing|lawyer appointment|visa interview|trial|divorce lawyer|attorney meeting|parole officer".split("|")
un=["I joined {u}","{u} meeting tonight","I'm {r} for {u}","{u} called a strike","sign up with {u}","they don't like {u} here","he is with {u}","{u} dues are due","we talked to {u} about our pay","{u} got us three percent","vote in the {u} election","should we bring in {u}?","talk to {u} if they threaten you"]
uu="the union|our trade union|the works council|ver.di|IG Metall|UNISON|the staff council|the CGT|Solidarność|the teamsters|the guild of workers|the employees' association|the shop committee|the labour union".split("|")
ur="a delegate|a candidate|the steward|a member|the treasurer|a representative".split("|")
sx=["I'm {s}","he's {s}","is she {s}?","I think Bo is {s}","came out as {s} to the team","as a {s} person I find that joke hurtful","my {s} friends were attacked","she told everyone that I'm {s}","he isn't {s}, he's married","proud to be {s}"]
ss="gay|lesbian|bisexual|transgender|trans|queer|pansexual|asexual|nonbinary|intersex|polyamorous|genderfluid".split("|")
work=["I was in the other meeting","I was on holiday","I was travelling","I was on the plane","the pager went off","the cluster was down","I was in the customer call","I was asleep","I was at lunch","we were migrating","I was busy with the release","the build was red","I was out of office","I was offline","I was on vacation","my laptop died","I was presenting","I was stuck on the importer","the vendor was late","I was at the conference","my train was late","I was reviewing the RFC","the database was recovering","I was in the wrong branch","my access was missing","I was new","my pod was dying","the health check failed","I was blocked on the review","my branch was behind","the parent job was killed","we were short of people","I was in the air","the customer was waiting"]
thing="ticket|branch|PR|laptop|build|module|service|dashboard|importer|test|query|config|pipeline|index|demo|talk|slides|draft|customer|team|vendor|key|token|machine|account|proposal".split("|")
fr=["picking up my {t} at 10","my {t} is broken","home page {t} is slow","day 3 of the {t}","how is your {t} doing?","is your {t} working?","hope your {t} gets merged soon","sorry to hear about your {t}","congrats to you and your {t}","{t} again, logging off","stressed about the {t}","heading to the {t} review, back later","meeting about the {t} at 11","I have the {t} since Monday","I've been struggling with the {t}","my {t} is back","can't, {t} call","our {t} died last night","I reported the {t} to the vendor","he changed the {t}","she owns the {t}","I'm the owner of the {t}","I joined the {t} team","did you see what the vendor said about the {t}?","he supports the old {t}","she wrote the {t}","sick of this {t}","the {t} is due on Friday","I had to pick up the {t}","my old {t} is retired","taking my {t} to IT","back on the {t} tomorrow","someone on the team changed the {t}","my manager reviewed the {t} with me"]

def composed(seed=7):
    """Private messages, and messages about work in the same frames."""
    R = random.Random(seed)

    def fill(t):
        t = t.replace("{w}", R.choice(who))
        for mark, words in (("{f}", fam), ("{i}", ill), ("{c}", care)):
            while mark in t:
                t = t.replace(mark, R.choice(words), 1)
        return t.replace("{n}", str(R.randint(8, 17)))

    one = [fill(R.choice(th) + " " + R.choice(con) + " " + R.choice(clause)) for _ in range(700)]
    one += [R.choice(mid) + fill(R.choice(pres)) + R.choice(end) for _ in range(900)]
    for _ in range(170):
        one += [R.choice(mid) + R.choice(pv).replace("{p}", R.choice(pol)) + R.choice(["", "", "!", " lol", "."]),
                R.choice(mid) + R.choice(rv).replace("{w2}", R.choice(fwd)).replace("{e}", R.choice(fe)),
                R.choice(mid) + R.choice(hs).replace("{h}", R.choice(hh)) + R.choice(["", "", " and HR knows", " and I have witnesses", ", I want to report it", " at the offsite"]),
                R.choice(mid) + R.choice(lg).replace("{l}", R.choice(ll)).replace("{a}", R.choice(la)),
                R.choice(mid) + R.choice(un).replace("{u}", R.choice(uu)).replace("{r}", R.choice(ur)),
                R.choice(mid) + R.choice(sx).replace("{s}", R.choice(ss))]
    other = [R.choice(th) + " " + R.choice(con) + " " + R.choice(work) for _ in range(400)]
    other += [R.choice(fr).replace("{t}", R.choice(thing)) for _ in range(500)]
    base = other + [r["text"] for r in written() if not r["private"]]
    other += [(R.choice(mid) if R.random() < 0.6 else "") + R.choice(base) + (R.choice(end) if R.random() < 0.6 else "") for _ in range(1500)]
    return sorted(set(one)), sorted(set(other))


def written():
    with open(HERE / "private.jsonl", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]
