/**
 * Words that passwords are made of again and again, of our own gathering: what people call a password, whom and what they
 * love, names, animals, sports and clubs, months and days, towns, firms, colours, food, and what keyboards offer.
 */
const TOLD = `
  password passwort passwd passcode pass motdepasse contrasena senha wachtwoord parola haslo secret geheim mysecret
  letmein letmeinnow openup opensesame sesame welcome welcomeback willkommen bienvenue bonjour hello helloworld hallo
  changeme changethis changeit default temporary temp temppass start login logon signin access master masterkey admin
  administrator root toor superuser sysadmin system server service support manager guest user username visitor demo test
  testing tester testtest example sample trustno trustnoone trustme whatever nothing nopassword forgot forgotten remember
  internet computer laptop desktop windows macintosh linux ubuntu android iphone samsung nokia google facebook youtube
  instagram twitter whatsapp amazon microsoft apple oracle cisco database network security office company business
  enterprise project team corporate private public confidential letter number keyboard monitor printer mouse
  iloveyou iloveu loveyou loveme iloveme ilove love lover lovers loving lovely mylove truelove myheart heart hearts kiss
  kisses kissme hugs darling sweetheart sweetie sweety honey babe baby babygirl babyboy mybaby princess prince queen king
  kingdom angel angels devil heaven heavens jesus jesuschrist christ iloveyoujesus ilovejesus godisgood godislove ingodwetrust
  blessed faith church bible lordjesus allah inshallah krishna buddha spirit soul forever always together family
  myfamily mother father mommy daddy mother mama papa sister brother grandma friend friends bestfriend bestfriends
  bestfriendsforever friendsforever lovefamily mylife life happy happiness smile smiley laughing lucky luckyme luckyday
  beautiful pretty gorgeous handsome sexy sexygirl hottie cutie cutiepie crazy crazygirl blonde brunette
  monkey dragon dragons tiger tigers lion lions eagle eagles falcon falcons bear bears wolf wolves shark sharks dolphin
  dolphins horse horses puppy puppies kitten kittens kitty cat cats dog dogs doggy doggie bunny rabbit panda turtle
  elephant butterfly butterflies ladybug spider snake cobra viper panther leopard jaguar cheetah mustang bronco broncos
  chicken rooster penguin phoenix unicorn dinosaur bulldog bulldogs
  football soccer baseball basketball hockey softball volleyball tennis golf golfer swimming cricket rugby boxing wrestling
  skateboard snowboard surfing fishing hunting fisherman hunter runner running racing racer champion champions winner
  winning player players playboy gamer gaming games yankees redsox cowboys dallascowboys steelers packers raiders patriots
  lakers celtics bulls chicagobulls giants dodgers rangers arsenal arsenalfc chelsea chelseafc liverpool liverpoolfc
  manchester manchesterunited manutd united barcelona realmadrid juventus bayern bayernmunchen borussia dortmund schalke
  ronaldo messi beckham jordan airjordan michaeljordan
  superman batman spiderman ironman wonderwoman superstar superhero supergirl hulk captain captainamerica avengers marvel
  starwars startrek skywalker lukeskywalker darthvader yoda jedi matrix terminator gandalf lordoftherings hobbit frodo
  harrypotter hogwarts hermione pokemon pikachu charizard naruto dragonball goku zelda nintendo playstation xbox mario
  supermario minecraft fortnite warcraft worldofwarcraft starcraft counterstrike callofduty halflife assassin ninja samurai
  warrior warriors knight wizard magic magician pirate pirates zombie vampire twilight blackcat pinkfloyd metallica
  nirvana slipknot eminem beatles elvis madonna michaeljackson rockstar rocknroll guitar music musica musical hiphop
  summer winter spring autumn fall summertime wintertime sunshine sunny sunday sunset sunrise sunflower moon moonlight star
  stars starlight rainbow rainbows raindrop thunder lightning storm stormy hurricane snow snowflake snowman snowball ocean
  water fire firefly fireman earth nature forest mountain mountains river island beach flower flowers rose roses
  tulip daisy lavender jasmine january february march april may june july august september october november december
  monday tuesday wednesday thursday friday saturday weekend holiday holidays vacation birthday happybirthday christmas
  merrychristmas halloween easter newyear happynewyear valentine spring
  red blue green yellow orange purple pink black white silver golden gold diamond diamonds crystal ruby emerald sapphire
  platinum violet scarlet
  michael michelle jennifer jessica ashley amanda nicole daniel daniela david andrew anthony matthew joshua christopher
  christian christina christine robert roberto richard william thomas charles charlie joseph george edward patrick steven
  stephen stephanie jonathan alexander alexandra alexandre alex alexis samantha elizabeth victoria katherine catherine
  caroline charlotte isabella sophie sophia olivia emily hannah sarah rachel rebecca natalie natasha vanessa veronica
  maria mariana marina martin martina marcus marcel marie melissa melanie monica andrea andreas angela angelina antonio
  carlos diego eduardo fernando francisco gabriel gabriela guillermo javier jorge jose juan luis manuel miguel pablo pedro
  rafael ricardo rodrigo santiago sebastian valentina alejandra alejandro adriana claudia cristina patricia sandra barbara
  benjamin nicholas nicolas oliver dennis dominic dominik florian frank franz hans heinrich jakob johannes jonas julia
  julian katharina klaus laura lukas maximilian niklas peter philipp stefan susanne thomas tobias ursula werner wolfgang
  brandon brandy brian bailey buster cameron chelsea chester dakota danielle donald eminem ginger hunter jackson jacob
  jake james jamie jason jasper jeremy john johnny justin kevin killer kimberly larry lauren leonardo madison maggie max
  maverick megan merlin molly morgan murphy nathan oscar pepper princesa raymond ronald rocky ryan sadie samson scott
  shadow simon sophie sparky stella teddy timothy tucker tyler vincent whitney xavier yolanda zachary zoe taylor taylorswift
  london paris berlin newyork newyorkcity chicago boston dallas houston texas florida california losangeles lasvegas miami
  orlando seattle denver detroit atlanta america american usa canada toronto mexico brasil brazil argentina espana spain
  france italia italy germany deutschland england scotland ireland holland amsterdam rotterdam vienna zurich hamburg
  munchen frankfurt australia sydney melbourne india mumbai pakistan philippines singapore japan tokyo china russia moscow
  africa egypt turkiye istanbul galatasaray fenerbahce besiktas europe
  mercedes mercedesbenz porsche ferrari lamborghini corvette camaro mustang chevrolet chevy toyota honda yamaha kawasaki
  suzuki harley harleydavidson volkswagen audi bmw nissan subaru
  chocolate cookie cookies cupcake cheese cheesecake pizza burger hamburger banana strawberry blueberry cherry apple
  apples peaches peanut peanutbutter butter sugar candy coffee whiskey vodka tequila budweiser heineken cocacola coca cola
  pepsi icecream pancake bacon chicken potato tomato pumpkin
  freedom liberty justice peace hope dream dreams dreamer believe destiny fortune money dollar dollars million millionaire
  rich success victory power powerful strong strength hardcore infinity eternity legend legendary genius unbelievable
  incredible awesome amazing fantastic wonderful perfect special number one numberone nevergiveup neverforget dontforget
  thankyou please sorry goodbye goodluck goodmorning goodnight iamthebest iamlegend iloveyoubaby iloveyousomuch loveyouforever
  iloveyouforever mypassword mypasswordis thisismypassword passwordis yourpassword newpassword oldpassword password
  nimda adminadmin asshole fuck fuckyou fuckme fuckoff bitch bullshit pussy dick penis naked porn sex sexsex suckme
  blahblah abcabc qwe asd zxc qweasd qweasdzxc asdasd zxcvbn qwerty qwertz azerty azertyuiop correct horse battery staple
  correcthorsebatterystaple thequickbrownfox quickbrownfox mynameis myname iam the and you your for not this that new old
  big little good bad hot cool great best first last day night man men boy boys girl girls woman lady guy dude
`;

