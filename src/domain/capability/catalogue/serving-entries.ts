import type { CatalogueEntry } from '../capability.js';
import { entriesOf } from './catalogue-row.js';

/** What serves people: kitchens, guests, care, medicine, software, support. */
export const SERVING_ENTRIES: readonly CatalogueEntry[] = [
  ...entriesOf('kitchen', [
    [
      'Cooking',
      'Cook',
      'cook; cook meals',
      'cook the meal; cook the dish; cook lunch; fry the eggs; prepare the dish; plate the food; plate the dish; grill; prepare the food; plan the menu; food preparation; mise en place; prepare ingredients; prepare the ingredients; chop vegetables; peel; make the salad',
    ],
  ]),
  ...entriesOf('guests', [
    [
      'Table service',
      'Waiter',
      'wait tables; waiting tables; wait at table',
      'serve the food; serve the guests; greet the guest; welcome the guest; bring to the table; seat the guests; clear the table; carry to the table; serve the meal; serve drinks; serving; bar work; bar service; tend the bar; mix drinks; pour the drinks; make coffee; pour the coffee; pour the beer',
    ],

    [
      'Reservations',
      'Host',
      'reservation taking; take reservations',
      'take the reservation; reserve a table; book the room; room reservation; confirm the reservation',
    ],
    [
      'Housekeeping',
      'Housekeeper',
      'room keeping; hotel housekeeping',
      'make up the rooms; make the beds; prepare the guest room; turn down service; change the linen',
    ],
    [
      'Shop sales',
      'Shop Assistant',
      'counter service; retail sales',
      'serve the shopper; advise in the shop; sell in the store; run the counter; help the shopper; merchandising; visual merchandising; merchandise display; stock the shelves; display the merchandise; dress the window; arrange the display; price tagging',
    ],
  ]),
  ...entriesOf('animals', [
    [
      'Animal nursing',
      'Veterinary Nurse',
      'veterinary nursing; nurse animals',
      'nurse the animal; hold the animal; prepare the animal; monitor the animal; anaesthesia monitoring',
    ],
    [
      'Animal care',
      'Animal Keeper',
      'animal keeping; look after animals',
      'feed the animals; walk the dogs; groom the dog; muck out; milk the cows; animal husbandry',
    ],
  ]),
  ...entriesOf('nursing', [
    [
      'Nursing',
      'Nurse',
      'nursing care; nurse patients',
      'nurse the patient; change the dressing; take vital signs; wound care; ward round; give injection; give the vaccine',
    ],
    [
      'Dispensing',
      'Pharmacy Assistant',
      'dispense medicines; medicine dispensing',
      'hand out the medicines; fill the prescription; give medicines; issue medication',
    ],
    [
      'Personal care',
      'Carer',
      'elderly care; home care',
      'wash the resident; help with dressing; care visit; bathe the client',
    ],
    [
      'Medical assistance',
      'Medical Assistant',
      'medical assisting; assist in treatment',
      'take blood; assist the dentist; take the x-ray; x-ray; chairside assistance; prepare the treatment room; laboratory sample',
    ],
  ]),
  ...entriesOf(
    'medicine',
    [
      [
        'Medical examination',
        'Doctor',
        'examine patients; medical consultation',
        'examine the patient; diagnose the patient; diagnosis; see the patient; prescribe; write the prescription; medical treatment',
      ],
      [
        'Veterinary medicine',
        'Veterinarian',
        'veterinary practice; veterinary work',
        'veterinary examination; examine the animal; examine the pet; examine the cat; vaccinate the animal; veterinary treatment; treat the animal',
      ],
      [
        'Surgery',
        'Surgeon',
        'perform surgery; surgical work',
        'operate on the patient; operate on the animal; operate; perform the operation; surgical procedure; veterinary surgery',
      ],
      [
        'Dental treatment',
        'Dentist',
        'dentistry; dental care',
        'treat the tooth; fill the tooth; dental examination; examine the teeth; fit the crown; root canal',
      ],
      [
        'Physiotherapy',
        'Physiotherapist',
        'physical therapy; physio',
        'treat the patient; write the treatment plan; assess the patient; teach home exercises; therapy; therapeutic work; give therapy; occupational therapy; therapy session; speech therapy; massage',
      ],
    ],
    { licence: true },
  ),
  ...entriesOf('software', [
    [
      'Programming',
      'Software Developer',
      'software development; coding; software engineering',
      'write the code; write code; build the feature; develop the software; implement; fix the bugs; fix bugs in the app; fix a defect; software architecture; software system design; design software architecture; design the architecture; system design; data model; design the interface; technical design',
    ],
    [
      'Software testing',
      'Test Engineer',
      'test software; QA testing',
      'test the release; test the software; test the feature; acceptance test; regression test; write tests',
    ],
    [
      'Code review',
      'Senior Developer',
      'code reviewing; review code',
      'review the code; review the pull request; pull request; architecture review',
    ],

    [
      'Product management',
      'Product Manager',
      'product ownership; manage the product',
      'prioritise the backlog; write the user story; plan the release; roadmap; backlog refinement',
    ],
    [
      'Requirements analysis',
      'Business Analyst',
      'requirements engineering; analyse requirements',
      'gather the requirements; requirements; analyse the requirements; specify the feature; write the specification',
    ],
    [
      'User experience design',
      'UX Designer',
      'UX design; user-experience design',
      'design the screens; wireframes; usability test; prototype; user research; user interface',
    ],
  ]),
  ...entriesOf('systems', [
    [
      'Deployment',
      'Operations Engineer',
      'deploying; deploy; software deployment',
      'deploy the release; release the software; roll out; go live; release management; ship the release; ship a new release; devops',
    ],
    [
      'System operations',
      'System Administrator',
      'system administration; systems administration',
      'run the servers; monitor the system; back up data; set up the server; patch the system; incident response; manage access; keep the servers running',
    ],
  ]),
  ...entriesOf('support', [
    [
      'Technical support',
      'Support Engineer',
      'help desk; user support',
      'customer support; answer the ticket; resolve the ticket; support request; first level support; remote support; answer first questions',
    ],
    [
      'Customer onboarding',
      'Onboarding Specialist',
      'onboarding; onboard customers',
      'account provisioning; data migration; customer training; onboard the customer; set up the account; provision the account; migrate the data; configure the system; train the users',
    ],
  ]),
];
