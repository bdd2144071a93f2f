import { workIn, type TitledWork } from './trade-lines.js';

/** What kind of work a title is for, where that is no trade: a firm of any kind has some of it. */
export type WorkKind = 'office' | 'money' | 'buying' | 'selling' | 'marketing' | 'people' | 'leading';

/** Titles of work that firms of all trades have, by kind; a word with ! tells the title whatever the trade. */
export const COMMON_WORKS: readonly (readonly [kind: WorkKind, works: readonly TitledWork[]])[] = [
  [
    'office',
    worksIn(
      'Receptionist: phone+answer phone+pick appointment slot reception date+find date+agree date+give booking ^book+in book+appoint welcome greet',
      'Customer Service Representative: enquiry+answer request+answer message+answer mail+answer question+answer complaint call+take call+back request+take answer ^reply reply enquiry+take refund ^inform ^notify tell+customer tell+client tell+guest tell+parent tell+owner tell+resident',
      'Office Administrator: paperwork papers+send papers+file papers+check papers+collect papers+get certificate+issue mark+enter grade+enter ^announce document ^file file+open form+fill form+send form+check form+web letter+write letter+send letter+answer register permit deadline scan archive certificate+print application log+enter hours+log hours+write record+update data+enter email office+work office+run office+manage contract+send authority contract+sign mandate+sign ^sign+up list+update list+keep list+write insurer+claim insurance+claim',
      'Order Clerk: order+take order+confirm order+enter order+come',
    ),
  ],
  [
    'money',
    worksIn(
      'Billing Clerk: invoice! ^bill! ^charge! bill+send! bill+write! invoic!',
      'Credit Controller: chase+money! chase+pay! chase+fee! remind+pay overdue dun unpaid!',
      'Bookkeeper: receipt reconcile book+do! book+keep account+do month+close vat bank bookkeep! accounts bills+pay supplier+pay ledger expense rent+book',
      'Payroll Clerk: wage! payroll! salary+pay payslip',
      'Cashier: cash! till payment+take! money+take! payment+card deposit fee+collect! debit fee+take ring+up pay+take settle+bill insurance+settle count+till count+cash count+coin',
    ),
  ],
  [
    'buying',
    worksIn(
      'Buyer: ^buy cash+carry! ^reorder ^order purchase wholesaler part+get material+get material+order part+order ^shop supplier+choose',
      'Scheduler: ^schedule rota! roster! shift+plan crew+plan route+plan dispatch assign ^plan+day ^plan+week truck+plan ^plan tour+plan',
    ),
  ],
  [
    'selling',
    worksIn(
      'Estimator: ^price quote quotation offer! calculate ^estimate estimate+write cost+say cost+tell price+tell price+give proposal tender ^cost measure+up write+quote! price+agree quote+write!',
      'Sales Assistant: ticket+sell! market+sell! market+stand! voucher+sell! drink+sell! bread+sell! chocolate+sell! ice+sell! snack+sell! kiosk stall',
      'Sales Consultant: advise',
      'Sales Representative: ^sell sale pitch negotiate demo demonstrate deal win visit+shop visit+customer visit+new call+restaurant call+shop call+business call+company present fee+agree! term+agree knock prospect contract+close show+customer membership+sell',
    ),
  ],
  [
    'marketing',
    worksIn(
      'Marketing Manager: ads ad+run campaign google instagram facebook newsletter press+release seo linkedin+post social mailing adwords advertise advert market+do flyer+hand landing+page launch+email poster+put poster+hang',
    ),
  ],
  [
    'people',
    worksIn(
      'Recruiter: hire candidate applicant staff+recruit',
      'HR Administrator: holiday+approve personnel',
    ),
  ],
  ['leading', worksIn('Manager: approve sign+off meeting+staff team+lead staff+lead release+budget decide')],
];

/** Titles of crafts that are called the same in every trade. */
export const COMMON_CRAFTS: readonly TitledWork[] = worksIn(
  'Delivery Driver: van+load lorry+load deliver drop+off bring+customer bring+shop van+drive! bring+merchant cycle+round',
  'Driver: drive transport chauffeur ^haul',
  'Packer: ^pack pack+and ^wrap gift+wrap box+up bag+fill package ship',
  'Warehouse Worker: shelf shelves goods+in unload stow goods+receive pick+goods parcel+sort parcel+scan',
  'Cleaner: clean wipe mop vacuum sweep tidy wash+up! wash+floor bin+empty',
  'Chimney Sweep: chimney+sweep flue+sweep',
  'Bartender: bar+tend cocktail+mix',
  'Cook: cook fry grill chef',
  'Baker: bake',
  'Painter: paint',
  'Welder: weld',
  'Assembler: assemble',
  'Machine Operator: machine+run machine+operate machine+set',
  'Software Developer: code software',
  'Repair Technician: repair mend fix troubleshoot fault+find',
  'Maintenance Technician: maintain ^service maintenance ^grease lubricate',
  'Quality Inspector: inspect quality check+part check+final',
  'Installer: install mount',
  'Teacher: teach lesson class lecture tutor',
  'Photographer: photograph ^photo photo+take photo+shoot',
  'Video Editor: video+edit video+cut film+edit film+cut footage+cut subtitle+add',
  'Fundraiser: donation+ask donation+beg donation+collect',
  'Designer: design sketch',
  'Copywriter: text+write article+write write+blog copy+write',
  'Translator: translate',
  'Editor: edit',
  'Consultant: consult workshop+run',
  'Gardener: mow garden lawn hedge',
  'Data Analyst: analyse+data data+crunch',
  'Project Manager: project+manage project+lead',
  'Trainer: train',
  'Guide: guide tour+lead',
  'Waiter: table+lay serve+guest serve+table serve+food serve+picnic serve+meal serve+drink serve+lunch serve+dinner guest+welcome coffee+pour table+clear table+bring guest+seat',
  'Kitchen Porter: pan+scrub pan+wash dish+wash dish+scrub pot+scrub',
  'Shop Assistant: serve+counter counter serve+customer',
  'Security Guard: guard patrol',
  'Tailor: sew hem shorten',
  'Engraver: engrave',
  'Laboratory Technician: titrate lab+test',
  'Hairdresser: hair',
  'Nurse: nurse',
);

function worksIn(...lines: readonly string[]): readonly TitledWork[] {
  return lines.flatMap(workIn);
}
