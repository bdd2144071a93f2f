import type { CatalogueEntry } from '../capability.js';
import { entriesOf } from './catalogue-row.js';

/** What wins customers: contact, selling, estimating, marketing, content. */
export const SALES_ENTRIES: readonly CatalogueEntry[] = [
  ...entriesOf('office', [
    [
      'Customer contact',
      'Customer Service Representative',
      'telephone; phone answering; answer the phone; answer the call; answer enquiry; take the call; call the customer; call; call back; customer service; answer questions; enquiry handling; inquiry handling; reply to the request; inform the customer; remind the customer',
    ],
    [
      'Reception',
      'Receptionist',
      'receive the customer; welcome visitors; greet the guest; check in the patient; front desk; receive the pet owner; register the client',
    ],
    [
      'Appointment booking',
      'Receptionist',
      'book the appointment; make an appointment; confirm the appointment; agree a date; confirm the date; arrange a visit; diary keeping',
    ],
    [
      'Order taking',
      'Order Clerk',
      'take the order; order entry; enter the order; confirm the order; order confirmation; register the order',
    ],
    [
      'Complaint handling',
      'Customer Service Representative',
      'handle the complaint; settle the complaint; settle damages; process the return; refund the customer; claims handling; insurance claim',
    ],
    [
      'Compliance',
      'Compliance Officer',
      'permit; get the permit; permits; apply for the permit; pull the permit; regulatory approval; data protection; safety rules; file with the authority; licensing; occupational safety; audit',
    ],
    [
      'Document administration',
      'Office Administrator',
      'file documents; fill in forms; send documents; paperwork; record keeping; prepare the file; back office',
    ],
  ]),
  ...entriesOf(
    'office',
    [
      [
        'System upkeep',
        'Office Administrator',
        'keep the system up to date; update the board; update the record; data entry; enter data; maintain the database',
      ],
    ],
    {
      common: true,
    },
  ),
  ...entriesOf('selling', [
    [
      'Lead qualification',
      'Sales Representative',
      'qualify the lead; qualify enquiry; screen the prospect; discovery call; needs analysis; meet the prospect; first consultation',
    ],
    [
      'Selling',
      'Sales Representative',
      'sell; sales call; advise the buyer; demo the product; give a demo; product demonstration; pitch; present the offer; prospecting; sales',
    ],
    [
      'Site survey',
      'Surveyor',
      'site surveying; measuring; visit the site; visit the house; visit the flat; measure the rooms; take measurements; site visit; survey; site measuring',
    ],
    [
      'Estimating',
      'Estimator',
      'estimate; price the job; pricing; cost the job; calculate the price; costing; work out the price; calculation; bill of quantities',
    ],
    [
      'Quoting',
      'Estimator',
      'quotation; offer writing; proposal; quote; write the quote; send the quote; write the offer; send the offer; prepare the quotation; write the proposal; prepare the tender; proposal writing',
    ],
    [
      'Negotiation',
      'Sales Representative',
      'negotiate the contract; negotiate the price; agree the price; agree the fee; agree the terms; discuss the contract',
    ],
    [
      'Closing sales',
      'Sales Representative',
      'closing; order closing; win the order; close the deal; win the job; win the mandate; sign the contract; get the signature; close the sale; contract signing',
    ],
    [
      'Account management',
      'Account Manager',
      'look after the account; renew the contract; renewal; upsell; customer success; client relations; account review; retain the customer',
    ],
    [
      'Custom design',
      'Designer',
      'kitchen design; product design; drawing; draw the plan; design the kitchen; technical drawing; make the drawing; CAD drawing; space planning; design to order',
    ],
  ]),
  ...entriesOf('marketing', [
    [
      'Campaign management',
      'Marketing Manager',
      'run the campaign; plan the campaign; launch the campaign; advertising; place adverts; advertise; lead generation; generate leads; search ads',
    ],
    [
      'Social media',
      'Social Media Manager',
      'post on social media; social media posts; community management; run the channel; newsletter; send the newsletter',
    ],
    [
      'Events',
      'Event Manager',
      'organise the event; trade fair; plan the event; run a webinar; event planning; exhibit',
    ],
  ]),
  ...entriesOf('creative', [
    [
      'Graphic design',
      'Graphic Designer',
      'design the layout; layout; design the logo; artwork; create visuals; design the brochure; make the design; design the website',
    ],
    [
      'Copywriting',
      'Copywriter',
      'write the text; write copy; write the article; write content; blog post; write the advertisement; content writing',
    ],
    [
      'Photo and video',
      'Photographer',
      'take photos; photography; shoot the video; edit the video; film; retouch images; video production',
    ],
  ]),
  ...entriesOf('language', [
    ['Translation', 'Translator', 'translate the text; translate; translating; localisation; subtitling'],
    [
      'Proofreading',
      'Proofreader',
      'proofread the text; revise the translation; edit the text; language review; copy editing; check the translation',
    ],
  ]),
];
