// Starts Jest for ES modules with the words of the command line: node scripts/jest.mjs [--golden] [WORDS…]
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const words = process.argv.slice(2);
const golden = words.includes('--golden');
const jest = fileURLToPath(new URL('../node_modules/jest/bin/jest.js', import.meta.url));
const flags = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
const { status, error } = spawnSync(
  process.execPath,
  [...flags, jest, ...words.filter((word) => word !== '--golden')],
  {
    stdio: 'inherit',
    env: { ...process.env, ...(golden ? { HEADWATER_GOLDEN: 'rewrite' } : {}) },
  },
);
if (error) throw error;
process.exitCode = status ?? 1;
