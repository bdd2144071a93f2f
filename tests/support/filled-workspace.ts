import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from '../../src/adapters/persistence/index.js';
import type { CapabilityKey } from '../../src/domain/index.js';
import { BIKE_SHOP, CAFE, useCasesOn } from './use-cases.js';

const KEY = 'bike-repair';
const SHOP = `${BIKE_SHOP}person Ada 35h {customer service, estimating}\n`;

/** Two streams in the default workspace; the first has something of everything that can be kept of a stream. */
export async function fillWorkspace({ unitOfWork }: Pick<Database, 'unitOfWork'>): Promise<void> {
  const shop = useCasesOn({ unitOfWork }, { overridesSwitchedOn: true });
  await shop.drawStream({ napkin: SHOP });
  await shop.drawStream({ napkin: CAFE });
  await shop.adoptStructure({ stream: KEY });
  const wish = (holder: string, step: string) => ({ holder, step, letter: 'R' as const, reason: null });
  await shop.proposeAssignments({
    stream: KEY,
    wishes: [
      wish('Ben', 'Repair the bike'),
      wish('Ada', 'Take the call'),
      { ...wish('Zoe', 'Take the call'), reason: 'Zoë would "like" to' },
    ],
  });
  const planned = await shop.stream(KEY);
  const taken = planned?.stored.assignments.find(({ step }) => step.name === 'Take the call');
  if (!planned || !taken) throw new Error('The shop is kept, and Ada takes the call.');
  await shop.withdrawAssignment({ assignment: taken.id });
  for (const { name } of planned.plan.structure?.roles ?? []) {
    const wishes = ['Ben', 'Nobody'].map((person) => ({ person, role: name, reason: null }));
    await shop.proposeStaffing({ stream: KEY, wishes });
  }
  const [first] = (await shop.stream(KEY))?.stored.staffing ?? [];
  if (!first) throw new Error('Ben is in a role.');
  await shop.withdrawStaffing({ stream: KEY, person: first.person, role: first.role.key });
  await shop.proposeStaffing({
    stream: KEY,
    wishes: [{ person: first.person, role: first.role.name, reason: null }],
  });
  const told = { stream: KEY, by: 'Ada', why: 'Ada is away', until: '2025-03-10' };
  await shop.overrideRefusal({ ...told, wish: wish('Ben', 'Quote the repair') });
  const [set] = (await shop.stream(KEY))?.stored.overrides ?? [];
  if (set) await shop.endOverride({ override: set.id });
  await shop.overrideRefusal({ ...told, wish: wish('Ben', 'Take the call') });
  const later = SHOP.replace('Send the invoice  @Ada 10m', 'Hand over the bike  @Ada 5m');
  await shop.drawStream({ napkin: later });
  await shop.drawStream({ napkin: later.replace('5m', '7m') });
  await unitOfWork.write(async (store) => {
    await store.learnAliases(
      new Map([['truing', 'bicycle-repair' as CapabilityKey]]),
      '2025-03-02T08:00:00.000Z',
    );
    await store.learnAliases(
      new Map([['pricing', 'estimating' as CapabilityKey]]),
      '2025-03-03T08:00:00.000Z',
    );
  });
}

/** Every file of a folder by its path, in the order of the paths. */
export function filesOf(folder: string): Readonly<Record<string, string>> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  const paths = files.map((one) => join(one.parentPath, one.name)).sort();
  return Object.fromEntries(paths.map((path) => [path.slice(folder.length + 1), readFileSync(path, 'utf8')]));
}