export const COMMON_WORDS: readonly string[] = [...new Set(TOLD.split(/\s+/).filter((word) => word !== ''))];

/** Rows and columns of keyboards, the alphabet, and counting: whatever runs along them, either way, is tried early. */
export const COMMON_RUNS: readonly string[] = [
  ...['qwertyuiopasdfghjklzxcvbnm', 'qwertzuiopasdfghjklyxcvbnm', 'azertyuiopqsdfghjklmwxcvbn'],
  ...['abcdefghijklmnopqrstuvwxyzabcdefghijkl', '12345678901234567890', '01234567890123456789'],
  ...['1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p', 'qazwsxedcrfvtgbyhnujmikolp', '1a2b3c4d5e6f7g8h9i'],
  ...[
    '1q2w3e4r5t6y7u8i9o0p',
    'q1w2e3r4t5y6u7i8o9p0',
    'zaq12wsxcde34rfvbgt56yhnmju78ik',
    'a1b2c3d4e5f6g7h8i9',
  ],
  ...['q2w3e4r5t6z7u8i9', '!@#$%^&*()_+', '!"§$%&/()=?', '112233445566778899', '102030405060708090'],
  ...[
    '13579135791357913579',
    '24680246802468024680',
    '147258369147258369',
    '159753159753159753',
    '789456123789456123',
  ],
];
