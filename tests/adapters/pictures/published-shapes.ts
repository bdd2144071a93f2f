/** Napkins of our own in the shapes that maps in books and of other tools have; names and numbers are made up. */
export const PUBLISHED_SHAPES: readonly (readonly [name: string, napkin: string])[] = [
  [
    'a press line between a supplier and an assembler',
    `stream Hooks
customer: Assembly plant in the next valley
supplier: Steel works
day: 14h 40m
month: 20d
demand: 16200/month
fulfilment:
wait 4d "coils"
Stamp the hook @Press 2s (value) uptime 88% changeover 60m batch 9000
stock 6200
Weld the left side @Ana 35s (value) changeover 10m
stock 1500
Weld the right side @Bo 42s (value) uptime 80% changeover 10m
stock 2300
Assemble the first part @Cem 58s (value)
stock 1600
Assemble the second part @Dora 37s (value)
stock 3900 pull
Load the lorry @Shipping batch 20
`,
  ],
  [
    'two materials that meet',
    `stream Hinges
customer: Gate maker
supplier: Bar mill
day: 12h
demand: 21000/month
fulfilment:
meanwhile
  Keep the pins (outside) lead 20d
  then Cut the pins @Saw 12s changeover 15m
  then wait 5d
  then Turn the pins @Lathe 28s
  Keep the leaves (outside) lead 22d
  then Machine the leaves @Mill 35s changeover 2h
  then wait 4d "the larger crates"
end
Weld both @Robot 26s
wait 3d fifo 40
Paint (outside) lead 2d
Assemble @Six x6 180s (value)
wait 4d
Ship @Driver
`,
  ],
  [
    'a future state that pulls',
    `stream Hooks tomorrow
customer: Assembly plant
supplier: Steel works
demand: 900/day
fulfilment:
stock 1400 pull
Stamp @Press 1s changeover 10m batch 300
stock 1400 pull "supermarket of stamped parts"
Weld and assemble in one cell @Cell x3 165s (value)
stock 1800 fifo 20
Ship @Shipping
`,
  ],
  [
    'a hospital visit',
    `stream Visit to the ward
customer: Patient
day: 10h
sales:
wait 2h "in the corridor"
Register @Desk 12m tells Patient
wait 3h
Examine @Doctor 30m 92% asks Patient [Ward book]
wait 24h
Operate @Surgeon, @Nurse 3h (value)
wait 48h "until the bed is free"
Discharge @Nurse 40m 85% tells the customer [Ward book, Letters]
`,
  ],
  [
    'a service of eleven steps with its systems',
    `stream Cold store call to invoice
customer: Shop with a cold store
demand: 35/day
sales:
Take the call @Desk 4m 95% [Phone log, Dispatch] tells Shop with a cold store
Find a technician @Desk 6m 80% [Dispatch]
wait 3h
fulfilment:
Drive there @Technician 55m
Find the fault @Technician 70m 75%
Fetch the part @Technician 45m asks supplier
Mend it @Technician 90m 90% (value)
Write the ticket @Technician 20m 60% [Tablet]
wait 4d "tickets come in once a week"
Check the ticket @Office 10m 70% [Tablet, Ledger]
back to "Write the ticket" 30%
Price the call @Office 12m 85% [Ledger]
Approve @Owner 3m approves "Price the call"
wait 2d
Send the invoice @Office 8m 98% [Ledger, Mail] tells Shop with a cold store
`,
  ],
  [
    'order to cash with a branch that is chased',
    `stream Order to cash
customer: Buyer
demand: 1000/month
fulfilment:
meanwhile
  Collect the note (outside) lead 5d
  Chase the note @Office 10m lead 3d
end
either
  10%: Correct the note @Office 20m lead 4d 70%
  90%: Review the note @Office 2m lead 1d 99%
end
Bill and collect @Ledger 15m lead 45d
`,
  ],
  [
    'an office with rework that overlaps',
    `stream Idea to release
customer: Subscriber
sales:
Describe it @Owner 2h lead 5d 80% [Board]
Sketch it @Designer 6h lead 4d 70% [Board]
back to "Describe it" 20%
fulfilment:
Build it @Team x3 16h lead 8d 85% (value) [Repository, Board]
back to "Sketch it" 15%
Test it @Tester 4h lead 6d 75% [Board]
back to "Build it" 25%
back to "Describe it" 5%
Release it @Team 1h lead 1d 99% [Repository]
`,
  ],
  [
    'paths that cross',
    `stream Six activities
customer: Committee
demand: 2/week
sales:
meanwhile
  Activity one @A 3d
  Activity two @B 5d
  then Activity five @C 2d
end
after Activity one
Activity three @D 4d
after Activity one
Activity four @A 6d
after Activity four, Activity five
Activity six @E 1d tells Committee
`,
  ],
  [
    'a block of branches at the seam',
    `stream Bicycle in, bicycle out
customer: Cyclist
demand: 18-22/week
sales:
Quote the price @Ann 15m 80% [Till] asks customer
lost 20%
fulfilment:
meanwhile
  Order the parts @Ann 10m
  then wait 2-4d "the importer"
  Clean the frame @Cem 20m
end
sales:
either
  80%: Collect the money @Ann 5m [Till]
  20%: Chase the payment @Ann 20m
end
`,
  ],
  [
    'a single step for somebody whose name is long',
    `stream Signature
customer: The honourable Association of Cooperative Dairies of the Upper Valley
supplier: Registry of Deeds, Department of Copies
demand: 3-4/day
sales:
Sign @Notary 5m asks the supplier tells the customer
`,
  ],
];
