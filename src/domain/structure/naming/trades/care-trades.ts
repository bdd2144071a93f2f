import { tradesIn } from './trade-lines.js';

/** Health, body, lessons, leisure and last things. */
export const CARE_TRADES = tradesIn(`
Dental practice | Dentist! | Receptionist
  speaks dentist dental tooth teeth toothache filling+tooth root+canal orthodontic
  echoes drill fill crown scale polish x-ray instrument patient mouth implant bridge
  Dental Hygienist: scale prophylaxis clean+teeth hygiene polish+teeth
  Dental Assistant: x-ray ray instrument sterilise hand history suction prepare assist mix
  Dentist: drill fill look examine extract implant crown root treat
Dental laboratory | Dental Technician | Receptionist
  speaks impression denture crown+mill crown+design crown+glaze glaze+fire model+pour dental+lab dental+laboratory
  echoes crown model mill glaze dentist plaster ceramic bridge
  Dental Technician: pour model design mill glaze fire crown fit ceramic denture wax
Physiotherapy practice | Physiotherapist! | Receptionist
  speaks physio physiotherapy physiotherapist fango manual+therapy physical+therapy lymph
  echoes exercise massage therapy assessment insurer pain mobilise prescription patient treat
  Massage Therapist: massage fango pack
  Physiotherapist: therapy assess exercise treat report mobilise stretch
Occupational therapy | Occupational Therapist! | Receptionist
  speaks occupational+therapy occupational+therapist
Speech therapy | Speech Therapist! | Receptionist
  speaks speech+therapy stutter lisp
Psychotherapy practice | Psychotherapist! | Receptionist
  speaks psychotherapy psychotherapist psychologist therapy+talk
  echoes session diagnosis patient
Medical practice | Doctor! | Receptionist
  speaks doctor gp physician practice+patient blood+pressure ecg vaccinate
  echoes patient examine prescribe referral blood symptom sick consult
  Doctor: examine diagnose prescribe treat consult refer ultrasound
  Medical Assistant: blood ecg pressure vaccinate dressing sample
Hospital ward | Nurse!; Staff Nurse | Ward Clerk
  speaks ward admission discharge inpatient
  echoes hospital patient nurse drip round bed blood referral nursing meal morphine
  Nurse: drip wash turn admit vital medication dressing medicine
  Doctor: round discharge+letter diagnose prescribe
  Healthcare Assistant: meal bed blood
  Ward Clerk: referral code
  Social Worker: home+care arrange+care
Operating theatre | Surgeon! | Medical Secretary
  speaks operating+theatre surgery+patient anaesthesia anaesthetic surgeon
  echoes operate patient instrument recovery consent
  Surgeon: operate incision suture
  Theatre Nurse: instrument prepare sterilise
  Anaesthetist: anaesthesia anaesthetic
Care service | Carer; Care Assistant | Care Coordinator
  speaks carer resident elderly care+home home+care care+plan nursing+home
  echoes wash dress medication visit relative meal care
  Carer: wash dress meal feed help accompany
  Nurse: medication wound injection insulin
Hospice | Nurse!; Care Assistant | Care Coordinator
  speaks hospice morphine grief palliative dying
  echoes bed relative nurse care comfort
Midwifery | Midwife!; Community Midwife | Midwife
  speaks birth midwife pregnant pregnancy newborn antenatal
  echoes mother baby breast class check visit
  Midwife: birth class check visit
Pharmacy | Pharmacist! | Pharmacist
  speaks pharmacy pharmacist prescription+dispense medicine+dispense ointment
  echoes prescription medicine dispense tablet
  Pharmacist: check mix ointment advise interaction
  Pharmacy Assistant: dispense hand shelf sell order
Optician shop | Optician; Dispensing Optician | Optical Assistant
  speaks optician spectacles eyeglass eye+test contact+lens
  echoes lens eye frame glasses vision grind sight nose
  Optician: eye+test refract pupil+measure vision+test sight+test contact+lens
  Dispensing Optician: frame+choose
  Optical Technician: grind lens+fit lens+order hinge repair lens
  Optical Assistant: greet balance adjust nose
Hearing-aid shop | Hearing Aid Audiologist
  speaks hearing+aid hearing+test audiologist
Veterinary practice | Veterinarian! | Receptionist
  speaks vet veterinary veterinarian sick+animal pet+owner castrate neuter
  echoes animal dog cat rabbit pet vaccinate examine operate treat blood cow herd sick
  Veterinarian: examine treat operate diagnose castrate neuter look+animal look+cat look+dog
  Veterinary Nurse: hold prepare monitor feed anaesthesia sterilise vaccinate vaccine+give weigh nurse
Hair salon | Hairdresser | Receptionist
  speaks hair haircut barber hairdresser beard stylist shampoo
  echoes salon cut colour style wash blow dry highlights
  Hairdresser: cut colour blow highlights beard
  Salon Assistant: wash sweep
Beauty salon | Beautician | Receptionist
  speaks manicure pedicure facial make-up beautician eyelash
  echoes nail skin salon mask brow wax
  Nail Technician: nail manicure gel
Spa | Massage Therapist; Spa Attendant | Spa Receptionist
  speaks spa sauna massage+guest wellness
  echoes massage towel pool oil
  Spa Attendant: towel sauna pool
Tattoo studio | Tattoo Artist | Studio Assistant
  speaks tattoo piercing
  echoes stencil motif ink needle skin touch+up
  Tattoo Artist: tattoo stencil touch aftercare
  Tattoo Designer: draw design sketch
  Studio Assistant: sterilise clean answer! order! message! motif+talk consent deposit
Fitness studio | Fitness Trainer; Fitness Coach | Membership Adviser
  speaks gym fitness workout spinning training+plan membership+trial
  echoes trainer member trial class machine body session membership
  Fitness Trainer: train body workout exercise plan+train trial
  Group Fitness Instructor: class spin course
Yoga studio | Yoga Teacher | Studio Manager
  speaks yoga pilates meditation
  echoes studio class mat member
  Yoga Teacher: yoga teach class
Sports club | Coach | Club Secretary
  speaks football+club tennis athlete swim+club match+play
  echoes coach train member pitch court team
Swimming school | Swimming Instructor | Course Adviser
  speaks swimming swim+lesson swim+teach
  echoes pool lesson badge lane
Ski school | Ski Instructor | Course Adviser
  speaks ski snowboard
  echoes slope lift lesson
Sailing school | Sailing Instructor | Course Adviser
  speaks sailing+licence sailing+school sailing+course sailing+lesson sail+pupil sail+learner boat+licence boating+licence
  echoes knot pupil sail wind rig boat exam
  Sailing Instructor: teach sail+pupil sail+learner sail+student knot lesson exam+hold
  Boat Technician: rig boat patch hull repair
Diving school | Diving Instructor | Course Adviser
  speaks dive diving+certificate diving+school diving+course scuba
  echoes gear pool sea suit bottle compressor exam certificate
  Diving Instructor: dive gear+explain exam+hold teach
  Dive Shop Assistant: suit rinse bottle+fill compressor
Surf school | Surf Instructor | Course Adviser
  speaks surf kite+lesson wetsuit
  echoes wave board lesson beach
Escape room | Game Master | Receptionist
  speaks escape riddle
  echoes room reset clue hint camera prop
  Game Master: hint camera rule group clue
  Game Designer: riddle prop+build
Prosthetics workshop | Prosthetist! | Receptionist
  speaks prosthesis prosthetic orthopaedic socket+leg insole walk+prescription
  echoes plaster cast leg socket align foot
Dance school | Dance Teacher | Course Adviser
  speaks dance ballet tango waltz
  echoes course class couple ball
Driving school | Driving Instructor | Course Adviser
  speaks driving+lesson driving+school driving+licence driving+test learner+drive theory+lesson theory+test driving+teach theory+even lesson+motorway ride+test lesson+block
  echoes lesson theory test motorway pupil licence drive car
  Driving Instructor: lesson theory motorway teach drive ride pupil+go
Language school | Language Teacher | Course Adviser
  speaks french english german spanish italian language+course placement+test language+school
  echoes course class lesson homework exam student certificate prepare
  Language Teacher: lesson class homework exam teach
  Course Adviser: placement recommend course
Music school | Music Teacher | School Secretary
  speaks violin choir guitar flute music+lesson piano+lesson piano+accompany drums+lesson cello
  echoes lesson rehearse rehearsal pupil instrument accompany concert trial piano
  Music Teacher: lesson accompany teach practise
  Choir Leader: choir
Tutoring | Tutor | Course Adviser
  speaks tutor tutoring homework+help maths+lesson exam+prepare
  echoes pupil lesson parent school grade
School | Teacher! | School Secretary
  speaks pupil school+class school+leaver school+bus tuition teacher timetable classroom headmaster schoolchildren
  echoes class teach exam parent lesson mark report school
  Teacher: teach lesson class mark exam report
Kindergarten | Kindergarten Teacher; Childcare Worker | Kindergarten Manager
  speaks kindergarten nappy nappies childminder crèche creche nursery+child daycare toddler child+happy
  echoes child children parent play sing settle nap observe care
  Cook: cook lunch
Training company | Trainer | Training Consultant
  speaks seminar trainee training+course workshop+participant e-learning trainer
  echoes participant course handout certificate train
University | Lecturer! | Student Adviser
  speaks lecture professor semester thesis
  echoes student exam seminar research
Funeral home | Undertaker; Funeral Attendant | Funeral Director; Funeral Arranger
  speaks funeral burial coffin deceased hearse grave mourner cremation bury undertaker
  echoes death obituary chapel family ceremony notice registry dress urn condolence
  Undertaker: deceased coffin carry hearse lay dress wash collect
  Funeral Director: family talk arrange agree ceremony lead regist registry register order+grave notice obituary death
  Florist: decorate wreath
Museum | Museum Assistant | Museum Educator
  speaks museum exhibition exhibit curator loan+request
  echoes hang case wall guide room ticket work visitor collection gallery
  Curator: choose concept wall+text text research
  Registrar: loan
  Exhibition Technician: build hang case light transport
  Museum Guide: guide tour
  Museum Attendant: watch guard room
  Ticket Clerk: ticket
  Museum Educator: school outreach
  Press Officer: press
Theatre | Stage Technician | Box Office Clerk
  speaks theatre rehearsal+play stage+set costume actor premiere
  echoes stage light scene ticket audience
  Actor: act perform rehearse
  Stage Technician: set light stage build
  Costume Maker: costume
  Box Office Clerk: ticket
Band | Musician | Booking Agent
  speaks gig brass+concert band+play arrangement song
  echoes rehearse concert play gear music band
Cinema | Cinema Assistant; Projectionist | Box Office Clerk
  speaks cinema popcorn screening
Church | Pastor | Parish Secretary
  speaks parish sermon church congregation
Library | Librarian | Librarian
  speaks library librarian book+lend borrower
`);
