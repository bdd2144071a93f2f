import type { CatalogueEntry } from '../capability.js';
import { entriesOf } from './catalogue-row.js';

/** What serves people: kitchens, guests, care, medicine, software, support. */
export const SERVING_ENTRIES: readonly CatalogueEntry[] = [
  ...entriesOf('kitchen', [
    [
      'Cooking',
      'Cook',
      'cook the meal; cook; prepare the dish; plate the food; grill; prepare the food; kitchen; bake the bread; plan the menu',
    ],
    [
      'Food preparation',
      'Kitchen Assistant',
      'prepare the ingredients; chop vegetables; mise en place; peel; make the salad',
    ],
  ]),
  ...entriesOf('guests', [
    [
      'Table service',
      'Waiter',
      'serve the food; serve the guests; seat the guests; wait tables; clear the table; serve the meal; serve drinks; mix drinks; make coffee',
    ],
    [
      'Reservations',
      'Host',
      'take the reservation; reserve a table; book the room; room reservation; confirm the reservation',
    ],
    [
      'Housekeeping',
      'Housekeeper',
      'make up the rooms; make the beds; prepare the guest room; turn down service; change the linen',
    ],
    [
      'Shop sales',
      'Shop Assistant',
      'serve the shopper; advise in the shop; sell in the store; counter service; run the counter; help the shopper',
    ],
    [
      'Merchandising',
      'Visual Merchandiser',
      'stock the shelves; stock shelves; display the merchandise; dress the window; arrange the display; price tagging',
    ],
  ]),
  ...entriesOf('nursing', [
    [
      'Nursing',
      'Nurse',
      'nurse the patient; change the dressing; take vital signs; wound care; nursing care; ward round',
    ],
    [
      'Animal nursing',
      'Veterinary Nurse',
      'nurse the animal; hold the animal; prepare the animal; monitor the animal; veterinary nursing; anaesthesia monitoring',
    ],
    [
      'Dispensing',
      'Pharmacy Assistant',
      'hand out the medicines; dispense medicine; fill the prescription; give medicines; issue medication',
    ],
    [
      'Personal care',
      'Carer',
      'wash the resident; help with dressing; home care; care visit; bathe the client; elderly care',
    ],
    [
      'Medical assistance',
      'Medical Assistant',
      'take blood; assist the dentist; take the x-ray; x-ray; chairside assistance; prepare the treatment room; laboratory sample',
    ],
  ]),
  ...entriesOf(
    'medicine',
    [
      [
        'Medical examination',
        'Doctor',
        'medical treatment; examine the patient; diagnose the patient; diagnosis; see the patient; medical consultation; prescribe; write the prescription',
      ],
      [
        'Veterinary examination',
        'Veterinarian',
        'examine the animal; examine the pet; vaccinate the animal; veterinary treatment; treat the animal',
      ],
      [
        'Surgery',
        'Surgeon',
        'veterinary surgery; operating; operate on the patient; operate on the animal; operate; perform the operation; surgical procedure',
      ],
      [
        'Dental treatment',
        'Dentist',
        'dental work; treat the tooth; fill the tooth; dental examination; examine the teeth; fit the crown; root canal; dentistry',
      ],
      [
        'Therapy',
        'Therapist',
        'treat the patient; physiotherapy; massage; occupational therapy; therapy session; speech therapy',
      ],
    ],
    { licence: true },
  ),
  ...entriesOf('software', [
    [
      'Programming',
      'Software Developer',
      'development; software; write the code; write code; build the feature; develop the software; implement; software development; coding; fix the bugs; fix bugs; software engineering',
    ],
    [
      'Software testing',
      'Test Engineer',
      'test the release; test the software; test the feature; QA testing; acceptance test; regression test; write tests',
    ],
    [
      'Code review',
      'Senior Developer',
      'review the code; review the pull request; pull request; architecture review',
    ],
    [
      'Software architecture',
      'Software Architect',
      'design the architecture; system design; data model; design the interface; technical design',
    ],
    [
      'Product management',
      'Product Manager',
      'prioritise the backlog; write the user story; plan the release; roadmap; product ownership; backlog refinement',
    ],
    [
      'Requirements analysis',
      'Business Analyst',
      'gather the requirements; requirements; analyse the requirements; specify the feature; write the specification',
    ],
    [
      'User experience design',
      'UX Designer',
      'design the screens; wireframes; usability test; prototype; user research; user interface',
    ],
  ]),
  ...entriesOf('support', [
    [
      'Deployment',
      'Operations Engineer',
      'operations; devops; deploy the release; deploy; release the software; roll out; go live; release management; ship the release',
    ],
    [
      'System operations',
      'System Administrator',
      'run the servers; monitor the system; back up data; system administration; set up the server; patch the system; incident response; manage access',
    ],
    [
      'Technical support',
      'Support Engineer',
      'customer support; user support; answer the ticket; resolve the ticket; help desk; support request; first level support; remote support',
    ],
    [
      'Customer onboarding',
      'Onboarding Specialist',
      'account provisioning; data migration; customer training; onboarding; onboard the customer; set up the account; provision the account; migrate the data; configure the system; train the users',
    ],
  ]),
];
