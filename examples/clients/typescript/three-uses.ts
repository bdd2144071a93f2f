import {
  JudgeWishesDocument,
  RaciReportDocument,
  SuggestedRolesDocument,
  type JudgeWishesQuery,
  type SuggestedRolesQuery,
  type TypedDocumentString,
} from './headwater.js';

const [, , url = 'http://localhost:3000/graphql', stream = 'kitchen-enquiry-to-fitted-kitchen'] =
  process.argv;
const token = process.env['HEADWATER_TOKEN'];

type Verdict = JudgeWishesQuery['judgeAssignments'][number];

/** Asks one operation; a fault is thrown with its code. */
async function ask<Result, Variables>(
  document: TypedDocumentString<Result, Variables>,
  variables: Variables,
): Promise<Result> {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify({ query: document.toString(), variables }),
  });
  const answer = (await response.json()) as {
    readonly data?: Result | null;
    readonly errors?: readonly {
      readonly message: string;
      readonly extensions?: { readonly code?: string };
    }[];
  };
  const fault = answer.errors?.[0];
  if (fault) throw new Error(`${fault.extensions?.code ?? response.status}: ${fault.message}`);
  if (!answer.data) throw new Error(`${url} answered ${response.status} without data`);
  return answer.data;
}

function rolesInWords({ valueStream }: SuggestedRolesQuery): string {
  if (!valueStream) return `There is no stream "${stream}".`;
  const { suggestedStructure: structure } = valueStream;
  if (structure.__typename === 'LimitsContradict') return structure.message;
  if (structure.__typename === 'StreamNotReady')
    return structure.missing.map(({ message }) => message).join('\n');
  return structure.roles
    .map(
      ({ name, positions, fte, steps }) =>
        `${name}: ${fte.text}, ${positions ?? '?'} positions, ${steps.length} steps`,
    )
    .join('\n');
}

function verdictInWords(verdict: Verdict): string {
  if (verdict.__typename === 'AcceptedWish') return `accepted  ${verdict.holder} for ${verdict.step.name}`;
  const codes = verdict.reasons.map(({ code }) => code).join(', ');
  return `refused   ${verdict.holder} for ${verdict.citedStep ?? 'no step'}: ${codes}`;
}

console.log(rolesInWords(await ask(SuggestedRolesDocument, { stream })));
const { judgeAssignments } = await ask(JudgeWishesDocument, {
  stream,
  wishes: [
    { holder: 'Mara', step: 'Price the kitchen', letter: 'A' },
    { holder: 'Lena', step: 'Price the kitchen', letter: 'R', reason: 'because she would like to' },
  ],
});
console.log(judgeAssignments.map(verdictInWords).join('\n'));
const { valueStream } = await ask(RaciReportDocument, { stream });
console.log(valueStream?.raciReport.content ?? '');
