import { tradesIn } from './trade-lines.js';

/** Advice, law, money, media, software, events, research. */
export const OFFICE_TRADES = tradesIn(`
Tax office | Tax Adviser! | Tax Adviser
  speaks tax+return tax+assess tax+office tax+adviser tax+prepare tax+file shoebox tax+declaration
  echoes tax receipt return papers reconcile bank deadline object file ledger
  Bookkeeper: receipt reconcile ledger account book type
  Tax Clerk: file+return send collect+papers missing
  Tax Adviser: return assess object review advise prepare talk
Audit firm | Auditor! | Auditor
  speaks auditor annual+audit audit+report
Law office | Lawyer! | Legal Assistant
  speaks court lawyer lawsuit plaintiff case+law settled+case brief+court litigation conveyance will+draft
  echoes mandate draft deadline file client hearing letter claim witness contract legal law settle
  Lawyer: court draft settle hearing meet plead negotiate advise claim represent
  Paralegal: research
  Legal Assistant: call! fee+agree! phone
  Legal Secretary: dictate type deadline file+open mandate
Notary office | Notary! | Notary Clerk
  speaks notary+read notary+deed notarise notary+office deed+draft
  echoes deed sign read seal register
Patent office | Patent Attorney!
  speaks patent
Architecture office | Architect!; Project Architect | Architect
  speaks architect permit+drawing floor+plan+draw house+design structural+calculation plan+permit plot+house building+permit
  echoes draw plan sketch tender bid site house plot permit supervise
  Architect: sketch idea design draw plan permit elevation concept talk walk
  Construction Manager: tender bid supervise site craftsmen
Engineering office | Engineer!; Project Engineer | Project Engineer
  speaks structural+engineer engineering+office calculation+static fea load+calculation
  echoes calculate drawing model report
Interior design | Interior Designer | Interior Designer
  speaks interior+design moodboard interior
Surveying office | Land Surveyor; Survey Technician
  speaks boundary land+survey cadastre theodolite
Recruitment agency | Recruiter | Recruitment Consultant
  speaks vacancy candidate recruit shortlist applicant headhunt
  echoes interview profile salary linkedin job contract hire
  Talent Sourcer: search linkedin source profile ad
  Recruiter: interview candidate screen salary brief shortlist call
Temporary staffing | Recruiter; Staffing Coordinator | Staffing Consultant
  speaks temp+staff staffing agency+worker
Market research | Market Researcher; Research Analyst | Research Consultant
  speaks questionnaire respondent survey+program focus+group market+research panel+survey
  echoes interview survey data report crunch question analyse
  Interviewer: interview respondent recruit
  Market Researcher: questionnaire program report understand present
  Data Analyst: data crunch analyse number
Insurance office | Insurance Broker; Insurance Adviser | Insurance Broker
  speaks insurance+broker insurer+compare policy+file insurance+policy underwrite insurance+cover policy+renew
  echoes policy insurer claim cover premium application compare need review risk
  Insurance Broker: need recommend review advise compare risk cover
  Insurance Administrator: application chase file claim
Claims office | Claims Handler | Customer Service Representative
  speaks claim+file damage+notice claim+paid payout policy+holder claim+open
  echoes claim damage cover policy objection inspect pay
  Claims Handler: claim cover payout objection damage+notice
  Loss Adjuster: damage+inspect
Bank | Bank Clerk; Loan Adviser | Customer Adviser
  speaks mortgage loan credit+application savings
  echoes credit account bank income
Financial advice | Financial Adviser
  speaks pension+advice portfolio invest+advise wealth
Estate agency | Real Estate Agent; Property Consultant | Real Estate Agent
  speaks viewing estate+agent listing+flat property+sell flat+value house+sell buyer+house listing+write realtor
  echoes flat buyer mandate notary key house floor listing property value
  Real Estate Agent: value view viewing haggle notary mandate key show prospect
Property management | Property Manager; Property Administrator | Property Manager
  speaks tenant landlord service-charge owners+meeting property+manage rent+collect lease
  echoes building owner flat bill bulb tradesman statement rent repair
  Caretaker: walk bulb change stair sweep
  Property Manager: tenant owner meeting tradesman repair lease
  Property Accountant: statement pay service-charge charge
Consultancy | Consultant; Analyst | Consultant
  speaks consultancy strategy+client management+consult steering+committee
  echoes workshop client analyse interview slide concept recommend
Coaching practice | Coach | Coach
  speaks coachee coaching+session coaching
Web agency | Web Developer; Web Designer | Account Manager
  speaks website site+live wireframe landing+page web+design wordpress theme+code
  echoes design text code content brief live hosting seo workshop feel page
  Web Designer: wireframe look design feel layout screen
  Copywriter: text write content
  Web Developer: code theme hosting live test build develop program update
  Account Manager: workshop proposal meet
Software firm | Software Developer | Sales Representative
  speaks software app feature backlog bug sprint saas subscription user+story pull+request
  echoes code build ship server ticket renewal onboard deploy test release demo import
  Software Developer: build+feature code ship bug develop program implement refactor
  Test Engineer: test
  Customer Success Manager: renewal onboard import train
  Support Engineer: ticket support
  System Administrator: server monitor backup
  Product Manager: backlog roadmap prioritise
  UX Designer: screen prototype wireframe user+research interface interview+user design
Game studio | Game Developer; Game Designer | Producer
  speaks game+level gamer game+design game+studio
  echoes level character sprite engine
IT service | IT Technician | Account Manager
  speaks helpdesk laptop password remote+in server+patch it+support workstation
  echoes ticket server patch network swap reset user backup
  Support Engineer: ticket remote reset password
  IT Technician: laptop swap install printer
  System Administrator: server patch backup network
Design studio | Graphic Designer | Account Manager
  speaks logo packaging+design corporate+design brand+design typography artwork
  echoes brand draft proof layout brief design
Advertising agency | Copywriter; Art Director | Account Manager
  speaks ad+campaign advertising+agency slogan media+plan billboard
  echoes campaign brief client concept
Public relations | PR Consultant
  speaks press+release+journalist pr+agency
Photo studio | Photographer | Photographer
  speaks photo photograph photographer picture wedding+album portrait picture+frame retouch
  echoes shoot couple cull album grade gallery frame print camera sort
  Photographer: shoot photograph portrait
  Photo Editor: cull retouch grade sort edit gallery backup back+card colour
Film production | Video Producer | Producer
  speaks film video storyboard footage documentary
  echoes shoot cut grade sound animate light location subtitle script
  Video Editor: cut edit grade mix upload
  Camera Operator: shoot camera film light
  Sound Engineer: sound record
  Producer: budget pitch
  Motion Designer: animate
Podcast production | Podcast Producer | Producer
  speaks podcast episode show+note
  echoes record cut guest publish clip note
  Podcast Editor: cut edit clip
  Podcast Producer: research note publish record
Recording studio | Sound Engineer | Studio Manager
  speaks recording+studio song+record mastering band+record
  echoes record mix microphone track
Publishing house | Editor; Publishing Assistant | Author Liaison
  speaks manuscript publisher publishing typeset
  echoes author edit proof cover book
  Editor: edit manuscript author proof
Newspaper | Journalist; Editor | Advertising Sales Representative
  speaks newspaper newsroom journalist reporter story+publish magazine
  echoes article story research headline interview
  Journalist: write research interview article story
  Editor: edit headline
Translation agency | Translator; Proofreader | Account Manager
  speaks translate translator translation interpreter interpret sworn
  echoes text deed hearing certified linguist language revise proofread
  Translator: translate
  Project Manager: linguist find+interpreter choose answer
  Proofreader: revise proofread check
  Interpreter: interpret
Event agency | Event Manager; Event Planner | Event Consultant
  speaks event party guest+list congress festival venue trade+fair gala
  echoes band catering invite invitation rig sound light tear stage concept guest
  Event Technician: rig light sound tear stage
  Event Manager: venue concept catering band invite guest there artist dream
Wedding planning | Wedding Planner | Wedding Planner
  speaks wedding+plan wedding+planner
Travel agency | Travel Consultant | Travel Consultant
  speaks travel+agency itinerary trip+book flight traveller holiday+book
  echoes trip hotel flight tour
Vehicle hire | Rental Agent; Vehicle Preparer | Rental Agent
  speaks rental+car car+hire camper+van rental+contract motorhome van+hire
  echoes show damage return refill deposit fuel clean contract
  Rental Agent: explain return damage
  Vehicle Preparer: clean refill
Fundraising organisation | Project Coordinator; Programme Officer | Fundraiser; Donor Relations Officer
  speaks donor fundraising donation charity foundation+write grant
  echoes volunteer foundation village mailing report thank project appeal grant
  Fundraiser: donor foundation mail mailing thank appeal donate call
  Project Coordinator: village builder site visit
  Grants Officer: grant account
Laboratory | Laboratory Technician | Customer Service Representative
  speaks titrate titration assay sample+analyse lab+sample sample+result sample+log spectrometer
  echoes sample result calibrate digest acid analysis run report plausibility balance
  Laboratory Assistant: sample waste log receive prepare
  Laboratory Technician: titrate digest run calibrate measure analyse incubate
  Laboratory Manager: sign plausibility release review
Research institute | Researcher; Research Fellow
  speaks research+paper hypothesis experiment grant+proposal published+paper reviewer grant+write
  echoes paper data analyse mice grant
  Researcher: experiment paper review reviewer grant
  Laboratory Technician: mice
Call centre | Call Centre Agent | Call Centre Agent
  speaks call+centre inbound outbound+call agent+coach
  echoes pick answer call
Security firm | Security Guard | Account Manager
  speaks patrol guard+site security+guard alarm+centre
  echoes guard alarm round key
Debt collection | Collections Agent; Collections Administrator | Sales Representative
  speaks debtor debt+collect instalment unpaid+bill
  echoes claim letter court bill reminder client
  Collections Agent: phone debtor instalment call
  Collections Administrator: claim enter letter
Accounting firm | Accountant; Bookkeeper | Client Adviser
  speaks payslip vat+return bookkeeping accountant annual+accounts payroll+client
  echoes receipt entry post scan client ledger month papers
  Bookkeeper: receipt entry entries vat ledger reconcile
  Payroll Clerk: payroll payslip wage
Data consultancy | Data Analyst; Data Engineer | Consultant
  speaks dashboard sql csv data+pipeline data+warehouse data+model
  echoes data chart report clean user
  Data Engineer: pipeline load sql model
  Data Analyst: chart dashboard report analyse clean
Trade | Sales Representative; Warehouse Worker | Sales Representative
  speaks wholesale wholesaler+sell distributor
`);
