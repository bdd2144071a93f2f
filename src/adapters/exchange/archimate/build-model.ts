import type { Force, Plan, Role, Step, StepKey } from '../../../domain/index.js';
import { headLines } from '../process/head-lines.js';
import { layProcess } from '../process/lay-process.js';
import type { ProcessGraph, ProcessNode } from '../process/process-graph.js';
import { stepWords, type StepWords } from '../step-words.js';
import type { ArchimateModel, Properties } from './archimate-model.js';
import { addCapabilities, skillsOf } from './capability-elements.js';
import { addFlow } from './flow-relations.js';
import { addElement, finishModel, relate, type ModelDraft } from './model-draft.js';

const FORCES: readonly (readonly [Force, string])[] = [
  ['SALES', 'Sales and marketing'],
  ['FULFILMENT', 'Process and fulfilment'],
];

/**
 * A plan as ArchiMate: the stream with its two forces as stages, steps as business processes, families of capabilities as
 * business capabilities with what the steps demand inside, roles assigned to steps with their letters and reasons.
 */
export function buildModel(plan: Plan): ArchimateModel {
  const { stream } = plan;
  const draft: ModelDraft = { elements: [], relations: [] };
  const words = stepWords(plan);
  const names = new Map(stream.steps.map(({ key, name }) => [key, name]));
  const head = headLines(stream, (key) => names.get(key) ?? key);
  const told: Properties[number][] = head.length === 0 ? [] : [['Napkin', head.join('\n')]];
  const whole = addElement(draft, {
    id: 'value-stream',
    type: 'ValueStream',
    name: stream.name,
    documentation: plan.metrics.leadTime.text === '' ? '' : `Lead time: ${plan.metrics.leadTime.text}`,
    properties: told,
  });
  const stages = addStages(draft, plan, whole);
  const graph = layProcess(stream);
  const steps = addSteps(draft, plan, words, graph);
  const stageOf = (force: Force | null) => (force === null ? whole : stages.get(force));
  for (const step of stream.steps) {
    relate(draft, 'Realization', steps.get(step.key), stageOf(step.force));
  }
  const placed = ({ kind, step }: ProcessNode) =>
    kind === 'START' ? whole : kind === 'STEP' && step ? steps.get(step.key) : undefined;
  const more = addFlow(draft, graph, placed, stream.calendar);
  if (more.length > 0) told.push(['Gates', more.join('\n')]);
  const skills = addCapabilities(draft, plan, stageOf, steps);
  const roles = addRoles(draft, plan, skills);
  addLetters(draft, stream.steps, steps, roles, words);
  addPeople(draft, plan, whole, steps);
  return finishModel(draft, stream.name, []);
}

function addStages(draft: ModelDraft, { stream }: Plan, whole: string): ReadonlyMap<Force, string> {
  const stages = new Map<Force, string>();
  for (const [force, name] of FORCES) {
    if (!stream.steps.some((step) => step.force === force)) continue;
    const owner = stream.forceOwners[force];
    const stage = addElement(draft, {
      id: `stage-${force.toLowerCase()}`,
      type: 'ValueStream',
      name,
      properties: [['Force', force], ...(owner === null ? [] : [['Owner', owner] as const])],
    });
    stages.set(force, stage);
    relate(draft, 'Composition', whole, stage);
  }
  return stages;
}

function addSteps(
  draft: ModelDraft,
  { stream }: Plan,
  words: StepWords,
  { nodes }: ProcessGraph,
): Map<StepKey, string> {
  const lines = new Map(
    nodes.flatMap(({ kind, step, lines: told, id }, place) =>
      kind === 'STEP' && step ? [[step.key, { told, id, place }]] : [],
    ),
  );
  const ids = new Map<StepKey, string>();
  for (const step of stream.steps) {
    const letters = words.lettersOf(step).map(({ role, letter }) => `${role.name} ${letter}`);
    const laid = lines.get(step.key);
    const id = addElement(draft, {
      ...(laid && { id: laid.id }),
      type: 'BusinessProcess',
      name: step.name,
      documentation: words.documentation(step),
      properties: [
        ...words.figures(step),
        ...(letters.length === 0 ? [] : [['RACI', letters.join(', ')] as const]),
        ['Position', String(step.position)],
        ['Place', String(laid?.place ?? step.position)],
        ['Napkin', (laid?.told ?? []).join('\n')],
      ],
    });
    ids.set(step.key, id);
  }
  return ids;
}

