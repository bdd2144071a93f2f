import { makeNapkin, performerOf, stepName } from '../make-stream.js';

/** What the API is asked for, over and over. */
export interface Question {
  readonly name: 'whole' | 'list' | 'judge' | 'draw';
  readonly says: string;
  readonly query: string;
  /** What is asked on each of the connections, in turn. */
  readonly variables: (connection: number) => readonly Record<string, unknown>[];
  /** Requests to each server in one round, and before the first one. */
  readonly perRound: number;
  readonly warmUp: number;
}

/** The stream that is read whole and that wishes are judged for. */
export const BIG = 'read-whole';
export const CONNECTIONS = 10;

const FIGURE = 'value unit text';
const FIGURES = ['processTime', 'leadTime', 'completeAndAccurate', 'visitsPerUnit', 'hoursPerWeek'];
const MEASURES = [
  ...['leadTime', 'worstLeadTime', 'likeliestLeadTime', 'processTime', 'totalEffort', 'activityRatio'],
  ...['rolledCompleteAndAccurate', 'taktTime', 'handOffs', 'workInProgress'],
];
const all = (figures: readonly string[]): string => figures.map((name) => `${name} { ${FIGURE} }`).join(' ');

/** Everything of a stream that a matrix on a wall shows. */
export const WHOLE = `query Whole($key: String!) { valueStream(key: $key) {
  id key name revision drawnAt customer owner readiness { rung }
  steps { key name force position outside performers ${all(FIGURES)} }
  metrics { ${all(MEASURES)} }
  capabilityDemands { step { key } capability { key name } level statedByStep ${all(['hoursPerWeek'])} }
  adoptedStructure {
    roles { key name positions ${all(['hoursPerWeek', 'fte'])} capabilities { key name } steps { key } }
    teams { key name roles { key } }
    matrix { rows { step { key } notes cells { role { key } letter accepted because { rule text capability { key } } } } }
  } } }`;

const LIST = `query List($first: Int!) { valueStreams(first: $first) { totalCount edges { node {
  id key name revision drawnAt owner readiness { rung } metrics { ${all(['leadTime', 'processTime', 'handOffs'])} } } } } }`;

const JUDGE = `query Judge($stream: String!, $wishes: [Wish!]!) { judgeAssignments(stream: $stream, wishes: $wishes) {
  __typename
  ... on AcceptedWish { holder letter step { key } because { rule text } }
  ... on RefusedWish { holder letter citedStep reasons { code message remedy } } } }`;

const DRAW = `mutation Draw($input: DrawValueStreamInput!) { drawValueStream(input: $input) {
  valueStream { key name revision readiness { rung } steps { key name } } problems { message } } }`;

/** 100 wishes: who does it today, somebody else, and one step in eleven that is none. */
function wishes(steps: number): readonly object[] {
  return Array.from({ length: 100 }, (_, nth) => ({
    holder: performerOf((nth * 7) % steps),
    step: nth % 11 === 0 ? `No step ${nth}` : stepName(nth % steps),
    letter: ['R', 'A', 'C', 'I'][nth % 4],
    reason: nth % 5 === 0 ? 'they would like to' : null,
  }));
}

/** The key of the stream that one connection draws. */
export const drawnKey = (connection: number): string => `drawn-${connection}`;

/** The napkin that a connection draws, in one of two ways, each a new revision after the other. */
export function drawnNapkin(connection: number, steps: number, way: 0 | 1): string {
  const text = makeNapkin(steps, 50 + connection).replace(/^stream .*$/m, `stream Drawn ${connection}`);
  return way === 0 ? text : `${text.trimEnd()}\nperson Zoe 20h {packing D1}\n`;
}

/** What is asked, of a whole stream of so many steps and of lists of so many streams. */
export function questionsOf(size: {
  readonly steps: number;
  readonly streams: number;
}): readonly [Question, ...Question[]] {
  const { steps, streams } = size;
  return [
    {
      ...{ name: 'whole', query: WHOLE, perRound: 400, warmUp: 400 },
      says: `a stream of ${steps} steps with measures, demands, structure and matrix, read whole`,
      variables: () => [{ key: BIG }],
    },
    {
      ...{ name: 'list', query: LIST, perRound: 200, warmUp: 200 },
      says: `a list of ${streams} streams with three figures each`,
      variables: () => [{ first: streams }],
    },
    {
      ...{ name: 'judge', query: JUDGE, perRound: 100, warmUp: 50 },
      says: 'a judgement of 100 wishes, nothing stored',
      variables: () => [{ stream: BIG, wishes: wishes(steps) }],
    },
    {
      ...{ name: 'draw', query: DRAW, perRound: 40, warmUp: 20 },
      says: `a draw of a new revision of ${steps} steps`,
      variables: (connection) =>
        ([1, 0] as const).map((way) => ({
          input: { napkin: drawnNapkin(connection, steps, way), key: drawnKey(connection) },
        })),
    },
  ];
}
