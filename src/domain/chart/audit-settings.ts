/** The thresholds of the rules; each may be set, and each has the default that its source names or that people use. */
export interface AuditSettings {
  /** More R in one activity than this is too many. */
  readonly maxResponsible: number;
  /** More C in one activity than this is too many. */
  readonly maxConsulted: number;
  /** More I in one activity than this is too many. */
  readonly maxInformed: number;
  /** A role with R in a larger share of the activities than this is asked whether it can stay on top of them. */
  readonly maxShareResponsible: number;
  /** A role with A in a larger share of the activities than this is asked whether some can be pushed down. */
  readonly maxShareAccountable: number;
  /** Questions about shares are asked from so many activities on. */
  readonly minActivitiesForShares: number;
  /** true: whoever is accountable counts as responsible too. */
  readonly accountableImpliesResponsible: boolean;
}

/** Strict: an A alone is no R. */
export const DEFAULT_AUDIT_SETTINGS: AuditSettings = {
  maxResponsible: 3,
  maxConsulted: 4,
  maxInformed: 6,
  maxShareResponsible: 0.5,
  maxShareAccountable: 0.5,
  minActivitiesForShares: 5,
  accountableImpliesResponsible: false,
};
