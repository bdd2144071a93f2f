import {
  acceptDraft,
  planStream,
  readNapkin,
  understandStream,
  withLearned,
  type CapabilityKey,
  type Catalogue,
  type Plan,
  type Solving,
  type ValueStream,
} from '../domain/index.js';
import { isSmall } from './design/designer-by-size.js';
import { ownedBy } from './design/owned-by.js';
import type {
  Designer,
  DesignQuestion,
  Reading,
  StoredDecisions,
  StoredOverride,
  StoredPlan,
  StoredRevision,
  StoredStream,
  ToldStream,
  UnitOfWork,
} from './ports/index.js';
import { createPlanCache } from './plan-cache.js';
import { noSuchStream } from './problems.js';

/** A stream as it is kept, and everything that follows from it; the plan is worked out when it is first asked for. */
export interface PlannedStream {
  readonly stored: StoredStream;
  readonly plan: StoredPlan;
  /** null where the plan can be asked for now; else it is being made elsewhere, and asking for it before that would hold up everything. */
  readonly ready: () => Promise<void> | null;
  /** The stream as it is told to whoever designs something for it. */
  readonly told: () => Pick<DesignQuestion, 'stream' | 'catalogue'>;
}

/** The overrides of a stream that stand at the moment of asking; none where overrides are switched off. */
export type OverridesToday = (stored: StoredStream) => readonly StoredOverride[];

/** Makes planned streams; equal ground is planned once for as long as it is remembered. */
export interface Planner {
  planned(stored: StoredStream, aliases: Aliases): PlannedStream;
  /** The stream of that key; a Fault NOT_FOUND where there is none. */
  required(store: Reading, key: string): Promise<PlannedStream>;
  /** An earlier revision planned with what is told of decisions; nothing of it is remembered. */
  planOf(revision: StoredRevision, aliases: Aliases, decided: StoredDecisions): Promise<Plan>;
  /** The same in a read of its own, once its plan can be asked for. */
  readied(units: Pick<UnitOfWork, 'read'>, key: string): Promise<PlannedStream>;
}

type Aliases = ReadonlyMap<string, CapabilityKey>;

/** The stream that a stored revision says: read from its canonical text, with the keys that its steps have. */
export function streamOf(stored: StoredRevision): ValueStream {
  const draft = readNapkin(stored.napkin).drafts[0];
  if (!draft) throw new Error(`Revision ${stored.revision} of ${stored.key} holds no stream`);
  const { stream } = acceptDraft(draft, { key: stored.key, known: stored.steps });
  return stored.served ? { ...stream, served: stored.served } : stream;
}

/** A planner over this catalogue, with the learned aliases of the moment and the overrides that stand at it; what takes long is made by the designer. */
export function createPlanner(
  catalogue: Catalogue,
  overridesToday: OverridesToday,
  designer: Designer,
  solving?: Solving,
): Planner {
  return new PlannerOver(catalogue, overridesToday, designer, solving);
}

/** What a plan is made of. */
interface PlanGround {
  /** With a version that also tells which overrides stand. */
  readonly stored: StoredStream;
  readonly aliases: Aliases;
  readonly standing: readonly StoredOverride[];
}

/** What makes a plan of its ground. */
interface PlanMaker {
  planOfGround(ground: PlanGround): StoredPlan;
  readyFor(ground: PlanGround): Promise<void> | null;
  told(revision: StoredRevision, aliases: Aliases): ReturnType<PlannedStream['told']>;
}

/** A list has hundreds of these, so that they cost no more than what is asked of them. */
class PlannedFrom implements PlannedStream {
  private made: StoredPlan | null = null;

  constructor(
    private readonly maker: PlanMaker,
    readonly stored: StoredStream,
    private readonly ground: PlanGround,
  ) {}

  get plan(): StoredPlan {
    return (this.made ??= this.maker.planOfGround(this.ground));
  }

  ready(): Promise<void> | null {
    return this.made === null ? this.maker.readyFor(this.ground) : null;
  }

  told(): ReturnType<PlannedStream['told']> {
    return this.maker.told(this.stored, this.ground.aliases);
  }
}

