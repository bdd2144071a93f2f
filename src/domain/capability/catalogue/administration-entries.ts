import type { CatalogueEntry } from '../capability.js';
import { entriesOf } from './catalogue-row.js';

/** What keeps a firm running: planning, purchasing, money, people, leading, advising. */
export const ADMINISTRATION_ENTRIES: readonly CatalogueEntry[] = [
  ...entriesOf('planning', [
    [
      'Scheduling',
      'Scheduler',
      'planning; dispatch; plan the crew; schedule the job; book the crew; plan the week; dispatching; crew planning; plan the route; rota planning; assign the job; schedule production',
    ],
    [
      'Purchasing',
      'Buyer',
      'buying; ordering materials; order materials; order the parts; buy supplies; order supplies; place the purchase order; procurement; order stock; rent equipment; order the goods; order the medicines; order the flowers; choose the supplier',
    ],
    [
      'Project coordination',
      'Project Manager',
      'coordination; project leadership; coordinate the project; project management; manage the project; kick off the project; assign the translator; hand over the project; track progress',
    ],
    [
      'Stock control',
      'Stock Controller',
      'check the stock; inventory control; stocktaking; count the stock; replenish stock; reorder',
    ],
  ]),
  ...entriesOf('money', [
    [
      'Billing',
      'Billing Clerk',
      'invoice; write the invoice; send the invoice; invoicing; issue the invoice; bill the customer; send the bill; make out the invoice',
    ],
    [
      'Payment handling',
      'Cashier',
      'payments; take the payment; take the deposit; collect the deposit; cashing up; process the payment; register payment; receive payment; collect the fee; operate the till; checkout',
    ],
    [
      'Collections',
      'Credit Controller',
      'chase the payment; payment reminder; send reminders for payment; dunning; debt collection; overdue invoices',
    ],
    [
      'Bookkeeping',
      'Bookkeeper',
      'book-keeping; month end; taxes; close the books; close the month; month end closing; accounting; book the receipts; reconcile accounts; pay the taxes; tax return; VAT return; pay suppliers',
    ],
    ['Payroll', 'Payroll Clerk', 'pay wages; run the payroll; pay the staff; calculate wages; time sheets'],
    [
      'Credit control',
      'Credit Controller',
      'check the credit; credit check; approve credit; approve the discount; credit limit; discount approval',
    ],
  ]),
  ...entriesOf('people', [
    [
      'Recruiting',
      'Recruiter',
      'hiring; recruitment; interviewing; search candidates; interview candidates; screen applicants; recruit staff; hire staff; present the shortlist; source candidates; job interview; candidate interviews',
    ],
    [
      'Personnel administration',
      'HR Administrator',
      'employment contract; approve leave; personnel files; absence records; HR administration; onboard the employee; train staff',
    ],
  ]),
  ...entriesOf('leading', [
    [
      'Approval',
      'Manager',
      'margin control; sign-off; release; approve; approve the price; approve the order; sign off; release the budget; give the go-ahead; authorise; final decision',
    ],
    [
      'Contract review',
      'Legal Counsel',
      'review the contract; legal advice; draft the contract; check the contract; terms and conditions; legal review',
    ],
  ]),
  ...entriesOf('advising', [
    [
      'Consulting',
      'Consultant',
      'analysis; advise the client; analyse the business; workshop; run the workshop; write the report; present the findings; process analysis; coach the client; analyse the data',
    ],
    [
      'Teaching',
      'Teacher',
      'teach the class; give the lesson; teach the course; teach the theory; hold the seminar; run the training; tutoring; give lessons',
    ],
    ['Driving instruction', 'Driving Instructor', 'give the driving lesson; driving lesson; teach driving'],
  ]),
];
