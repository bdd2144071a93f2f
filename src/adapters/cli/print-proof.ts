import { labelled, type Page } from './page.js';

/** Whether an answer is proven, what bounds it, and by what method and work it was found; each method once. */
export function printProof(proof: string, methods: readonly string[], page: Page): string[] {
  const dim = { label: page.paint.dim, text: page.paint.dim };
  return [
    ...(proof === '' ? [] : labelled(page, '  proof   ', proof, 10, { label: page.paint.dim })),
    ...eachOnce(methods).flatMap((method, nth) =>
      labelled(page, nth === 0 ? '  method  ' : '', method, 10, dim),
    ),
  ];
}

const WORK = /\d+(?= units of work)/;

/** Methods that differ in nothing but the work that they took become one, with all the work that was done. */
function eachOnce(methods: readonly string[]): string[] {
  const works = new Map<string, string[]>();
  for (const method of methods.filter((one) => one !== '')) {
    const same = method.replace(WORK, '#');
    const work = WORK.exec(method)?.[0];
    works.set(same, [...(works.get(same) ?? []), ...(work === undefined ? [] : [work])]);
  }
  return [...works].map(([method, work]) => {
    const [last = '#', ...others] = [...new Set(work)].reverse();
    return method.replace('#', others.length === 0 ? last : `${others.reverse().join(', ')} and ${last}`);
  });
}
