import type { StreamTable } from '../../../application/index.js';
import type { Problem, TableUnreadable } from '../../../domain/index.js';
import { linesAsDrafts } from '../process/lines-as-drafts.js';
import { modelProblem } from '../process/model-problems.js';
import { quoted } from '../process/plain-flow.js';
import type { ReadNode } from '../process/read-graph.js';
import { renamed } from '../process/renamed.js';
import type { XmlElement } from '../xml/read-xml.js';
import { flowBetween } from './flow-between.js';
import { isEvent, placesBetween } from './places-between.js';
import { readArchimateModel, type ArchimateElement, type ArchimateModel } from './read-archimate-model.js';

/**
 * The value streams of an ArchiMate model as drafts: processes that realise a stream or its stages are its steps, else the
 * stages themselves; capabilities tied to a step are demanded by it, roles and actors tied to it do it.
 */
export function readArchimate(root: XmlElement): StreamTable | TableUnreadable {
  const model = readArchimateModel(root);
  const streams = topStreams(model);
  if (streams.length === 0) {
    const message = 'There is no value stream and no business process in this ArchiMate model.';
    return { kind: 'TableUnreadable', code: 'EMPTY_TABLE', message };
  }
  return linesAsDrafts(
    streams.map((stream) => {
      const steps = stepsOf(stream, model);
      const stages = stagesOf(stream, model);
      const owners = stages.flatMap((stage): readonly (readonly [string, string])[] => {
        const [force, owner] = [stage.properties.get('Force'), stage.properties.get('Owner')];
        return force === undefined || owner === undefined ? [] : [[force.toLowerCase(), owner]];
      });
      const { places, problems } = placesOf(stream, steps, model, streams.length === 1);
      const flow = flowBetween(stream, places, model);
      return {
        name: quoted(stream.name),
        head: (stream.properties.get('Napkin') ?? '').split('\n').filter((line) => line !== ''),
        owners: new Map(owners),
        graph: flow.graph,
        problems: [...problems, ...flow.problems],
        at: stream,
      };
    }),
  );
}

/** The steps and what stands between them; events of other tools are told. */
function placesOf(
  stream: ArchimateElement,
  steps: readonly ArchimateElement[],
  model: ArchimateModel,
  alone: boolean,
) {
  const between = placesBetween(steps, model, alone);
  const own = steps.map((step) => [step, nodeOf(step, stream, model)] as const);
  const problems = between.flatMap(([element]): Problem[] => {
    if (!isEvent(element)) return [];
    const message = `The event "${element.name}" is no step; what it ties together was read as coming one after the other.`;
    return [modelProblem('EVENT_LEFT_OUT', message, element)];
  });
  return { places: [...own, ...between], problems };
}

/** Value streams that are no part of another; where there is none, the model as a whole, with its processes as steps. */
function topStreams(model: ArchimateModel): readonly ArchimateElement[] {
  const parts = new Set(
    model.relations.flatMap(({ type, source, target }) => {
      const inside = type === 'Composition' || type === 'Aggregation';
      return inside && model.byId.get(source)?.type === 'ValueStream' ? [target] : [];
    }),
  );
  const streams = model.elements.filter(({ type, id }) => type === 'ValueStream' && !parts.has(id));
  if (streams.length > 0) return streams;
  return model.elements.some(({ type }) => type === 'BusinessProcess') ? [model.whole] : [];
}

function stagesOf({ id }: ArchimateElement, model: ArchimateModel): readonly ArchimateElement[] {
  const found: ArchimateElement[] = [];
  const seen = new Set([id]);
  const open = [id];
  for (let at = open.shift(); at !== undefined; at = open.shift()) {
    for (const { type, target } of model.from.get(at) ?? []) {
      const stage = model.byId.get(target);
      const inside = type === 'Composition' || type === 'Aggregation';
      if (!inside || stage?.type !== 'ValueStream' || seen.has(target)) continue;
      seen.add(target);
      found.push(stage);
      open.push(target);
    }
  }
  return found;
}

function stepsOf(stream: ArchimateElement, model: ArchimateModel): readonly ArchimateElement[] {
  const processes = model.elements.filter(
    ({ type, properties }) => type === 'BusinessProcess' && !properties.has('Mends'),
  );
  if (stream === model.whole) return processes;
  const stages = stagesOf(stream, model);
  const parts = new Set([stream.id, ...stages.map(({ id }) => id)]);
  const own = processes.filter(({ id }) =>
    (model.from.get(id) ?? []).some(({ type, target }) => type === 'Realization' && parts.has(target)),
  );
  return own.length > 0 ? own : stages;
}

function nodeOf(step: ArchimateElement, stream: ArchimateElement, model: ArchimateModel): ReadNode {
  const { id, name, line, column, properties } = step;
  const told = (properties.get('Napkin') ?? '').split('\n').filter((one) => one !== '');
  const force = forceOf(step, stream, model);
  return {
    id,
    kind: 'STEP',
    name,
    lines: told.length > 0 ? renamed(told, name) : [lineOf(step, model)],
    force,
    time: null,
    after: false,
    block: false,
    line,
    column,
  };
}

function forceOf({ id }: ArchimateElement, stream: ArchimateElement, model: ArchimateModel): string | null {
  for (const { type, target } of model.from.get(id) ?? []) {
    const force = type === 'Realization' ? model.byId.get(target)?.properties.get('Force') : undefined;
    if (force !== undefined && target !== stream.id) return force.toLowerCase();
  }
  return null;
}

/** A step of another tool: who is tied to it does it, what it needs is demanded. */
function lineOf({ id, name }: ArchimateElement, model: ArchimateModel): string {
  const around = [
    ...(model.to.get(id) ?? []).map(({ type, source }) => [type, model.byId.get(source)] as const),
    ...(model.from.get(id) ?? []).map(({ type, target }) => [type, model.byId.get(target)] as const),
  ];
  const holders = around.flatMap(([type, one]) =>
    one && type === 'Assignment' && /^Business(?:Role|Actor|Collaboration)$/.test(one.type) ? [one.name] : [],
  );
  const skills = around.flatMap(([, one]) => (one?.type === 'Capability' ? [one.name] : []));
  const marks = [
    ...[...new Set(holders)].map((holder) => `@${quoted(holder)}`),
    ...(skills.length === 0 ? [] : [`{${[...new Set(skills)].map(quoted).join(', ')}}`]),
  ];
  return [quoted(name), ...marks].join(' ');
}
