import {
  createUseCases,
  type Designers,
  type PrintReport,
  type UnitOfWork,
  type UseCases,
} from '../../src/application/index.js';
import { printModel } from '../../src/adapters/exchange/index.js';
import { drawOrgChart, drawPicture, drawSheets, toPng } from '../../src/adapters/pictures/index.js';
import { printReportFile, printStreamTable, printWalkSheet } from '../../src/adapters/reports/index.js';
import { readPeopleTable } from '../../src/adapters/imports/people-table/index.js';
import { readRaciTable } from '../../src/adapters/imports/raci-table/index.js';
import { readStreamTable } from '../../src/adapters/imports/stream-table/index.js';
import { readWishTable } from '../../src/adapters/imports/wish-table/index.js';
import { readStreamModel } from '../../src/adapters/imports/model/index.js';
import { BUILT_IN_CATALOGUE } from '../../src/domain/index.js';

let made = 0;

/** A report as its own data: what a printer makes of it is another matter. */
const asData: PrintReport = (report, format) => ({
  format,
  filename: `report.${format.toLowerCase()}`,
  mediaType: 'application/json',
  content: JSON.stringify(report),
});

/** What a case sets beside the database: the day that it is, or a clock of its own. */
export interface CaseRules {
  readonly overridesSwitchedOn?: boolean;
  readonly day?: string;
  readonly clock?: { readonly day: string };
  readonly designers?: Designers;
}

/** The use cases over a database; ids are counted, and every look at the clock is one minute later. */
export function useCasesOn(
  { unitOfWork }: { readonly unitOfWork: UnitOfWork },
  { overridesSwitchedOn = false, day = '2025-03-01', clock = { day }, designers }: CaseRules = {},
): UseCases {
  let minutes = 0;
  return createUseCases({
    unitOfWork,
    catalogue: BUILT_IN_CATALOGUE,
    printReport: asData,
    printWalkSheet,
    printReportFile,
    drawOrgChart,
    pictures: { drawPicture, drawSheets, toPng },
    readTable: readRaciTable,
    readPeople: readPeopleTable,
    readStreamTable,
    readStreamModel,
    readWishTable,
    printStreamTable,
    printModel,
    overridesSwitchedOn,
    ...(designers ? { designers } : {}),
    world: {
      now: () => {
        minutes += 1;
        return `${clock.day}T0${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}:00.000Z`;
      },
      newId: () => {
        made += 1;
        return `id-${made}`;
      },
    },
  });
}

/** A small shop of our own: both forces, a return, one step that states nothing. */
export const BIKE_SHOP = `stream Bike repair
customer: Rider
owner: Ada
demand: 20/week

sales:
Take the call  @Ada 10m 95% {customer service}
lost 20%
Quote the repair  @Ada 20m 90% {estimating}
fulfilment:
Repair the bike  @Ben 2h 92% {bicycle repair}
back to "Repair the bike" 5%
Send the invoice  @Ada 10m

person Ben 35h {bicycle repair}
`;

/** A second one, to be told apart from the first. */
export const CAFE = `stream Cafe breakfast
sales:
Greet the guest  @Ida 2m {customer service}
fulfilment:
Fry the eggs  @Jo 6m {cooking}
`;
