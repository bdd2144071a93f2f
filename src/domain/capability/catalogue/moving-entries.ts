import type { CatalogueEntry } from '../capability.js';
import { entriesOf } from './catalogue-row.js';

/** What moves, checks and keeps things: logistics, quality, upkeep. */
export const MOVING_ENTRIES: readonly CatalogueEntry[] = [
  ...entriesOf('logistics', [
    [
      'Driving',
      'Driver',
      'vehicle driving; drive',
      'transportation; drive to the site; drive the lorry; drive the van; drive the bus; transport; drive to the customer; travel to the customer',
    ],
    [
      'Delivery',
      'Delivery Driver',
      'delivering; deliver; deliver goods',
      'deliver the goods; deliver the parcels; deliver the order; bring to the customer; hand over the goods; courier; ship the order; ship the goods',
    ],
    [
      'Packing',
      'Packer',
      'pack; packaging; pack goods',
      'pack the order; pack the boxes; wrap; make up the parcel; label the parcel; pack the goods',
    ],
    [
      'Loading',
      'Loader',
      'loading and unloading; load and unload',
      'load the van; load the lorry; unload the lorry; unload; load the truck; unload the truck; carry; haul',
    ],
    [
      'Order picking',
      'Warehouse Worker',
      'picking; pick orders',
      'pick the order; pick goods; stage the order; pull the items; goods receiving; goods in; receive goods; receiving goods; check the delivery; put away stock; unpack the delivery; store the goods',
    ],
  ]),
  ...entriesOf('quality', [
    [
      'Quality inspection',
      'Quality Inspector',
      'quality control; quality check; quality checking',
      'inspection; quality assurance; inspect the part; final inspection; check the quality; check the fit; test the product; measure the parts; test ride',
    ],
  ]),
  ...entriesOf('upkeep', [
    [
      'Maintenance',
      'Maintenance Technician',
      'equipment maintenance; maintain equipment',
      'maintain the machines; service the equipment; sharpen tools; calibrate; preventive maintenance; look after the tools',
    ],
    [
      'Cleaning',
      'Cleaner',
      'cleaning work; clean',
      'clean the rooms; clean the kitchen; clean the office; wash the dishes; wash up; tidy up; sweep the floor; clean the site; clean the tanks; sterilise instruments; laundry; clean the equipment',
    ],
  ]),
];
