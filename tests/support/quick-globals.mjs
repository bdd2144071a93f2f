// The transformer of the tests: swc, and every module holds the built-in objects that it names as constants of its own.
// In the contexts in which Jest runs modules each look at a global goes through an interceptor, which is most of the time
// of a loop that says Math.min; the constants are the same objects.
import swc from '@swc/jest';

const BUILT_IN = ['Math', 'Number', 'Object', 'Array', 'Map', 'Set', 'String', 'JSON'];
const ARRAYS = ['Float64Array', 'Int32Array', 'Uint8Array', 'Uint16Array', 'Uint32Array'];

function withConstants({ code, ...rest }) {
  const named = [...BUILT_IN, ...ARRAYS].filter((name) => new RegExp(`\\b${name}\\b`).test(code));
  return named.length === 0
    ? { code, ...rest }
    : { code: `const { ${named.join(', ')} } = globalThis; ${code}`, ...rest };
}

export default {
  createTransformer(options) {
    const plain = swc.createTransformer(options);
    return {
      ...plain,
      process: (...told) => withConstants(plain.process(...told)),
      processAsync: async (...told) => withConstants(await plain.processAsync(...told)),
      getCacheKey: (...told) => `constants-1-${plain.getCacheKey(...told)}`,
    };
  },
};
