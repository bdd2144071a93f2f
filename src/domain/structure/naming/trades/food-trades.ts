import { tradesIn } from './trade-lines.js';

/** Food, drink, guests, farms and gardens. */
export const FOOD_TRADES = tradesIn(`
Winery | Winemaker | Wine Sales Representative
  speaks wine winery vine vineyard grape
  echoes press barrel cellar bottle harvest prune crush ferment must cork rack
  Vineyard Worker: prune tie pick harvest vine hoe
  Winemaker: press crush ferment rack barrel blend must cellar yeast
  Cellar Worker: bottle label cork fill
Brewery | Brewer | Sales Representative
  speaks beer brew brewery hop malt wort lager keg
  echoes mash boil ferment tap barrel
  Brewer: brew mash boil hop ferment malt wort
  Bartender: pint pour serve
  Bottling Operator: bottle keg+fill can+fill
  Brewery Worker: barrel+rinse barrel+fill barrel+wash barrel+clean
Distillery | Distiller | Sales Representative
  speaks distil distillery gin whisky whiskey schnapps vodka rum
  echoes mash spirit cask bottle
  Bottling Operator: bottle label
Coffee roastery | Coffee Roaster | Coffee Sales Representative
  speaks roastery coffee+roast bean+roast green+bean green+coffee
  echoes coffee roast bean cup café cafe bag batch grind
  Coffee Roaster: roast tast+batch cup sort blend
  Packer: bag grind
Café | Barista; Café Assistant
  speaks barista espresso cappuccino latte coffee+bar coffee+pour coffee+make café+guest
  echoes coffee café cafe milk cake counter cup guest table egg toast
  Barista: espresso coffee milk cappuccino
  Waiter: serve table guest order+take
  Cook: fry egg cook toast
  Kitchen Porter: pan scrub dish
  Host: welcome greet seat
Bakery | Baker | Shop Assistant
  speaks bakery bread loaf loaves dough bun pretzel croissant baguette
  echoes flour oven bake knead shape roll prove
  Baker: mix knead shape dough oven bake prove prov flour
  Shop Assistant: counter serve sell slice
Confectionery | Pastry Chef; Confectioner | Cake Designer
  speaks cake fondant pastry gateau confectionery praline cupcake
  echoes sugar cream layer icing bake stack decorate chocolate tart
  Cake Decorator: fondant sugar icing decorate flower rose lettering
  Pastry Chef: bake cream whip stack layer mix temper
  Cake Designer: sketch design tast+couple
Butchery | Butcher | Shop Assistant
  speaks butcher sausage meat ham carcass pork beef
  echoes slaughter smoke cut mince counter
  Butcher: cut carcass slaughter smoke mince bone sausage
  Shop Assistant: counter serve sell
Ice-cream parlour | Ice Cream Maker | Shop Assistant
  speaks ice+cream gelato churn scoop
  echoes milk cone mix
  Ice Cream Maker: boil mix churn freeze
  Shop Assistant: scoop sell serve till
Dairy | Cheesemaker; Dairy Worker
  speaks cheese dairy curd whey yoghurt
  echoes milk culture ripen rind
Restaurant | Cook!; Chef | Host
  speaks restaurant menu waiter diner bistro dinner+guest starter dessert pizza pizzeria
  echoes guest table dish main kitchen serve plate seat prep hunger meal wine cook reserve bill eat
  Cook: cook prep main fry grill plate menu kitchen starter market soup sauce pizza
  Pastry Chef: dessert
  Bartender: bar cocktail mix+drink
  Host: book reserve seat! greet
  Waiter: serve table wine+bring food+bring drink order+take lay waiter bill!
  Kitchen Porter: dish+wash ^dish wash pot
Catering | Caterer; Cook | Event Sales Consultant
  speaks catering caterer buffet banquet canapé canape
  echoes menu food cook dinner guest serve table party
  Cook: cook menu prep fry bake
  Waiter: serve table lay guest
  Kitchen Porter: wash dish
Hotel | Hotel Assistant | Reservations Agent
  speaks hotel hostel guesthouse check+in check+out overnight minibar
  echoes guest room breakfast bed booking reception key stay lobby
  Receptionist: check+in check+out desk key bag luggage welcome
  Housekeeper: room bed linen towel
  Breakfast Cook: breakfast egg
  Bartender: bar drink cocktail
  Caretaker: mend repair broken fix
  Reservations Agent: price+set rate book mail
Holiday rental | Host; Cleaner | Host
  speaks airbnb holiday+flat holiday+home holiday+let
  echoes guest key sheet linen clean
Campsite | Campsite Warden; Caretaker | Receptionist
  speaks campsite camping camper caravan tent pitch+tent pitch+show pitch+confirm
  echoes guest shower pitch arrival bin gate wash+house mow
  Receptionist: check+in email booking pitch+confirm settle bread
  Campsite Warden: pitch+show patrol noisy gate
  Caretaker: mow clean bin drain wash repair
Farm | Farmer; Farm Worker | Farm Shop Assistant
  speaks farm farmer potato cow goat sheep hay tractor crop field pig hen cattle vegetable
  echoes sow plant hoe weed dig harvest milk feed plough egg barn goods+farm basket
  Farmer: sow plant hoe weed dig harvest plough feed hay tractor spray field
  Dairy Farmer: milk cow goat
  Cheesemaker: cheese
  Farm Shop Assistant: counter shelf shelves ring+up sell
Orchard | Fruit Grower; Fruit Picker
  speaks orchard apple pear cherry cider fruit+pick
  echoes prune pick harvest juice press crate
  Fruit Picker: pick
Beekeeping | Beekeeper
  speaks bee honey hive beekeeper apiary
  echoes jar swarm comb frame mite
  Beekeeper: hive bee honey comb mite swarm
  Packer: jar label
Fishery | Fisher; Fish Processor | Fishmonger
  speaks fish trout salmon net+fish fishery
  echoes pond smoke catch fillet
  Fish Processor: fillet gut smoke
Plant nursery | Gardener; Nursery Gardener
  speaks nursery+plant seedling greenhouse perennial cuttings seed+tray seed+sow plant+pot
  echoes plant pot seed sow prick water tray
  Gardener: sow pot prick water plant seed
Gardening | Gardener; Landscape Gardener | Garden Designer
  speaks garden lawn hedge turf terrace landscape pond+garden shrub
  echoes plant mow tree prune bed soil dig pave path
  Garden Designer: design sketch draw
  Landscape Gardener: terrace pave path dig turf wall
  Gardener: mow hedge prune weed plant lawn
Tree care | Arborist; Groundworker | Tree Surveyor
  speaks arborist tree+fell tree+surgery stump tree+climb deadwood
  echoes tree branch saw chip crown climb
Floristry | Florist | Florist
  speaks florist bouquet wreath flower+shop flower+arrange bloom
  echoes flower rose vase bind wholesale
Animal care | Animal Keeper | Receptionist
  speaks kennel stable shelter+animal dog+walk walk+pack pet+sit dog+happy llama alpaca zoo
  echoes dog cat horse feed walk muck bathe brush saddle holiday
  Animal Keeper: feed clean brush muck bathe
  Dog Walker: walk
Dog grooming | Dog Groomer | Receptionist
  speaks dog+bathe dog+dry dog+groom groom dog+clip coat+dog poodle coat+cut
  echoes dog coat claw bathe dry trim clip fur pet
  Dog Groomer: bathe dry cut trim clip coat claw brush
Farriery | Farrier | Farrier
  speaks horseshoe farrier hoof hooves horse+shoe shoe+horse
  echoes horse nail forge trim
Riding school | Riding Instructor; Groom | Riding Instructor
  speaks riding+lesson riding+school pony saddle+horse
  echoes horse lesson stable muck feed
  Groom: muck feed stable brush
  Riding Instructor: lesson teach
Fishmonger | Fishmonger
  speaks fishmonger
Shop | Shop Assistant; Sales Assistant | Shop Assistant; Sales Assistant
  speaks shopper shop+floor store+open till+cash boutique gift+wrap wrapped+present
  echoes wrap ring wish delivery price shelf shelves till customer goods stock shop window price+tag
  Shop Assistant: serve advise shelf till counter gift+wrap ring+up
Bookshop | Bookseller | Bookseller
  speaks bookshop bookseller book+sell book+recommend
  echoes book author reader shelf
`);
