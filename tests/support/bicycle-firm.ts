/** A firm of two streams in which the same people work: what one of them repairs, and what it lends. */
export const REPAIR = `stream Repair
demand: 30/week
sales:
Take the bike in @Rosa 10m {customer contact}
fulfilment:
Repair the bike @Milan 1h 20m {bicycle repair}
Invoice @Rosa 8m {billing}
`;
export const RENTAL = `stream Rental
demand: 45/week
sales:
Take the booking @Rosa 5m {scheduling}
fulfilment:
Hand it over @Tim 12m {customer contact}
Check it in @Milan 15m {bicycle repair}
Invoice @Rosa 4m {billing}
`;
