import type { CatalogueEntry } from '../capability.js';
import { entriesOf } from './catalogue-row.js';

/** What makes, moves and keeps things: trades, production, logistics, upkeep, growing. */
export const MAKING_ENTRIES: readonly CatalogueEntry[] = [
  ...entriesOf('trade', [
    [
      'Work preparation',
      'Production Planner',
      'prepare the job; make the cut list; cutting list; scan the impression; prepare production; work instructions; set out the work',
    ],
    [
      'Cabinet making',
      'Cabinetmaker',
      'cabinetmaking; woodwork; build the cabinets; joinery; carpentry; build furniture; woodworking; make the doors; assemble the cabinets',
    ],
    [
      'Machine operation',
      'Machine Operator',
      'panel cutting; cutting; run the machine; cut the panels; mill the part; CNC; set up the machine; cut to size; edge banding; laser cutting; machining; weld; welding',
    ],
    [
      'Surface finishing',
      'Finisher',
      'painting; spraying; sanding; paint; spray the parts; lacquer; sand the surface; varnish; powder coating; finishing; polish; glaze',
    ],
    [
      'Assembly',
      'Assembler',
      'assemble; assemble the product; put together; fit the parts; final assembly; build the unit',
    ],
    [
      'Installation',
      'Installer',
      'kitchen fitting; on-site installation; handover; install; install at the site; fit the kitchen; mount; fitting; do the work on site; install the equipment; hang the doors',
    ],
    [
      'Repair',
      'Repair Technician',
      'repair; fix; repair the machine; replace the part; repair the bicycle; mend; overhaul; troubleshoot the device; inspect the bicycle; servicing',
    ],
    [
      'Electrical work',
      'Electrician',
      'electrics; wiring; rewire; electrical installation; connect the power; lay cables; wire the house; test the installation',
    ],
    [
      'Plumbing and heating',
      'Plumber',
      'plumbing; fit the boiler; heating; lay pipes; fit the bathroom; gas fitting; unblock the drain',
    ],
    [
      'Building work',
      'Builder',
      'bricklaying; build the wall; plastering; tiling; roofing; pour concrete; lay the floor; demolition; renovation',
    ],
    [
      'Printing',
      'Printer',
      'print; print the sheets; set up the press; run the press; digital printing; screen printing; make plates',
    ],
    [
      'Print finishing',
      'Bookbinder',
      'cut and fold; bind the book; trim; bookbinding; laminate; cutting and folding',
    ],
    [
      'Prepress',
      'Prepress Technician',
      'check the print file; prepare the print file; preflight; proof the file; imposition',
    ],
    [
      'Floristry',
      'Florist',
      'bind the bouquet; arrange flowers; decorate the hall; decorate the venue; flower arranging; make wreaths',
    ],
    [
      'Dental technology',
      'Dental Technician',
      'model the crown; mill the crown; glaze the crown; make the denture; dental lab work',
    ],
    [
      'Hair and beauty',
      'Hairdresser',
      'cut the hair; colour the hair; hairdressing; manicure; cosmetic treatment; beauty treatment',
    ],
  ]),
  ...entriesOf('logistics', [
    [
      'Driving',
      'Driver',
      'transportation; drive; drive to the site; drive the lorry; drive the van; transport; drive to the customer; travel to the customer',
    ],
    [
      'Delivery',
      'Delivery Driver',
      'delivering; deliver; deliver the goods; deliver the parcels; deliver the order; bring to the customer; hand over the goods; courier; ship the order; ship the goods',
    ],
    [
      'Packing',
      'Packer',
      'pack; pack the order; pack the boxes; wrap; packaging; make up the parcel; label the parcel; pack the goods',
    ],
    [
      'Loading',
      'Loader',
      'load the van; load the lorry; unload the lorry; unload; load the truck; carry; haul',
    ],
    [
      'Order picking',
      'Warehouse Worker',
      'pick the order; pick goods; picking; stage the order; pull the items',
    ],
    [
      'Goods receiving',
      'Warehouse Worker',
      'receive goods; check the delivery; goods in; put away stock; unpack the delivery; store the goods',
    ],
  ]),
  ...entriesOf('upkeep', [
    [
      'Quality inspection',
      'Quality Inspector',
      'inspection; testing; quality assurance; inspect the part; quality check; quality control; final inspection; check the quality; check the fit; test the product; measure the parts; test ride',
    ],
    [
      'Maintenance',
      'Maintenance Technician',
      'maintain the machines; service the equipment; sharpen tools; calibrate; preventive maintenance; look after the tools',
    ],
    [
      'Cleaning',
      'Cleaner',
      'clean; clean the rooms; wash the dishes; tidy up; clean the site; sterilise instruments; laundry; clean the equipment',
    ],
  ]),
  ...entriesOf('growing', [
    [
      'Plant propagation',
      'Gardener',
      'sow the seed; sow; take cuttings; pot the plants; prick out; grafting; raise seedlings',
    ],
    [
      'Plant care',
      'Gardener',
      'water and feed; water the plants; prune; fertilise; weed; plant protection; mow the lawn; harvest',
    ],
    [
      'Landscaping',
      'Landscape Gardener',
      'plant the garden; lay the turf; plant trees; build the terrace; garden construction',
    ],
    [
      'Animal husbandry',
      'Animal Keeper',
      'feed the animals; walk the dogs; groom the dog; muck out; milk the cows; animal care',
    ],
  ]),
];
