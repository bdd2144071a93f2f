import { tradesIn } from './trade-lines.js';

/** What is made, built, mended and moved. */
export const CRAFT_TRADES = tradesIn(`
Piano workshop | Piano Technician; Piano Restorer | Piano Consultant
  speaks piano grand+concert grand+piano soundboard damper upright+piano
  echoes grand hammer string tune voice regulate action key instrument polish
  Piano Tuner: tune voice
  Piano Technician: tune regulate string soundboard hammer action voice restore repair damper key
  Piano Restorer: polish lacquer apart
Violin workshop | Violin Maker | Violin Maker
  speaks violin+repair violin+make luthier violin+varnish bow+rehair fiddle
  echoes violin string bridge scroll varnish neck
Organ workshop | Organ Builder
  speaks organ+pipe organ+build organ+tune
Instrument workshop | Instrument Repairer
  speaks saxophone trumpet instrument+repair brass+instrument clarinet
  echoes pad valve instrument
Joinery | Joiner; Cabinetmaker
  speaks joinery joiner staircase tread cabinet cabinetmaker veneer furniture+make wardrobe+build carcass carcasse
  echoes oak wood plane saw timber glue sand stair board panel furniture door table+build
  Joiner: cut plane saw glue veneer tread build assemble door
  Finisher: sand oil lacquer varnish
  Installer: install fit mount
Sauna building | Sauna Builder | Sauna Consultant
  speaks sauna+cabin sauna+build sauna+stove sauna+hot
  echoes sauna cabin stove panel infusion build
  Sauna Consultant: advise showroom cabin+plan explain
  Sauna Builder: cabin panel build
Antique dealing | Furniture Restorer | Antique Dealer
  speaks antique auction+buy
  echoes furniture veneer attic wax glue shop restore
  Furniture Restorer: glue wax veneer restore
  Antique Dealer: auction sell buy
Carpentry | Carpenter
  speaks rafter timber+frame carpenter carpentry beam+timber roof+frame
  echoes timber beam frame saw wood crane
Upholstery | Upholsterer | Upholstery Consultant
  speaks upholster upholsterer upholstery sofa armchair cushion
  echoes chair fabric spring foam cover leather
Tailoring | Tailor; Seamstress | Style Adviser
  speaks tailor suit dress+sew gown hem alteration dressmaker garment seamstress
  echoes dress fabric sew cut pin curtain trousers
Shoe workshop | Shoemaker | Shop Assistant
  speaks shoe+repair heel+shoe shoemaker cobbler shoe+sole boot+repair
  echoes shoe heel sole last leather
Leather workshop | Leatherworker; Saddler
  speaks saddler leather+cut leather+stitch handbag
  echoes leather stitch bag belt
Pottery | Potter; Ceramist | Shop Assistant
  speaks pottery potter kiln bisque clay mug stoneware ceramics porcelain
  echoes throw glaze fire trim wheel bowl dip
  Potter: throw trim dip glaze fire bisque kiln clay
Glass studio | Glassblower | Glass Designer
  speaks glass+blow glassblower glass+melt molten
  echoes glass batch melt rim furnace lamp cool gather
  Glassblower: blow melt batch furnace cool glass
  Glass Finisher: grind polish rim
  Glass Designer: sketch design
Wool workshop | Textile Worker | Sales Assistant
  speaks wool yarn spin+wool weave loom
  echoes spin dye card blanket sheep shear wash fleece knit
  Shepherd: sheep
  Weaver: weave loom
  Spinner: spin yarn
  Dyer: dye
  Textile Worker: wash+wool card+wool
  Sales Assistant: market
Septic service | Septic Tank Technician | Customer Service Representative
  speaks septic cesspit sewage+works
  echoes tank pump sewage hose lorry unload empty
  Septic Tank Technician: tank pump sewage hose unload
Glazing | Glazier
  speaks pane glazier putty glazing broken+window
  echoes glass cut window grind mirror
Metal workshop | Metalworker; Welder
  speaks weld railing steel+gate metalworker blacksmith forge+iron steel+stair sheet+metal galvanise
  echoes steel metal bend grind cut powder
  Welder: weld tack
  Metalworker: bend cut saw grind drill
  Blacksmith: forge hammer
Machine shop | Machinist; Machine Operator
  speaks cnc lathe cmm deburr turned+part machined+part machining milling
  echoes turn mill drawing part slot harden drill measure tool
  Production Worker: deburr wash degrease
  CNC Machinist: turn mill lathe cnc program set-up set+lathe drill slot
  Quality Inspector: measure cmm inspect
Toolmaking | Toolmaker
  speaks toolmaker injection+mould die+cast erode
  echoes mould tool insert
Plastics workshop | Machine Operator
  speaks injection+moulding granulate plastic+part extrude
  echoes mould part print slice
  Finisher: sand dye polish
Printing shop | Printer; Print Finisher | Customer Adviser
  speaks print+sheet print+press screen+expose shirt+print print+t-shirt brochure flyer prepress printer poster+print offset
  echoes print plate fold bind cut proof paper file
  Printer: print press plate ink
  Print Finisher: fold bind cut trim staple
  Prepress Technician: proof file prepress imposition
Bookbindery | Bookbinder | Bookbinder
  speaks bookbinder bookbindery book+bind spine+sew
  echoes bind cover sew glue book
Jewellery workshop | Goldsmith | Jewellery Consultant
  speaks goldsmith jewel jeweller jewellery wedding+ring diamond ring+solder gemstone
  echoes ring gold silver stone set solder polish engrave
Watch workshop | Watchmaker | Watchmaker
  speaks watchmaker wristwatch clock escapement watch+strap watch+repair
  echoes watch dial movement battery regulate tick
Sign workshop | Sign Maker | Sign Consultant
  speaks sign+make sign+mount shop+sign lettering+vehicle neon vinyl+cut
  echoes sign letter foil vinyl mount
Boatyard | Boatbuilder | Boat Sales Consultant
  speaks boat hull keel mast yacht boatyard
  echoes sail varnish deck launch rig
Candle workshop | Candle Maker | Shop Assistant
  speaks candle wick
  echoes wax pour scent
Soap workshop | Soap Maker | Shop Assistant
  speaks soap lye
  echoes pour cut scent mould
Electronics workshop | Electronics Technician
  speaks pcb solder+board circuit circuit+board electronics
  echoes solder component board test
Toy workshop | Toymaker | Shop Assistant
  speaks toy doll puppet
Art restoration | Conservator | Conservator
  speaks conservator painting+restore fresco restore+paint varnish+paint
  echoes restore canvas retouch varnish frame
Roofing | Roofer
  speaks roofer slate gutter batten shingle roof+tile roof+lay roof+leak tile+batten
  echoes roof attic tile scaffold leak insulate lead
  Sheet Metal Worker: gutter lead flashing
  Roofer: slate batten shingle tile
Electrical firm | Electrician!; Electrical Fitter
  speaks socket fuse electrician cable+pull fuse+box cable+lay wire+house electrics power+cut rewire wiring
  echoes light cable switch wire lamp measure fault voltage safe test installation
Plumbing firm | Plumber; Heating Engineer
  speaks plumber radiator boiler toilet burst+pipe drain+block bathroom+fit tap+drip pipe+change
  echoes pipe leak bath basin heating drain water heat
  Heating Engineer: boiler radiator heating bleed
  Plumber: pipe leak toilet basin bath drain tap
Heat-pump firm | Heating Engineer | Energy Adviser
  speaks heat+pump ventilation+install air+conditioning
  echoes heat pump duct refrigerant heater warm commission
Solar firm | Solar Installer | Solar Adviser
  speaks solar photovoltaic inverter pv
  echoes roof panel yield grid rail meter module
  Solar Installer: rail panel mount roof module
  Electrician: connect inverter wire meter start
  Solar Adviser: yield drone roof+check
Painting firm | Painter
  speaks wallpaper paint+wall wall+paint façade facade painter+house repaint primer emulsion
  echoes paint wall mask prime coat scaffold room
Tiling firm | Tiler
  speaks tiler tile+lay grout tile+bath tiled
  echoes tile adhesive bathroom floor
Flooring firm | Floor Layer
  speaks parquet floor+lay floor+sand laminate+floor carpet+lay screed
  echoes floor sand oil skirting
Building firm | Builder; Construction Worker
  speaks brick concrete foundation bricklayer formwork plasterboard shell+build
  echoes wall dig plaster build house site excavate render
  Bricklayer: brick
  Plasterer: plaster render
Scaffolding firm | Scaffolder
  speaks scaffolder scaffold+hire
Chimney sweeping | Chimney Sweep | Chimney Sweep
  speaks chimney soot flue
  echoes sweep stove exhaust gas
  Chimney Sweep: sweep measure certificate advise gas
Locksmith service | Locksmith | Customer Service Representative
  speaks locksmith locked cylinder+replace cylinder+new lock+open open+door lock+pick safe+open key+cut
  echoes lock key cylinder door open emergency
Pest control | Pest Control Technician | Pest Adviser
  speaks pest rat wasp bait woodworm
  echoes trap nest spray mouse hole poison lay
Pool building | Pool Builder | Pool Consultant
  speaks swimming+pool pool+build
Lift maintenance | Lift Technician
  speaks lift+service elevator
Cleaning firm | Cleaner | Account Manager
  speaks vacuum mop clean+office office+clean cleaning+firm clean+window stairwell
  echoes clean bin window wipe floor dust detergent site rota supplies office
  Window Cleaner: window ladder
  Cleaner: vacuum mop bin wipe dust clean floor
  Cleaning Supervisor: shift tablet check inspect chemical
Laundry | Laundry Worker | Counter Assistant
  speaks laundry shirt+iron dry+clean linen+wash
  echoes wash iron press fold stain
Car workshop | Car Mechanic; Car Service Technician | Service Adviser
  speaks brake tyre oil+change clutch car+repair car+mechanic running+car mot gearbox car+service
  echoes car engine breakdown exhaust test spray wing diagnose wash brake key
  Car Mechanic: brake tyre tyr oil plug tester engine clutch exhaust drive+test diagnose repair
  Car Painter: spray paint wing lacquer
  Panel Beater: dent panel
  Service Adviser: key take+car price
  Car Valeter: wash+car valet
Car wash | Car Valeter; Car Wash Attendant | Cashier
  speaks car+wash shiny+car valet
  echoes wash vacuum wax dirty polish car
Crane hire | Crane Operator; Rigger
  speaks crane+hire crane+bring lift+load load+lift
  echoes crane lift rig load
  Rigger: sling
Car dealership | Car Sales Consultant; Car Mechanic | Car Sales Consultant
  speaks car+sell used+car test+drive+buyer trade-in dealership
  echoes car finance registration buyer
Bicycle workshop | Bicycle Mechanic | Shop Assistant
  speaks bicycle bike+repair bike+fix bike+service ride+bike+broken puncture wheel+true spoke derailleur bike+build
  echoes bike wheel chain gear brake tyre repair inspect cyclist ride fault
  Bicycle Mechanic: repair fix fault mend true gear chain brake tyre assemble
Motorcycle workshop | Motorcycle Mechanic | Service Adviser
  speaks motorcycle motorbike scooter
Phone repair | Phone Repair Technician | Shop Assistant
  speaks smartphone phone+screen phone+repair display+replace cracked+screen
  echoes battery screen display data
Appliance repair | Appliance Technician | Customer Service Representative
  speaks dishwasher washing+machine fridge appliance
Courier service | Courier; Bike Courier | Dispatcher
  speaks courier parcel+door rider parcel+deliver bike+courier
  echoes parcel ride pick signature deliver drop van door
  Courier: pick ride deliver signature drop
  Dispatcher: give+rider job assign tell+price dispatch
  Bicycle Mechanic: fix flat
Taxi firm | Driver | Dispatcher
  speaks taxi cab passenger fare
  echoes drive trip airport
Bus company | Bus Driver | Travel Consultant
  speaks coach+tour bus+drive
Removal firm | Mover; Removal Worker | Moving Consultant
  speaks removal mover household house+move new+home piano+carry box+carry moving+firm
  echoes carry box truck lorry pack load unload furniture flat home wardrobe down move
  Mover: carry pack load unload box set dismantle apart furniture
  Truck Driver: drive
  Moving Consultant: look offer visit survey
Haulage | Truck Driver | Dispatcher
  speaks haulage lorry+drive trucking pallet+haul truck+trailer
  echoes truck lorry load pallet tour depot
  Dispatcher: tour plan+tour
Freight forwarding | Freight Forwarder; Freight Coordinator | Freight Sales Representative
  speaks freight customs lading shipment demurrage consignment container+ship container+track
  echoes container ship truck track rate space port vessel release import export
  Customs Clerk: customs lading release port declare
  Freight Forwarder: book+space space track truck rate demurrage
Warehouse | Warehouse Worker; Forklift Driver | Customer Service Representative
  speaks warehouse forklift pallet+store pick+list+pallet
  echoes pick pack store pallet goods shelf
Online shop | E-Commerce Assistant | E-Commerce Manager
  speaks click+parcel webshop online+shop e-commerce shopping+cart product+photo pick+list
  echoes pick pack parcel return post product description listing chat ad
  Warehouse Worker: pick pack post ship drop stow
  Customer Service Representative: chat return question refund
  E-Commerce Manager: description ad listing reorder product
Waste collection | Waste Collector; Recycling Worker
  speaks waste+collect rubbish recycling scrap skip+hire
Assembly plant | Assembler; Production Worker | Sales Representative
  speaks assembly+line subassembly production+line
  echoes assemble screw station test pack
`);
