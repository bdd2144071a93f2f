import type { CatalogueEntry } from '../capability.js';
import { entriesOf } from './catalogue-row.js';

/** What makes, mends and grows things: workshops, production, growing. */
export const MAKING_ENTRIES: readonly CatalogueEntry[] = [
  ...entriesOf('making', [
    [
      'Work preparation',
      'Production Planner',
      'job preparation; production preparation',
      'prepare the job; make the cut list; cutting list; draw the cutting list; scan the impression; prepare production; work instructions; set out the work',
    ],
    [
      'Surface finishing',
      'Finisher',
      'surface treatment; finishing',
      'painting; spraying; sanding; spray the parts; spray the fronts; lacquer; sand the surface; varnish; powder coating; polish',
    ],
    [
      'Assembly',
      'Assembler',
      'assembling; product assembly',
      'assemble; assemble the product; put together; fit the parts; final assembly; build the unit',
    ],
  ]),
  ...entriesOf('wood', [
    [
      'Cabinet making',
      'Cabinetmaker',
      'cabinetmaking; cabinet-making',
      'build the cabinets; build furniture; woodworking; woodwork; make the doors; assemble the cabinets; assemble the carcasses; joinery; joiner work; joiners work; make the stairs; make the window frames; carpentry; carpenter work; carpenters work; frame the roof; build the frame; panel cutting; cut panels; cut the panels; edge banding; cut to size; saw the boards',
    ],
  ]),
  ...entriesOf('metal', [
    [
      'Machine operation',
      'Machine Operator',
      'machine operating; operate machines; run machines',
      'run the machine; set up the machine; machining; CNC machining; metal cutting; mill the part; turn the part; CNC; laser cutting',
    ],

    ['Welding', 'Welder', 'weld; weld metal', 'weld the frame; weld the seam; brazing'],
  ]),
  ...entriesOf('mechanics', [
    [
      'Repair',
      'Repair Technician',
      'repairing; repair work',
      'fix; repair the machine; replace the part; repair the bicycle; mend; overhaul; troubleshoot the device; inspect the bicycle; servicing',
    ],
  ]),
  ...entriesOf('textile', [
    [
      'Sewing',
      'Tailor',
      'sew; sewing work',
      'tailoring; sew the curtains; cut the fabric; alter the dress; stitch the seam',
    ],
  ]),
  ...entriesOf('printing', [
    [
      'Printing',
      'Printer',
      'print; press work',
      'print the sheets; set up the press; run the press; digital printing; screen printing; make plates; prepress; pre-press; prepress work; check the print file; prepare the print file; preflight; proof the file; imposition',
    ],
    [
      'Print finishing',
      'Bookbinder',
      'print finishing work; post-press',
      'cut and fold; bind the book; trim; bookbinding; laminate; cutting and folding',
    ],
  ]),
  ...entriesOf('laboratory', [
    [
      'Dental technology',
      'Dental Technician',
      'dental technician work; dental laboratory work',
      'model the crown; mill the crown; glaze the crown; make the denture; dental lab work',
    ],
  ]),
  ...entriesOf('food', [
    [
      'Brewing',
      'Brewer',
      'beer brewing; brew beer',
      'mill and mash; boil and hop; brew the beer; fill kegs; fill the kegs; bottle the beer',
    ],

    [
      'Food production',
      'Food Production Worker',
      'food processing; produce food',
      'fill the jars; bottle the juice; make the sausage; make cheese; baking; bread baking; bake; bake the bread; make the dough; knead the dough',
    ],
  ]),
  ...entriesOf('fitting', [
    [
      'Installation',
      'Installer',
      'installing; on-site installation; install on site',
      'kitchen fitting; handover; install at the site; fit the kitchen; mount; fitting; do the work on site; install the equipment; hang the doors; hand over to the customer',
    ],
  ]),
  ...entriesOf('electrical', [
    [
      'Electrical work',
      'Electrician',
      'electrics; electrician work',
      'wiring; electrical installation; rewire; connect the power; lay cables; wire the house; test the installation',
    ],
  ]),
  ...entriesOf('plumbing', [
    [
      'Plumbing',
      'Plumber',
      'plumber work; plumbing work',
      'lay pipes; fit the bathroom; unblock the drain; heating installation; heating work; install heating; heating; fit the boiler; repair the heating; gas fitting; gas installation; gas-fitting; fit the gas boiler; connect the gas',
    ],
  ]),
  ...entriesOf('building', [
    [
      'Building work',
      'Builder',
      'construction work; builder work',
      'build the wall; pour concrete; lay the floor; renovation; demolition; plastering; bricklaying; brick laying; lay bricks; brick the wall; point the wall; tiling; tile laying; lay tiles; tile the bathroom; grout the tiles',
    ],

    [
      'Roofing',
      'Roofer',
      'roof laying; roofer work',
      'strip the roof; lay shingles; lay underlayment; replace gutters; roof inspection; inspect the roof; cover the roof',
    ],
  ]),
  ...entriesOf('beauty', [
    [
      'Hairdressing',
      'Hairdresser',
      'hair dressing; hairdresser work',
      'cut the hair; colour the hair; style the hair',
    ],
    [
      'Cosmetic treatment',
      'Beautician',
      'beauty treatment; beauty care',
      'manicure; pedicure; facial treatment; make-up',
    ],
  ]),
  ...entriesOf('flowers', [
    [
      'Floristry',
      'Florist',
      'flower arranging; arrange flowers',
      'bind the bouquet; decorate the hall; decorate the venue; make wreaths',
    ],
  ]),
  ...entriesOf('growing', [
    [
      'Plant propagation',
      'Gardener',
      'propagate plants; raise seedlings',
      'sow the seed; sow; take cuttings; pot the plants; prick out; grafting',
    ],
    [
      'Plant care',
      'Gardener',
      'care for plants; tend plants',
      'water and feed; water the plants; prune; fertilise; weed; plant protection; mow the lawn; harvest',
    ],
    [
      'Landscaping',
      'Landscape Gardener',
      'garden construction; landscape gardening',
      'plant the garden; lay the turf; plant trees; build the terrace',
    ],
  ]),
];
