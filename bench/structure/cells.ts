import { formCells, type CellFormation, type CellLimits } from '../../src/domain/structure/cells/index.js';
import { cellInstances, type CellInstance, type PublishedEfficacy } from './cell-instances.js';
import type { BenchSection } from './section.js';

const LIMITS: CellLimits = { search: 100e6, proof: 600e6 };
/** Published values are printed with four digits, some of them rounded twice. */
const PRINTED = 0.000_06;

interface Solved {
  readonly instance: CellInstance;
  readonly residual: boolean;
  readonly published: PublishedEfficacy;
  readonly formation: CellFormation;
  readonly seconds: number;
}

/** Grouping efficacy on the published tables, with and without residual cells. */
export const CELLS: BenchSection = {
  name: 'cells',
  title: 'Cells: grouping efficacy of published tables',
  run: (tell) => {
    const solved = cellInstances().flatMap((instance) =>
      [solve(instance, false), solve(instance, true)].map((each) => {
        tell(
          `${instance.id} ${formOf(each)} ${each.formation.efficacy?.toFixed(4) ?? '?'} ${each.seconds.toFixed(1)} s`,
        );
        return each;
      }),
    );
    return [...summary(solved), '', ...notReached(solved), ...table(solved)];
  },
};

function solve(instance: CellInstance, residual: boolean): Solved {
  const started = process.cpuUsage();
  const formation = formCells(instance.incidence, { residualCells: residual }, LIMITS);
  const { user, system } = process.cpuUsage(started);
  const seconds = (user + system) / 1e6;
  const published = residual ? instance.withResidual : instance.withoutResidual;
  return { instance, residual, published, formation, seconds };
}

function formOf({ residual }: Solved): string {
  return residual ? 'with' : 'without';
}

function isReached({ published, formation }: Solved): boolean {
  return published.value === null || (formation.efficacy ?? 0) >= published.value - PRINTED;
}

function summary(solved: readonly Solved[]): string[] {
  const rows = (['A', 'B'] as const).flatMap((set) =>
    [false, true].map((residual) => {
      const those = solved.filter((each) => each.instance.set === set && each.residual === residual);
      const slowest = those.reduce<Solved | null>(
        (most, each) => (most && most.seconds >= each.seconds ? most : each),
        null,
      );
      const small = those.filter(
        ({ instance: { incidence } }) => Math.min(incidence.machines, incidence.parts) <= 12,
      );
      const cells = [
        set,
        residual ? 'with' : 'without',
        `${those.filter(isReached).length} of ${those.length}`,
        `${those.filter(({ formation }) => formation.proven).length} of ${those.length}`,
        `${small.filter(({ formation }) => formation.proven).length} of ${small.length}`,
        those.reduce((sum, { seconds }) => sum + seconds, 0).toFixed(1),
        slowest ? `${slowest.instance.id}, ${slowest.seconds.toFixed(1)} s` : '',
      ];
      return `| ${cells.join(' | ')} |`;
    }),
  );
  return [
    `Limits: ${LIMITS.search / 1e6} million places looked at while searching, ${LIMITS.proof / 1e6} million while proving; no clock. Seconds are processor time. Reached: the best efficacy known, as printed (four digits). B32 with residual cells has none in print.`,
    '',
    '| set | residual cells | best known reached | proven best | proven, up to 12 machines or parts | seconds | slowest |',
    '| --- | --- | ---: | ---: | ---: | ---: | --- |',
    ...rows,
  ];
}

function notReached(solved: readonly Solved[]): string[] {
  const those = solved.filter((each) => !isReached(each));
  if (those.length === 0) return [];
  return [
    'Not reached (their published values are those of heuristics, perhaps for the table before its misprints were corrected):',
    '',
    ...those.map((each) => {
      const { instance, published, formation } = each;
      const { onesInside, voids } = formation;
      const ones = instance.incidence.ones.length;
      return `- ${instance.id} ${formOf(each)} residual cells: ${onesInside}/${ones + voids} = ${formation.efficacy?.toFixed(4) ?? '?'} against ${published.value?.toFixed(4) ?? '?'}${published.proved ? '' : ' (a target of a heuristic, not proved)'}. With one more operation inside the same cells it would be ${onesInside + 1}/${ones + voids} = ${((onesInside + 1) / (ones + voids)).toFixed(4)}.`;
    }),
    '',
  ];
}

function table(solved: readonly Solved[]): string[] {
  return [
    '| table | machines × parts | ones | residual cells | published | found | upper bound | gap | proven | million places | seconds |',
    '| --- | ---: | ---: | --- | ---: | ---: | ---: | ---: | --- | ---: | ---: |',
    ...solved.map(({ instance: { id, incidence }, residual, published, formation, seconds }) => {
      const cells = [
        id,
        `${incidence.machines} × ${incidence.parts}`,
        String(incidence.ones.length),
        residual ? 'with' : 'without',
        published.value === null
          ? ''
          : `${published.value.toFixed(4)}${published.proved ? '' : ' (not proved)'}`,
        formation.efficacy?.toFixed(4) ?? '',
        formation.upperBound?.toFixed(4) ?? '',
        `${(formation.gap * 100).toFixed(1)} %`,
        formation.proven ? 'yes' : 'no',
        (formation.work / 1e6).toFixed(0),
        seconds.toFixed(1),
      ];
      return `| ${cells.join(' | ')} |`;
    }),
  ];
}
