// Kills the built server at random moments and looks whether anything was lost: npm run soak -- [--kills 200] [--seed 1] [--only sqlite|postgres]
import { register } from 'node:module';

register('../tests/support/typescript-loader.mjs', import.meta.url);
const { soak } = await import('../tests/support/crash/soak.ts');
process.exitCode = await soak(process.argv.slice(2));