function addRoles(
  draft: ModelDraft,
  { structure }: Plan,
  skills: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  for (const role of structure?.roles ?? []) {
    const id = addElement(draft, {
      type: 'BusinessRole',
      name: role.name,
      documentation: role.why.map(({ text }) => text).join('\n'),
      properties: sizesOf(role),
    });
    ids.set(role.key, id);
    for (const { key } of role.capabilities) relate(draft, 'Realization', id, skills.get(key));
  }
  for (const { name, roles, purpose } of structure?.teams ?? []) {
    const team = addElement(draft, {
      type: 'BusinessCollaboration',
      name,
      documentation: purpose ?? '',
    });
    for (const role of roles) relate(draft, 'Aggregation', team, ids.get(role));
  }
  return ids;
}

function sizesOf({ hoursPerWeek, fte, positions }: Role): readonly (readonly [string, string])[] {
  return [
    ['Hours a week', hoursPerWeek.text],
    ['FTE', fte.text],
    ...(positions === null ? [] : [['Positions', String(positions)] as const]),
  ];
}

const LETTER_NAMES = { R: 'responsible', A: 'accountable', C: 'consulted', I: 'informed' } as const;

function addLetters(
  draft: ModelDraft,
  steps: readonly Step[],
  stepIds: ReadonlyMap<StepKey, string>,
  roles: ReadonlyMap<string, string>,
  words: StepWords,
): void {
  for (const step of steps) {
    for (const { role, letter, because } of words.lettersOf(step)) {
      relate(
        draft,
        letter === 'R' ? 'Assignment' : 'Association',
        roles.get(role.key),
        stepIds.get(step.key),
        {
          name: LETTER_NAMES[letter],
          documentation: because.join('\n'),
          properties: [['RACI', letter]],
        },
      );
    }
  }
}

/** The customer, those who do the steps today (evidence, so no assignment), and what people were assigned and may keep. */
function addPeople(
  draft: ModelDraft,
  { stream, assignments, structure }: Plan,
  whole: string,
  steps: ReadonlyMap<StepKey, string>,
): void {
  const actors = new Map<string, string>();
  const roleNames = new Set((structure?.roles ?? []).map(({ name }) => name));
  const actor = (name: string): string => {
    const known = actors.get(name);
    if (known !== undefined) return known;
    const person = stream.people.find((one) => one.name === name);
    const able = person ? skillsOf(person.capabilities) : '';
    const id = addElement(draft, {
      type: 'BusinessActor',
      name,
      properties: able === '' ? [] : [['Capabilities', able]],
    });
    actors.set(name, id);
    return id;
  };
  if (stream.customer !== null)
    relate(draft, 'Association', whole, actor(stream.customer), { name: 'customer' });
  if (stream.owner !== null) relate(draft, 'Association', whole, actor(stream.owner), { name: 'owner' });
  for (const { name } of stream.people) actor(name);
  for (const { key, performers } of stream.steps) {
    for (const name of performers) {
      relate(draft, 'Association', actor(name), steps.get(key), { name: 'does it today' });
    }
  }
  for (const { assignment, stillJustified } of assignments) {
    if (!stillJustified || roleNames.has(assignment.holder)) continue;
    const type = assignment.letter === 'R' ? 'Assignment' : 'Association';
    relate(draft, type, actor(assignment.holder), steps.get(assignment.step.key), {
      name: LETTER_NAMES[assignment.letter],
      documentation: assignment.because.map(({ text }) => text).join('\n'),
      properties: [['RACI', assignment.letter]],
    });
  }
}
