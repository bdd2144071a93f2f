// Holds the parts of others to the times of docs/security/parts.md: node scripts/parts-in-time.mjs
//   [--audit FILE]   what `npm audit --json` said, instead of asking the registry
//   [--page FILE]    another page  [--today YYYY-MM-DD]  another day
// Ends with 0 where none is behind its time, with 1 where one is, with 2 where nobody could be asked.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

const DAY = 86_400_000;
const REACHED_BY = ['everybody', 'members', 'nobody'];

/** Days by severity and by who reaches the part; null: with the next release. */
function timesOf(page) {
  const rows = [...page.matchAll(/^\| (critical|high|medium|low) [^|]*\|(.+?)\|(.+?)\|(.+?)\|$/gm)];
  const days = (text) => (/^\s*(\d+) days/.exec(text) ?? [])[1];
  return new Map(
    rows.map(([, severity, ...cells]) => [severity, cells.map((cell) => Number(days(cell) ?? NaN))]),
  );
}

/** The advisories that the page knows of: since when they are public, and who reaches the part. */
function knownOn(page) {
  const rows = page.matchAll(/^\| (GHSA[\w-]+) \| `([^`]+)` +\| (\d{4}-\d\d-\d\d) \| (\w+) +\|/gm);
  return new Map([...rows].map(([, id, part, since, who]) => [`${id} ${part}`, { since, who }]));
}

/** Every advisory that an audit tells, once for each part. */
function advisoriesIn(audit) {
  const found = new Map();
  for (const { via } of Object.values(audit.vulnerabilities))
    for (const one of via)
      if (typeof one === 'object') {
        const id = String(one.url).split('/').at(-1);
        const severity = one.severity === 'moderate' ? 'medium' : one.severity;
        found.set(`${id} ${one.name}`, { id, part: one.name, severity, title: one.title });
      }
  return [...found.entries()].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** What is to be done about one advisory; null where it is within its time. */
function behind([key, { id, part, severity, title }], { times, known, today }) {
  const what = `${part}: ${title} (${id}, ${severity})`;
  const told = known.get(key);
  if (!told)
    return `${what}\n  is not on the page. Write it there with the day on which it became public, or replace the part.`;
  const column = REACHED_BY.indexOf(told.who);
  if (column < 0)
    return `${what}\n  is reached by "${told.who}"; one of ${REACHED_BY.join(', ')} was expected.`;
  const days = (times.get(severity) ?? [])[column] ?? NaN;
  const until = new Date(Date.parse(told.since) + days * DAY);
  if (Number.isNaN(days) || today <= until.getTime()) return null;
  return `${what}\n  was to be replaced by ${until.toISOString().slice(0, 10)}. Replace it, or switch off what the fault needs.`;
}

function asked() {
  const { stdout } = spawnSync('npm', ['audit', '--json'], { encoding: 'utf8', maxBuffer: 2 ** 28 });
  return stdout;
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}

const { values } = parseArgs({
  options: { audit: { type: 'string' }, page: { type: 'string' }, today: { type: 'string' } },
});
const page = readFileSync(values.page ?? 'docs/security/parts.md', 'utf8');
const audit = parsed(values.audit === undefined ? asked() : readFileSync(values.audit, 'utf8'));
if (typeof audit.vulnerabilities !== 'object' || audit.vulnerabilities === null) {
  const why = audit.message ?? 'it said nothing that can be read';
  process.stderr.write(
    `No advisories were to be had: ${why}\nNothing can be said of the parts. Ask a registry that has them (npm config get registry).\n`,
  );
  process.exit(2);
}
const advisories = advisoriesIn(audit);
const by = {
  times: timesOf(page),
  known: knownOn(page),
  today: Date.parse(values.today ?? new Date().toISOString()),
};
const late = advisories.flatMap((one) => behind(one, by) ?? []);
for (const text of late) process.stderr.write(`${text}\n`);
process.stdout.write(`${advisories.length} advisories, ${late.length} of them behind their time.\n`);
process.exit(late.length === 0 ? 0 : 1);
