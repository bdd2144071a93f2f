import type { IntegerAnswer, IntegerSolver, ProgramColumn, ProgramRow } from '../../src/domain/index.js';
import type { RoleInstance } from './role-instances.js';

/** The textbook model: which step is in which role, which role is used and what it must be able to do; fewest roles. */
export function solveByAssignment(
  instance: RoleInstance,
  roles: number,
  solver: IntegerSolver,
  iterations: number,
): IntegerAnswer {
  const model = new Assignment(instance, roles);
  return solver.solve({ ...model.program(), fractional: [], start: null, tolerance: 0.99 }, iterations);
}

class Assignment {
  private readonly rows: ProgramRow[] = [];
  private readonly columns: { cost: number; upper: number; rows: number[]; values: number[] }[] = [];

  constructor(
    private readonly instance: RoleInstance,
    private readonly roles: number,
  ) {}

  program(): { rows: readonly ProgramRow[]; columns: readonly ProgramColumn[] } {
    const { n, requires, load, force, segregated, breadthMax } = this.instance;
    const once = Array.from({ length: n }, () => this.row(1, 1));
    const kinds = [...new Set(requires.flat())];
    for (let role = 0; role < this.roles; role += 1) {
      const used = this.column(1);
      const forceOf = this.column(0);
      const holds = new Map(kinds.map((kind) => [kind, this.column(0)]));
      const inside = once.map((row, step) => {
        const column = this.column(0);
        if (step < role) this.columns[column] = { cost: 0, upper: 0, rows: [], values: [] };
        this.put(row, [[column, 1]]);
        return column;
      });
      this.put(this.row(-Infinity, 0), [
        ...inside.map((column, step) => [column, load[step] ?? 0] as const),
        [used, -1],
      ]);
      this.put(this.row(-Infinity, 0), [
        ...[...holds.values()].map((column) => [column, 1] as const),
        [used, -breadthMax],
      ]);
      inside.forEach((column, step) => {
        for (const kind of requires[step] ?? [])
          this.put(this.row(-Infinity, 0), [
            [column, 1],
            [holds.get(kind) ?? 0, -1],
          ]);
        if (force[step] === 0)
          this.put(this.row(-Infinity, 0), [
            [column, 1],
            [forceOf, -1],
          ]);
        else
          this.put(this.row(-Infinity, 1), [
            [column, 1],
            [forceOf, 1],
          ]);
      });
      for (const [a, b] of segregated)
        this.put(this.row(-Infinity, 1), [
          [inside[a] ?? 0, 1],
          [inside[b] ?? 0, 1],
        ]);
    }
    return { rows: this.rows, columns: this.columns };
  }

  private row(lower: number, upper: number): number {
    this.rows.push({ lower, upper });
    return this.rows.length - 1;
  }

  private column(cost: number): number {
    this.columns.push({ cost, upper: 1, rows: [], values: [] });
    return this.columns.length - 1;
  }

  private put(row: number, entries: readonly (readonly [number, number])[]): void {
    for (const [column, value] of entries) {
      this.columns[column]?.rows.push(row);
      this.columns[column]?.values.push(value);
    }
  }
}
