// Takes away what a build has made, so that nothing old is shipped: node scripts/clean.mjs FOLDER…
import { rmSync } from 'node:fs';

for (const folder of process.argv.slice(2)) {
  if (!/(^|\/)dist$/.test(folder)) throw new Error(`only a folder called dist is taken away, not ${folder}`);
  rmSync(folder, { recursive: true, force: true });
}
