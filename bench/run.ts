import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { runApi } from './api/run-api.js';
import type { Measurement } from './measure.js';
import { STAGES, type Stage } from './stages.js';
import { runReports } from './reports/run-reports.js';
import { runStart } from './start/run-start.js';
import { runStructure } from './structure/run-structure.js';
import { runWorkspace } from './workspace/run-workspace.js';

const measure = fileURLToPath(new URL('./measure.js', import.meta.url));

/** Each measurement has a process of its own, so that none inherits the memory of another. */
function measured(stage: string, steps: number): Measurement {
  process.stderr.write(`${stage} ${steps} …\n`);
  const told = execFileSync(process.execPath, [
    '--expose-gc',
    '--stack-size=900',
    measure,
    stage,
    String(steps),
  ]);
  return JSON.parse(told.toString('utf8')) as Measurement;
}

function number(value: number): string {
  if (value >= 100) return value.toFixed(0);
  return value >= 10 ? value.toFixed(1) : value.toFixed(2);
}

/** How the time grows from one size to the next: 1 is linear, 2 is quadratic. */
function growth(before: Measurement | undefined, now: Measurement): string {
  if (!before) return '';
  return (Math.log(now.medianMs / before.medianMs) / Math.log(now.steps / before.steps)).toFixed(2);
}

function tableOf(stage: Stage): string[] {
  const all = stage.sizes.map((steps) => measured(stage.name, steps));
  return [
    `### ${stage.name}: ${stage.says}`,
    '',
    `| steps | median ms | µs a step | growth | × ${stage.beside} | heap MB | peak RSS MB | runs |`,
    '| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
    ...all.map((each, nth) => {
      const cells = [
        String(each.steps),
        number(each.medianMs),
        number((each.medianMs * 1_000) / each.steps),
        growth(all[nth - 1], each),
        number(each.medianMs / each.besideMs),
        number(each.heapMb),
        number(each.peakMb),
        String(each.runs),
      ];
      return `| ${cells.join(' | ')} |`;
    }),
    '',
  ];
}

const words = process.argv.slice(2);
if (words[0] === 'api') process.exit(await runApi(words.slice(1)));
if (words[0] === 'reports') process.exit(await runReports(words.slice(1)));
if (words[0] === 'start') process.exit(await runStart(words.slice(1)));
if (words[0] === 'structure') process.exit(await runStructure(words.slice(1)));
if (words[0] === 'workspace') process.exit(await runWorkspace(words.slice(1)));
const saveAt = words.indexOf('--save');
const save = saveAt < 0 ? null : (words[saveAt + 1] ?? 'latest');
const wanted = words.filter((word, nth) => word !== '--save' && (saveAt < 0 || nth !== saveAt + 1));
const unknown = wanted.filter((word) => !STAGES.some(({ name }) => name === word));
if (unknown.length > 0) {
  process.stderr.write(
    `no stage ${unknown.join(', ')}; there are ${STAGES.map(({ name }) => name).join(', ')}\n`,
  );
  process.exit(2);
}
const stages = STAGES.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
const command = `npm run bench${words.length > 0 ? ` -- ${words.join(' ')}` : ''}`;
const page = [
  '# Reading, measuring, planning and judging streams of 10 to 100,000 steps',
  '',
  `\`${command}\` · Node ${process.versions.node} · ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown processor'}`,
  '',
  'Streams are made by `bench/make-stream.ts` (blocks, returns, waits, losses, people, capabilities; the same in every run). Growth is the exponent from the size above: 1 is linear. The ratio is against something timed in the same process, so that it means the same on another machine. Heap is what one run leaves before anything is collected.',
  '',
  ...stages.flatMap(tableOf),
].join('\n');
process.stdout.write(page);
if (save !== null) writeFileSync(new URL(`../../results/${save}.md`, import.meta.url), page);
