import type { Quantity, StepKey } from '../shared/index.js';
import type { FlowArc, FlowLoss, FlowNode, ValueStream } from '../stream/index.js';
import { verdictOnNumber } from './field-changes.js';
import { isBuffer, placesOf, type FlowPlaces } from './flow-places.js';
import type { ComparedPlace, FieldChange } from './stream-comparison.js';
import { passingWords } from './tell-head.js';
import { tellCount, tellShare, tellTime } from './tell-quantity.js';
import { buffersIn } from './where-buffers-stand.js';

/** A wait, a stock, a return or a loss as it can be found again in another stream. */
interface Place {
  readonly kind: ComparedPlace['kind'];
  /** What it is found again by, the most exact first. */
  readonly keys: readonly string[];
  readonly where: string;
  readonly line: number | null;
  readonly number: Quantity | null;
  readonly texts: readonly (readonly [label: string, text: string | null])[];
}

/** Waits, stocks, returns and losses of both streams, by the steps that they stand between; what is gone comes last. */
export function comparePlaces(before: ValueStream, after: ValueStream): readonly ComparedPlace[] {
  const [was, is] = [placesIn(before), placesIn(after)];
  const found = matchPlaces(was, is);
  const taken = new Set(found.values());
  return [
    ...is.map((place) => comparePlace(found.get(place) ?? null, place)),
    ...was.filter((place) => !taken.has(place)).map((place) => comparePlace(place, null)),
  ];
}

/** For each place after the one before, by the most exact key that finds one. */
function matchPlaces(was: readonly Place[], is: readonly Place[]): ReadonlyMap<Place, Place> {
  const found = new Map<Place, Place>();
  const taken = new Set<Place>();
  for (let nth = 0; nth < 3; nth += 1) {
    const open = new Map<string, Place[]>();
    for (const place of was) {
      const key = place.keys[nth];
      if (key === undefined || taken.has(place)) continue;
      const list = open.get(key);
      if (list) list.push(place);
      else open.set(key, [place]);
    }
    for (const place of is) {
      const key = place.keys[nth];
      const match = key === undefined || found.has(place) ? undefined : open.get(key)?.shift();
      if (!match) continue;
      found.set(place, match);
      taken.add(match);
    }
  }
  return found;
}

function comparePlace(before: Place | null, after: Place | null): ComparedPlace {
  const here = after ?? before;
  const fields = before && after ? changesIn(before, after) : [];
  const moved = before !== null && after !== null && before.keys[0] !== after.keys[0];
  const all: readonly FieldChange[] = moved
    ? [{ label: 'place', before: before.where, after: after.where, verdict: null }, ...fields]
    : fields;
  const fate = !before ? 'NEW' : !after ? 'GONE' : all.length > 0 ? 'CHANGED' : 'KEPT';
  return {
    kind: here?.kind ?? 'WAIT',
    fate,
    where: here?.where ?? '',
    says: (here?.texts ?? []).flatMap(([, text]) => text ?? []).join(', '),
    lineBefore: before?.line ?? null,
    lineAfter: after?.line ?? null,
    fields: all,
  };
}

function changesIn(before: Place, after: Place): readonly FieldChange[] {
  const labels = [...new Set([...before.texts, ...after.texts].map(([label]) => label))];
  const textOf = ({ texts }: Place, label: string) => texts.find(([name]) => name === label)?.[1] ?? null;
  return labels.flatMap((label, nth) => {
    const [was, is] = [textOf(before, label), textOf(after, label)];
    if (was === is) return [];
    const verdict =
      nth === 0 && before.kind === after.kind ? verdictOnNumber('LESS', before.number, after.number) : null;
    return [{ label, before: was, after: is, verdict }];
  });
}

function placesIn(stream: ValueStream): readonly Place[] {
  const places = placesOf(stream);
  const names = new Map(stream.steps.map(({ key, name }) => [key, name]));
  const named = (key: StepKey | null) => (key === null ? null : `"${names.get(key) ?? key}"`);
  const whereOf = buffersIn(places, (key) => named(key) ?? '');
  return [
    ...stream.flow.nodes.flatMap((node, at) => bufferPlace(stream, places, whereOf, node, at)),
    ...stream.flow.arcs.flatMap((arc) => returnPlace(stream, places, named, arc)),
    ...stream.flow.losses.map((loss) => lossPlace(places, named, loss)),
  ];
}

type Named = (key: StepKey | null) => string | null;

function bufferPlace(
  { calendar }: ValueStream,
  places: FlowPlaces,
  whereOf: (node: number) => string,
  node: FlowNode,
  at: number,
): readonly Place[] {
  if (!isBuffer(node)) return [];
  const number = node.kind === 'WAIT' ? node.time : node.units;
  if (number.source === 'DERIVED' && number.high === 0) return [];
  const [before, behind] = [places.stepBefore(at), places.stepBehind(at)];
  const amount =
    node.kind === 'WAIT' ? ['time', tellTime(number, calendar)] : ['units', `${tellCount(number)} units`];
  return [
    {
      kind: node.kind,
      keys: [
        `buffer ${before} > ${behind}`,
        ...(before === null ? [] : [`buffer ${before} >`]),
        ...(behind === null ? [] : [`buffer > ${behind}`]),
      ],
      where: whereOf(at),
      line: node.line,
      number,
      texts: [
        [amount[0] ?? '', amount[1] ?? ''],
        ['moves on', passingWords(node.passing)],
        ['why', node.why],
      ],
    },
  ];
}

function returnPlace(
  { calendar }: ValueStream,
  places: FlowPlaces,
  named: Named,
  arc: FlowArc,
): readonly Place[] {
  if (arc.kind !== 'RETURN') return [];
  const from = places.stepBefore(arc.origin ?? arc.from);
  const to = places.stepBefore(arc.target ?? arc.to);
  return [
    {
      kind: 'RETURN',
      keys: [`return ${from} > ${to}`, `return ${from} >`],
      where: `from ${named(from) ?? '?'} back to ${named(to) ?? '?'}`,
      line: arc.line,
      number: arc.share,
      texts: [
        ['share', arc.share && tellShare(arc.share)],
        ['time of its own', arc.time && tellTime(arc.time, calendar)],
      ],
    },
  ];
}

function lossPlace(places: FlowPlaces, named: Named, { node, line, share }: FlowLoss): Place {
  const step = places.stepBefore(node);
  return {
    kind: 'LOSS',
    keys: [`loss ${step}`],
    where: `after ${named(step) ?? '?'}`,
    line,
    number: share,
    texts: [['share', tellShare(share)]],
  };
}
