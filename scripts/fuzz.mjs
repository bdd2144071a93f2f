// Puts random documents to the schema, and damaged and hostile files to the readers: npm run fuzz -- [--documents 2000] [--files 2000] [--seed 1]
import { register } from 'node:module';

register('../tests/support/typescript-loader.mjs', import.meta.url);
const { fuzz } = await import('../tests/support/fuzz/fuzz.ts');
process.exit(await fuzz(process.argv.slice(2)));
