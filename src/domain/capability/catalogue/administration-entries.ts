import type { CatalogueEntry } from '../capability.js';
import { entriesOf } from './catalogue-row.js';

/** What keeps a firm running: planning, purchasing, money, people, leading, law, advising, teaching. */
export const ADMINISTRATION_ENTRIES: readonly CatalogueEntry[] = [
  ...entriesOf('planning', [
    [
      'Scheduling',
      'Scheduler',
      'work scheduling; schedule work',
      'planning; dispatch; plan the crew; schedule the job; book the crew; match with a crew; find a crew; plan the week; crew planning; plan the route; rota planning; plan the rota; assign the job; schedule production; make the timetable',
    ],
    [
      'Purchasing',
      'Buyer',
      'buying; procurement',
      'order materials; order the material; order the parts; buy supplies; order supplies; place the purchase order; order stock; rent equipment; order the goods; order the medicines; order the vaccines; order the flowers; order food; choose the supplier',
    ],
    [
      'Project coordination',
      'Project Manager',
      'project management; manage projects',
      'coordinate the project; manage the project; kick off the project; assign the translator; hand over the project; track progress; project leadership',
    ],
    [
      'Stock control',
      'Stock Controller',
      'inventory control; stock keeping',
      'check the stock; stocktaking; count the stock; replenish stock; reorder',
    ],
  ]),
  ...entriesOf('money', [
    [
      'Billing',
      'Billing Clerk',
      'invoicing; write invoices; send invoices',
      'invoice; write the invoice; send the invoice; issue the invoice; send the final invoice; bill the customer; bill the client; bill the insurer; send the bill; make out the invoice',
    ],
    [
      'Collections',
      'Credit Controller',
      'debt collection; chase payments; chase the payment; dunning',
      'payment reminder; send reminders; send the reminder; chase late payers; overdue invoices; ring for the money',
    ],
    [
      'Bookkeeping',
      'Bookkeeper',
      'book-keeping; keep the books; do the bookkeeping',
      'month end; close the books; close the month; do the accounts; accounting; book the receipts; reconcile accounts; pay suppliers; tax administration; tax returns; taxes; pay the taxes; tax return; VAT return; pay the duty',
    ],

    [
      'Payroll',
      'Payroll Clerk',
      'payroll accounting; run payroll',
      'pay wages; run the payroll; do payroll; pay the staff; pay the crew; calculate wages; time sheets',
    ],
    [
      'Credit control',
      'Credit Controller',
      'credit checking; check credit',
      'check the credit; credit check; approve credit; credit limit',
    ],
  ]),
  ...entriesOf('people', [
    [
      'Recruiting',
      'Recruiter',
      'recruitment; hiring',
      'interviewing; search candidates; interview candidates; screen applicants; recruit staff; hire staff; present the shortlist; source candidates; job interview; candidate interviews',
    ],
    [
      'Personnel administration',
      'HR Administrator',
      'HR administration; personnel management',
      'employment contract; approve leave; personnel files; absence records; onboard the employee; train staff',
    ],
  ]),
  ...entriesOf('leading', [
    [
      'Approval',
      'Manager',
      'approving; sign-off',
      'approve the price; approve the order; release the budget; give the go-ahead; final decision; authorise; approve the discount; decide on admission; margin control; control margins; margin checking; check the margin; release the quotation; staff leadership; team leadership; lead staff; lead the team; leadership; supervise the team; staff meeting',
    ],
  ]),
  ...entriesOf('legal', [
    [
      'Legal advice',
      'Lawyer',
      'legal counsel; legal consulting',
      'advise on the law; draft the claim; read the documents; check conflict of interest; draft the will; legal research; conveyancing; court work; litigation; represent in court; file with the court; attend the hearing; attend the trial; plead the case; contract review; review contracts; contract checking; review the contract; draft the contract; check the contract; terms and conditions; legal review',
    ],
  ]),
  ...entriesOf('advising', [
    [
      'Consulting',
      'Consultant',
      'business consulting; consultancy',
      'advise the client; analyse the business; run the workshop; present the findings; process analysis; coach the client; analyse the data',
    ],
  ]),
  ...entriesOf('teaching', [
    [
      'Teaching',
      'Teacher',
      'teach; school teaching',
      'teach the class; teach maths; teach biology; give the lesson; teach the course; hold the seminar; run the training; tutoring; give lessons; mark exams; supervise homework',
    ],
    [
      'Driving instruction',
      'Driving Instructor',
      'driving teaching; teach driving',
      'give the driving lesson; driving lesson; teach the theory',
    ],
  ]),
];