function decidedOn({ stored, standing }: PlanGround): StoredDecisions {
  const { adopted, assignments, formerSteps, staffing } = stored;
  return { adopted, assignments, formerSteps, overrides: standing, staffing };
}

class PlannerOver implements Planner, PlanMaker {
  private readonly cache = createPlanCache();
  private readonly making = new Map<string, Promise<void>>();
  private readonly catalogueWith: (aliases: Aliases) => Catalogue;

  constructor(
    catalogue: Catalogue,
    private readonly overridesToday: OverridesToday,
    private readonly designer: Designer,
    private readonly solving: Solving | undefined,
  ) {
    this.catalogueWith = withLatest((aliases) =>
      aliases.size > 0 ? withLearned(catalogue, aliases) : catalogue,
    );
  }

  planned(stored: StoredStream, aliases: Aliases): PlannedStream {
    const standing = this.overridesToday(stored);
    const versions = [stored.version, ...standing.map(({ id }) => id)];
    const known = standing.length === 0 ? stored : { ...stored, version: versions.join(' ') };
    return new PlannedFrom(this, stored, { stored: known, aliases, standing });
  }

  async required(store: Reading, key: string): Promise<PlannedStream> {
    const stored = await store.streamByKey(key);
    if (!stored) throw await noSuchStream(store, key);
    return this.planned(stored, await store.learnedAliases());
  }

  async readied(units: Pick<UnitOfWork, 'read'>, key: string): Promise<PlannedStream> {
    const found = await units.read((store) => this.required(store, key));
    await found.ready();
    return found;
  }

  async planOf(revision: StoredRevision, aliases: Aliases, decided: StoredDecisions): Promise<Plan> {
    const question = this.questionOf(revision, aliases, decided);
    const { answer } = await this.designer.design(question).designed;
    return ownedBy(answer, streamOf(revision), question.catalogue);
  }

  planOfGround(ground: PlanGround): StoredPlan {
    const { stored, aliases } = ground;
    return this.cache.planOf(stored, aliases, {
      understand: () => understandStream(streamOf(stored), this.catalogueWith(aliases), {}, this.solving),
      plan: (understanding, before) => planStream(understanding, decidedOn(ground), before),
    });
  }

  readyFor(ground: PlanGround): Promise<void> | null {
    const { stored, aliases } = ground;
    if (this.cache.isUnderstood(stored, aliases)) return null;
    const question = this.questionOf(stored, aliases, decidedOn(ground));
    if (isSmall(question)) return null;
    const id = `${stored.id} ${stored.version}`;
    const before = this.making.get(id);
    if (before) return before;
    const now = this.make(question, ground).finally(() => this.making.delete(id));
    this.making.set(id, now);
    return now;
  }

  private async make(question: DesignQuestion<'PLAN'>, { stored, aliases }: PlanGround): Promise<void> {
    const designed = this.designer.design(question).designed;
    // Read meanwhile: reading it together with the answer would hold up others for the time of both.
    const own = streamOf(stored);
    const { answer } = await designed;
    this.cache.keep(stored, aliases, ownedBy(answer, own, question.catalogue));
  }

  private questionOf(
    revision: StoredRevision,
    aliases: Aliases,
    decided: StoredDecisions,
  ): DesignQuestion<'PLAN'> {
    return { ...this.told(revision, aliases), kind: 'PLAN', effort: 'QUICK', limits: {}, decided };
  }

  told(
    { napkin, key, steps: known, served }: StoredRevision,
    aliases: Aliases,
  ): Pick<DesignQuestion, 'stream' | 'catalogue'> {
    const stream: ToldStream = { told: napkin, key, known, served, steps: known.length };
    return { stream, catalogue: this.catalogueWith(aliases) };
  }
}

/** Makes something of the latest key once. */
function withLatest<K, V>(make: (key: K) => V): (key: K) => V {
  let latest: { readonly key: K; readonly value: V } | null = null;
  return (key) => {
    if (latest?.key !== key) latest = { key, value: make(key) };
    return latest.value;
  };
}
