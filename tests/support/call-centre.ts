/** A stream of more people than one person can lead, with a role over the seam. */
export const CALL_CENTRE = `stream Call to settled complaint
demand: 2000/week
owner: Ada
sales:
owner: Sol
Take the call @Desk 15m {call handling}
Log the complaint @Desk 10m {call handling}
fulfilment:
Open the file @Desk 5m {call handling}
Test the returned kettle @Bench 1h {kettle testing}
`;

/** The same with a fiftieth of the calls: everybody can be led directly. */
export const SMALL_CALL_CENTRE = CALL_CENTRE.replace('2000', '40');
