/** Specs and what they stand on are read anew for every number behind `?afresh=`; the sources under test stay as they are. */
const claims = new URL('./collected-claims.ts', import.meta.url).href;
const laws = new URL('./short-laws.ts', import.meta.url).href;
/** Specs import fast-check as one thing, which a source of ours has no default export to give. */
const asOne = `${laws}?as-one`;
const texts = new Map();

export async function resolve(specifier, context, next) {
  if (specifier === '@jest/globals') return { url: claims, format: 'module', shortCircuit: true };
  const parent = context.parentURL ?? '';
  if (specifier === 'fast-check' && parent !== laws) {
    return { url: asOne, format: 'module', shortCircuit: true };
  }
  const found = await next(specifier, { ...context, parentURL: parent.split('?')[0] });
  const [, round] = parent.split('?afresh=');
  if (!round || !/\/(?:tests|bench)\/[^?]*\.ts$/.test(found.url)) return found;
  return { ...found, url: `${found.url}?afresh=${round}` };
}

export async function load(url, context, next) {
  if (url === asOne) {
    const source = `export * from '${laws}'; import * as laws from '${laws}'; export default laws;`;
    return { source, format: 'module', shortCircuit: true };
  }
  const [bare, round] = url.split('?afresh=');
  if (!round) return next(url, context);
  const text = texts.get(bare) ?? (await next(bare, context));
  texts.set(bare, text);
  return text;
}
