import { appendFileSync, readdirSync, readFileSync } from 'node:fs';
import { register } from 'node:module';
import { join, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { forget, forgetfully } from './forgetful-maps.js';
import { beginCollecting, collectedClaims, type Claim } from './collected-claims.js';
import { keyOfMutant, type KnownMutant } from './drawn-mutants.js';

/** What the command tells the runner. */
export interface ResidentOptions {
  /** Source files with mutants in them, from the top of the project. */
  readonly sources: readonly string[];
  /** Folders of the specs that judge, nearest first. */
  readonly specs: readonly string[];
  /** The mutants that are judged; the others are passed over. */
  readonly drawn: readonly string[];
  /** Milliseconds of claims (as they take unmutated) that one mutant is put to at most, nearest first. */
  readonly workMs: number;
  /** A file to which every verdict is added as a line of JSON. */
  readonly log: string;
}

interface StrykerSpace {
  activeMutant?: string | undefined;
  currentTestId?: string | undefined;
  hitCount?: number | undefined;
  hitLimit?: number | undefined;
  mutantCoverage?: { static: Record<string, number>; perTest: Record<string, Record<string, number>> };
}

interface MutantRun {
  readonly activeMutant: KnownMutant & { readonly id: string };
  readonly testFilter?: readonly string[];
  readonly hitLimit?: number;
}

interface Timed {
  readonly id: string;
  readonly file: string;
  readonly ms: number;
}

/** Tries thousands of napkins, for minutes: longer than any mutant is given. */
const TOO_LONG = /planted-mistakes\.spec\.ts$/;
const LOADING = '(as it is read)';

const space: StrykerSpace = ((globalThis as { __stryker__?: StrykerSpace }).__stryker__ ??= {});

/** A test runner for Stryker that reads the sources once and the specs anew for every mutant, in one process: a mutant costs as long as its claims take, not as long as the program takes to load. */
export class ResidentRunner {
  static readonly inject = ['options'] as const;
  private readonly asked: ResidentOptions;
  private readonly timed: Timed[] = [];
  private rounds = 0;

  constructor(options: { readonly resident: ResidentOptions }) {
    this.asked = options.resident;
  }

  capabilities(): { reloadEnvironment: boolean } {
    return { reloadEnvironment: true };
  }

  async init(): Promise<void> {
    register('./afresh-loader.mjs', import.meta.url);
    space.mutantCoverage = { static: {}, perTest: {} };
    await forgetfully(async () => {
      for (const source of this.asked.sources) await import(pathToFileURL(source).href);
    });
  }

  async dryRun(): Promise<object> {
    const tests: object[] = [];
    for (const file of this.specFiles()) {
      const began = performance.now();
      const claims = await this.readIfItCan(file);
      if (claims === null) continue;
      tests.push(this.time(`${file} › ${LOADING}`, file, performance.now() - began, true));
      const seen = new Set<string>();
      for (const claim of claims) {
        const id = `${file} › ${claim.name}`;
        if (seen.has(id) || claim.measuresItself) continue;
        seen.add(id);
        space.currentTestId = id;
        const start = performance.now();
        const failure = await failureOf(claim);
        tests.push(this.time(id, file, performance.now() - start, failure === null));
        if (failure !== null) this.log({ setAside: id, because: failure });
      }
      space.currentTestId = undefined;
      this.log({ tried: file, ms: Math.round(performance.now() - began) });
    }
    this.log({ timed: this.timed });
    return { status: 'complete', tests, mutantCoverage: space.mutantCoverage };
  }

  async mutantRun({ activeMutant, testFilter = [], hitLimit }: MutantRun): Promise<object> {
    const key = keyOfMutant(activeMutant);
    if (!this.asked.drawn.includes(key)) return { status: 'error', errorMessage: 'not drawn' };
    space.activeMutant = activeMutant.id;
    space.hitLimit = hitLimit;
    space.hitCount = hitLimit === undefined ? undefined : 0;
    const began = performance.now();
    const { killedBy, failure, nrOfTests } = await this.put(this.nearest(activeMutant.fileName, testFilter));
    const wasEndless = hitLimit !== undefined && (space.hitCount ?? 0) > hitLimit;
    space.activeMutant = undefined;
    const status = wasEndless ? 'timeout' : killedBy ? 'killed' : 'survived';
    this.log({ key, status, killedBy, failure, nrOfTests, ms: Math.round(performance.now() - began) });
    if (status === 'killed') return { status, killedBy: [killedBy], failureMessage: failure, nrOfTests };
    return status === 'timeout' ? { status, reason: 'hit limit' } : { status, nrOfTests };
  }

  /** The claims that reach a mutant by spec file: those of the file itself first, then of its folder, of its room, what is printed, and the other rooms; the quick ones before the slow, as far as the work goes. */
  private nearest(source: string, filter: readonly string[]): Map<string, Set<string>> {
    const times = this.times();
    const path = source.split(sep).join('/');
    const beside = path.slice(path.lastIndexOf('src/domain/')).replace(/^src\//, 'tests/');
    const folder = beside.slice(0, beside.lastIndexOf('/') + 1);
    const room = /src\/domain\/([^/]+)/.exec(path)?.[1] ?? '';
    const found = filter.map((id) => times.get(id)).filter((one) => one !== undefined);
    const rank = ({ file }: Timed) => {
      if (file.endsWith(beside.replace(/\.ts$/, '.spec.ts'))) return 0;
      if (file.includes(folder) && folder !== 'tests/domain/') return 1;
      if (file.includes(`tests/domain/${room}/`)) return 2;
      return file.includes('tests/domain/') ? 4 : 3;
    };
    found.sort((a, b) => rank(a) - rank(b) || a.ms - b.ms);
    const chosen = new Map<string, Set<string>>();
    let work = 0;
    for (const { id, file, ms } of found) {
      if (work > 0 && work + ms > this.asked.workMs) continue;
      work += ms;
      chosen.set(file, (chosen.get(file) ?? new Set()).add(id));
    }
    return chosen;
  }

  private async put(chosen: ReadonlyMap<string, ReadonlySet<string>>) {
    let nrOfTests = 0;
    for (const [file, ids] of chosen) {
      const loading = `${file} › ${LOADING}`;
      try {
        const claims = await this.read(file, undefined);
        for (const claim of claims) {
          const id = `${file} › ${claim.name}`;
          if (!ids.has(loading) && !ids.has(id)) continue;
          if (this.isSetAside(id)) continue;
          nrOfTests += 1;
          const failure = await failureOf(claim);
          if (failure !== null) return { killedBy: id, failure, nrOfTests };
        }
      } catch (error) {
        return { killedBy: loading, failure: textOf(error), nrOfTests };
      }
    }
    return { killedBy: null, failure: '', nrOfTests };
  }

  /** null where it cannot be read here: it wants something of Jest that is not given, or a file that was not copied. */
  private async readIfItCan(file: string): Promise<readonly Claim[] | null> {
    try {
      return await this.read(file, `${file} › ${LOADING}`);
    } catch (error) {
      this.log({ setAside: file, because: textOf(error) });
      return null;
    }
  }

  private specFiles(): string[] {
    const files = this.asked.specs.flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.spec.ts') && !TOO_LONG.test(name))
        .sort()
        .map((name) => join(folder, name)),
    );
    return [...new Set(files)];
  }

  private async read(file: string, testId: string | undefined): Promise<readonly Claim[]> {
    this.rounds += 1;
    space.currentTestId = testId;
    beginCollecting();
    forget();
    await import(`${pathToFileURL(file).href}?afresh=${this.rounds}`);
    space.currentTestId = undefined;
    return collectedClaims();
  }

  private time(id: string, file: string, ms: number, holds: boolean): object {
    if (holds) this.timed.push({ id, file, ms });
    return { id, name: id, fileName: file, timeSpentMs: Math.round(ms), status: holds ? 0 : 2 };
  }

  /** A process that began after the trial run finds its times in the log. */
  private times(): ReadonlyMap<string, Timed> {
    if (this.timed.length === 0) {
      for (const line of readFileSync(this.asked.log, 'utf8').split('\n')) {
        if (line.startsWith('{"timed"')) this.timed.push(...(JSON.parse(line) as { timed: Timed[] }).timed);
      }
    }
    return new Map(this.timed.map((one) => [one.id, one]));
  }

  private isSetAside(id: string): boolean {
    return !this.times().has(id);
  }

  private log(line: object): void {
    appendFileSync(this.asked.log, `${JSON.stringify(line)}\n`);
  }
}

async function failureOf(claim: Claim): Promise<string | null> {
  try {
    await claim.run();
    return null;
  } catch (error) {
    return textOf(error);
  }
}

function textOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).slice(0, 300);
}

export const strykerPlugins = [{ kind: 'TestRunner', name: 'resident', injectableClass: ResidentRunner }];
