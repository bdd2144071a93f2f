import type { ExampleGround, ExampleWish } from './example-ground.js';

/** A question that is ready to be asked. */
export interface QueryExample {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

const NOTHING_YET: ExampleGround = {
  key: 'bicycle-repair',
  wishes: [{ holder: 'Ines', step: 'Repair it', letter: 'R', reason: 'She would like to.' }],
};

/** The main uses as ready questions about a stream that is there; where there is none yet, the first draws one. */
export function queryExamples(found: ExampleGround | null): readonly QueryExample[] {
  const { key, wishes } = found ?? NOTHING_YET;
  const uses = [suggestRoles(key), judgeWishes(key, wishes), raciReport(key)];
  return found === null ? [drawNapkin(), ...uses] : [...uses, drawNapkin()];
}

function suggestRoles(key: string): QueryExample {
  const query = `# Which roles does this value stream ask for, and why?
query SuggestedRoles($key: String!) {
  valueStream(key: $key) {
    name
    readiness { rung missing { message suggestion } }
    suggestedStructure {
      ... on StructureProposal {
        roles {
          name
          hoursPerWeek { text }
          fte { text }
          positions
          steps { name }
          why { text }
        }
        teams { name roles { name } }
        handOffsPerWeek { text }
        objectives { name value lowerBound proven }
      }
      ... on StreamNotReady { rung needed missing { message suggestion } }
      ... on LimitsContradict { message limits steps { name } }
    }
  }
}
`;
  return { query, variables: { key } };
}

function judgeWishes(key: string, wishes: readonly ExampleWish[]): QueryExample {
  const query = `# Would the stream justify these assignments? Nothing is stored.
# Put in holders and steps of your own: a role or a person, and a step.
query Judge($key: String!, $wishes: [Wish!]!) {
  judgeAssignments(stream: $key, wishes: $wishes) {
    ... on AcceptedWish {
      holder
      letter
      step { name }
      inForce
      because { rule text }
      warnings
    }
    ... on RefusedWish {
      holder
      letter
      citedStep
      reasons { code message missingLink remedy nearestStep { name } }
    }
  }
}
`;
  return { query, variables: { key, wishes } };
}

function raciReport(key: string): QueryExample {
  const query = `# The responsibility matrix with its reasons, as a file.
# The same file comes from GET /streams/${key}/raci.md (or .csv, .html, .json).
query RaciReport($key: String!, $format: ReportFormat!) {
  valueStream(key: $key) {
    raciReport(format: $format) { filename mediaType content }
  }
}
`;
  return { query, variables: { key, format: 'MARKDOWN' } };
}

function drawNapkin(): QueryExample {
  const query = `# Draws a napkin: one line is one step. With errors nothing is stored.
mutation Draw($input: DrawValueStreamInput!) {
  drawValueStream(input: $input) {
    valueStream { key revision readiness { rung missing { message suggestion } } }
    problems { severity code message place { line column } suggestion }
  }
}
`;
  return { query, variables: { input: { napkin: NAPKIN.join('\n') } } };
}

const NAPKIN = [
  'stream Bicycle repair',
  'customer: Cyclist',
  'owner: Ines',
  'demand: 30/week',
  '',
  'sales:',
  'Take in the bicycle  @Ines  10m  90%  {customer reception}',
  'Estimate the repair  @Ines  15m  {estimating}',
  'lost 20%',
  '',
  'fulfilment:',
  'Order the parts  @Ines  10m  lead 3d  {purchasing}',
  'Repair it  @Jo  1h  95%  (value)  {bicycle mechanics}',
  'Take the money  @Ines  5m  {billing}',
  '',
];
