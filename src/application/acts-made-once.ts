import type { Plan, StaffingVerdict, Verdict } from '../domain/index.js';
import type { CompanyInput, DesignJob, JobInput } from './design/design-job.js';
import { drawStream, type DrawInput, type DrawnStreams } from './draw-stream.js';
import { madeOnce, type WithOwnId } from './made-once.js';
import { overrideRefusal, type OverrideInput, type OverrideResult } from './override-refusal.js';
import type { Parts } from './parts.js';
import { Fault } from './ports/index.js';
import { problem } from './problems.js';
import { proposeAssignments, type ProposeInput } from './propose-assignments.js';
import { proposeStaffing, type ProposeStaffingInput } from './propose-staffing.js';

/** The acts that make something, each of which makes it once under an id of the asker's making. */
export function actsMadeOnce(parts: Parts) {
  return {
    drawStream: drawOnce(parts),
    proposeAssignments: proposeOnce(parts),
    proposeStaffing: staffOnce(parts),
    overrideRefusal: overrideOnce(parts),
  };
}

/** Told again: the streams as they are stored now, and that they were drawn before. */
function drawOnce(parts: Parts) {
  const { unitOfWork, planner } = parts;
  return madeOnce<DrawInput, DrawnStreams>(parts, {
    act: 'drawValueStream',
    make: drawStream(parts),
    nameOf: ({ streams, problems }) => {
      const unchanged = problems.filter(({ code }) => code === 'UNCHANGED').length;
      return unchanged === streams.length ? null : JSON.stringify(streams.map(({ stored }) => stored.key));
    },
    again: (name) =>
      unitOfWork.read(async (store) => {
        const keys = JSON.parse(name) as readonly string[];
        const streams = [];
        for (const key of keys) streams.push(await planner.required(store, key));
        const message =
          'This was drawn before under the same id: nothing was stored again, and what is stored now is told.';
        return { streams, problems: [problem('INFO', 'DRAWN_BEFORE', message)] };
      }),
  });
}

/** What the gate said then, and how much of it was stored. */
interface Said<V> {
  readonly verdicts: readonly V[];
  readonly stored: number;
}

/** What stored nothing may be asked again: the gate may say otherwise by then. */
function nameOfSaid<V>({ verdicts, stored }: Said<V>): string | null {
  return stored === 0 ? null : JSON.stringify({ verdicts, stored });
}

function proposeOnce(parts: Parts) {
  return madeOnce(parts, {
    act: 'proposeAssignments',
    make: proposeAssignments(parts),
    nameOf: nameOfSaid<Verdict>,
    again: async (name, input: ProposeInput & WithOwnId) => ({
      ...(JSON.parse(name) as Said<Verdict>),
      ...(await asItStands(parts, input.stream)),
    }),
  });
}

function staffOnce(parts: Parts) {
  return madeOnce(parts, {
    act: 'proposeStaffing',
    make: proposeStaffing(parts),
    nameOf: nameOfSaid<StaffingVerdict>,
    again: async (name, input: ProposeStaffingInput & WithOwnId) => {
      const said = JSON.parse(name) as Said<StaffingVerdict>;
      const now = await asItStands(parts, input.stream);
      requireRoles(now.planned.plan, said.verdicts);
      return { ...said, ...now };
    },
  });
}

/** The stream as it is now. */
async function asItStands({ unitOfWork, planner }: Parts, key: string) {
  const planned = await unitOfWork.read((store) => planner.required(store, key));
  return { judgedBy: planned.plan, planned, toldAgain: true };
}

/** A verdict about people cannot be told without the roles that it is about. */
function requireRoles({ structure }: Plan, verdicts: readonly StaffingVerdict[]): void {
  const roles = new Set<string>(structure?.roles.map(({ key }) => key));
  const named = verdicts.map((one) => (one.kind === 'AcceptedStaffing' ? one.role : one.nearestRole));
  if (named.every((role) => role === null || roles.has(role))) return;
  throw new Fault(
    'CONFLICT',
    'This was done before under the same id, and roles that the verdicts name have left the structure since: read who stands in the roles of the stream now.',
  );
}

function overrideOnce(parts: Parts) {
  const { unitOfWork, planner } = parts;
  return madeOnce<OverrideInput, OverrideResult>(parts, {
    act: 'overrideRefusal',
    make: overrideRefusal(parts),
    nameOf: (result) => (result.kind === 'OverrideSet' ? result.override.id : null),
    again: (id, { stream }) =>
      unitOfWork.read(async (store) => {
        const planned = await planner.required(store, stream);
        const override = planned.stored.overrides.find((one) => one.id === id);
        if (!override)
          throw new Fault('NOT_FOUND', `The override of that id is not of the stream "${stream}".`);
        return { kind: 'OverrideSet', override, planned };
      }),
  });
}

/** Begins designs, and tells what is known of one. */
interface Designing {
  readonly startDesign: (input: JobInput) => Promise<DesignJob>;
  readonly startCompanyDesign: (input: CompanyInput) => Promise<DesignJob>;
  readonly design: (id: string) => Promise<DesignJob | null>;
}

/** The same with long work: under the same id the same design is told, whatever has become of it. */
export function designsMadeOnce(parts: Parts, { startDesign, startCompanyDesign, design }: Designing) {
  const again = async (id: string): Promise<DesignJob> => {
    const job = await design(id);
    if (!job) throw new Fault('NOT_FOUND', 'The design that was asked for under this id is not there.');
    return job;
  };
  const nameOf = ({ id }: DesignJob) => id;
  return {
    startDesign: madeOnce(parts, { act: 'designStructure', make: startDesign, nameOf, again }),
    startCompanyDesign: madeOnce(parts, { act: 'designCompany', make: startCompanyDesign, nameOf, again }),
  };
}
