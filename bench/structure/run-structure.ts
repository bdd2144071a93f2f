import { existsSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { SECTIONS } from './index.js';
import { TRUTHS } from './section.js';

/** `npm run bench -- structure [PART…] [--save]`: prints each part, and keeps it where asked to; tells the exit code. */
export async function runStructure(words: readonly string[]): Promise<number> {
  const save = words.includes('--save');
  const wanted = words.filter((word) => word !== '--save');
  const unknown = wanted.filter((word) => !SECTIONS.some(({ name }) => name === word));
  if (unknown.length > 0) {
    const names = SECTIONS.map(({ name }) => name).join(', ');
    process.stderr.write(`structure has no part ${unknown.join(', ')}; there are ${names}\n`);
    return 2;
  }
  if (!existsSync(TRUTHS)) {
    process.stderr.write(
      'the published instances are not beside the project (../shared/truths/optimisation)\n',
    );
    return 2;
  }
  for (const { name, title, run } of SECTIONS) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const lines = await run((line) => process.stderr.write(`${line}\n`));
    const page = [
      `# ${title}`,
      '',
      `\`npm run bench -- structure ${name}\` · Node ${process.versions.node} · ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown processor'}`,
      '',
      ...lines,
      '',
    ].join('\n');
    process.stdout.write(`${page}\n`);
    if (save) writeFileSync(new URL(`../../../results/structure-${name}.md`, import.meta.url), page);
  }
  return 0;
}
