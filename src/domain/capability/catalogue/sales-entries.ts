import type { CatalogueEntry } from '../capability.js';
import { entriesOf } from './catalogue-row.js';

/** What wins customers: contact, selling, estimating, marketing, content. */
export const SALES_ENTRIES: readonly CatalogueEntry[] = [
  ...entriesOf('office', [
    [
      'Customer contact',
      'Customer Service Representative',
      'customer service',
      'telephone; answer the phone; phone answering; answer the call; call the customer; take the call; call back; ring the customer; answer questions; inform the customer; remind the customer',
    ],
    [
      'Enquiry handling',
      'Customer Service Representative',
      'inquiry handling; answer enquiries; answer the enquiry; handle enquiries',
      'reply to the request; answer the request; take the enquiry',
    ],
    [
      'Reception',
      'Receptionist',
      'front desk work; reception work',
      'front desk; receive the customer; welcome visitors; check in the patient; check in at the desk; receive the pet owner; register the client',
    ],
    [
      'Appointment booking',
      'Receptionist',
      'appointment scheduling; book appointments',
      'book the appointment; make an appointment; confirm the appointment; agree a date; confirm the date; arrange a visit; diary keeping',
    ],
    [
      'Order taking',
      'Order Clerk',
      'order entry; take orders; take the order',
      'enter the order; confirm the order; order confirmation; register the order',
    ],
    [
      'Complaint handling',
      'Customer Service Representative',
      'handle complaints; complaints handling; complaint management',
      'handle the complaint; settle the complaint; process the return; refund the customer; claims handling; claim handling; handle claims; claims management; settle damages; settle the damages; insurance claim; handle the damage claim',
    ],

    [
      'Compliance',
      'Compliance Officer',
      'regulatory compliance',
      'regulatory approval; data protection; safety rules; licensing; occupational safety; audit; permit handling; permits; get permits; permit applications; get the permit; apply for the permit; pull the permit; file with the authority',
    ],

    [
      'Document administration',
      'Office Administrator',
      'document management; paperwork; record keeping',
      'file documents; fill in forms; send documents; open the file; prepare the file; back office; send the letter',
    ],
    [
      'Payment handling',
      'Cashier',
      'payments; payment processing; take payments; take the payment',
      'take the deposit; collect the deposit; cashing up; process the payment; register payment; receive payment; collect the fee; operate the till; checkout',
    ],
  ]),
  ...entriesOf(
    'office',
    [
      [
        'System upkeep',
        'Office Administrator',
        'keep the system up to date',
        'update the board; update the record; data entry; enter data; maintain the database',
      ],
    ],
    { common: true },
  ),
  ...entriesOf('selling', [
    [
      'Lead qualification',
      'Sales Representative',
      'lead qualifying; qualify leads; qualify the lead',
      'qualify the enquiry; screen the prospect; discovery call; needs analysis; meet the prospect; first consultation',
    ],
    [
      'Selling',
      'Sales Representative',
      'sales; sell',
      'sales call; advise the buyer; pitch; present the offer; prospecting; product demonstration; product demo; demonstrate the product; demo the product; give a demo; show the product; closing sales; sales closing; close sales; close the sale; order closing; win the order; close the deal; win the job; win the mandate; sign the contract; get the signature; contract signing',
    ],

    [
      'Site survey',
      'Surveyor',
      'site surveying; survey the site',
      'visit the site; visit the house; visit the flat; measure the room; measure the kitchen; take measurements; site visit; survey; site measuring',
    ],
    [
      'Estimating',
      'Estimator',
      'estimate; cost estimating; write estimates',
      'pricing; costing; price the job; cost the job; calculate the price; work out the price; calculation; bill of quantities; write the estimate',
    ],
    [
      'Quoting',
      'Estimator',
      'quotation; write quotes; quote; offer writing',
      'write the quote; send the quote; write the offer; send the offer; prepare the quotation; write the proposal; prepare the tender; proposal writing; proposal',
    ],
    [
      'Negotiation',
      'Sales Representative',
      'negotiating; negotiate',
      'negotiate the contract; negotiate the price; agree the price; agree the fee; agree the terms; discuss the contract',
    ],

    [
      'Account management',
      'Account Manager',
      'manage accounts; client account management',
      'look after the account; renew the contract; renewal; upsell; customer success; client relations; account review; retain the customer',
    ],
    [
      'Custom design',
      'Designer',
      'bespoke design; design to order',
      'kitchen design; product design; draw the plan; design the kitchen; technical drawing; make the drawing; CAD drawing; space planning; drawing',
    ],
  ]),
  ...entriesOf('marketing', [
    [
      'Campaign management',
      'Marketing Manager',
      'campaign planning; run campaigns',
      'run the campaign; plan the campaign; launch the campaign; advertising; place adverts; lead generation; generate leads; search ads; run social ads',
    ],
    [
      'Social media',
      'Social Media Manager',
      'social media management; social media marketing',
      'post on social media; post on Instagram; social media posts; community management; run the channel; newsletter; send the newsletter',
    ],
    [
      'Events',
      'Event Manager',
      'event management; event organisation',
      'organise the event; trade fair; plan the event; run a webinar; event planning; exhibit; run the open day',
    ],
  ]),
  ...entriesOf('creative', [
    [
      'Graphic design',
      'Graphic Designer',
      'graphics design; graphic designing',
      'design the layout; layout; design the logo; artwork; create visuals; design the brochure; make the design; design the website',
    ],
    [
      'Copywriting',
      'Copywriter',
      'write copy; copy writing',
      'write the text; write the article; write content; blog post; write blog articles; write the advertisement; content writing',
    ],
    [
      'Photography',
      'Photographer',
      'take photos; take photographs',
      'photo shoot; retouch images; photograph the product; video production; make videos; film making; shoot the video; edit the video; film',
    ],
  ]),
  ...entriesOf('language', [
    [
      'Translation',
      'Translator',
      'translating; translate; translate texts',
      'translate the text; localisation; subtitling',
    ],
    [
      'Proofreading',
      'Proofreader',
      'proof-reading; proofread; proofread texts',
      'proofread the text; revise the translation; edit the text; language review; copy editing; check the translation',
    ],
  ]),
];
