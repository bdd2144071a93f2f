import type { Severity } from '../../shared/index.js';
import type {
  CellVerdict,
  ChartFinding,
  ChartLayout,
  IdleHolder,
  MatchCandidate,
  MatchedBy,
  UncarriedStep,
  UnknownMatch,
} from '../../chart/index.js';
import type { RaciLetter, RefusalCode } from '../../responsibility/index.js';
import type { ReportStream, ReportStructure } from '../raci-report.js';

/** What an existing chart says by itself and, where a stream was named, how each letter compares: as plain data, names instead of keys. */
export interface AuditReport {
  readonly kind: 'AUDIT';
  readonly title: string;
  readonly chart: AuditedFile;
  /** null: it was held against no stream. */
  readonly stream: ReportStream | null;
  /** null: against no stream, or one of a file. */
  readonly revision: number | null;
  /** The day that the report is of, given from outside; null where no day belongs to it. */
  readonly date: string | null;
  readonly activities: number;
  readonly roles: readonly string[];
  /** Cells that hold each letter. */
  readonly letters: Readonly<Record<string, number>>;
  /** Errors first, then from the top of the chart to its end. */
  readonly findings: readonly ChartFinding[];
  /** What the codes of the findings mean, each once, in the order in which they are met. */
  readonly rules: readonly AuditRule[];
  readonly comparison: AuditComparison | null;
}

/** The chart as a file. */
export interface AuditedFile {
  /** null: it came without a name. */
  readonly name: string | null;
  /** What it calls itself. */
  readonly title: string | null;
  readonly sheet: string | null;
  readonly layout: ChartLayout;
  /** The scheme of letters that it was held to. */
  readonly scheme: string;
}

export interface AuditRule {
  readonly code: string;
  readonly severity: Severity;
  readonly findings: number;
  /** What a chart should be, in one sentence; null where the scheme alone says so. */
  readonly norm: string | null;
  /** Where the rule is published; null for what is odd about reading a file. */
  readonly source: string | null;
}

/** Every name and letter of the chart, held against the plan of a stream. */
export interface AuditComparison {
  readonly structure: ReportStructure;
  readonly counts: Readonly<Record<CellVerdict, number>>;
  readonly matches: readonly AuditMatch[];
  readonly questions: readonly AuditQuestion[];
  /** In the order of the chart. */
  readonly letters: readonly AuditLetter[];
  readonly nobodyCarries: readonly AuditUncarried[];
  readonly carriesNothing: readonly IdleHolder[];
  readonly unknownNames: readonly UnknownMatch[];
}

/** What one name of the chart was taken for. */
export interface AuditMatch {
  readonly of: 'ACTIVITY' | 'ROLE';
  readonly name: string;
  readonly cell: string;
  /** null: nothing, or not known what. */
  readonly to: string | null;
  readonly by: MatchedBy;
  /** 0 to 1. */
  readonly score: number;
}

export interface AuditQuestion {
  readonly of: 'ACTIVITY' | 'ROLE';
  readonly name: string;
  readonly cell: string;
  readonly candidates: readonly MatchCandidate[];
  /** Letters that wait for the answer. */
  readonly waiting: number;
}

export interface AuditLetter {
  readonly verdict: CellVerdict;
  readonly activity: string;
  readonly role: string;
  readonly cell: string;
  readonly step: string | null;
  readonly holder: string | null;
  /** null: the chart has none. */
  readonly letter: RaciLetter | null;
  /** null: the plan has none. */
  readonly planLetter: RaciLetter | null;
  /** What justifies the letter, or the plan's letter. */
  readonly because: readonly string[];
  readonly reasons: readonly {
    readonly code: RefusalCode;
    readonly message: string;
    readonly remedy: string;
  }[];
  /** The override by which it stands all the same, in words; null where there is none. */
  readonly override: string | null;
}

export interface AuditUncarried {
  readonly step: string;
  readonly line: number | null;
  readonly why: UncarriedStep['why'];
  readonly planned: readonly string[];
}
