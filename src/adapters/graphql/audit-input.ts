import type { AuditChartInput } from '../../application/index.js';
import { DEFAULT_AUDIT_SETTINGS, type AuditSettings, type SettledMatch } from '../../domain/index.js';
import { boundedList } from './bounded-list.js';
import { faultError } from './fault-code.js';
import { LONGEST_LIST } from './wish-input.js';

/** An audit as it comes in: what is left out is missing. */
export interface AuditInput {
  readonly csv?: string | null;
  readonly xlsx?: string | null;
  readonly stream?: string | null;
  readonly sheet?: string | null;
  readonly roles?: 'COLUMNS' | 'ROWS' | null;
  readonly thresholds?: Partial<Thresholds> | null;
  readonly activities?: readonly SettledInput[] | null;
  readonly holders?: readonly SettledInput[] | null;
}

type Thresholds = {
  readonly [name in keyof AuditSettings]: AuditSettings[name] | null;
};

interface SettledInput {
  readonly name: string;
  readonly to?: string | null;
}

const BASE64 = /^[A-Za-z0-9+/\s]*={0,2}\s*$/;

/** What is to be audited; throws BAD_USER_INPUT where it is not one file, or settles names against nothing. */
export function readAuditInput(input: AuditInput): AuditChartInput {
  const { csv = null, xlsx = null, stream = null } = input;
  if ((csv === null) === (xlsx === null))
    throw faultError('BAD_USER_INPUT', 'Send the chart either as csv or as xlsx, one of the two.');
  if (xlsx !== null && !BASE64.test(xlsx))
    throw faultError('BAD_USER_INPUT', 'xlsx was expected to be the bytes of a workbook in Base64.');
  const activities = settled('activities', input.activities);
  const roles = settled('holders', input.holders);
  if (stream === null && activities.length + roles.length > 0) {
    const message = 'activities and holders settle names against a stream: name it with stream.';
    throw faultError('BAD_USER_INPUT', message);
  }
  return {
    bytes: csv === null ? Buffer.from(xlsx ?? '', 'base64') : Buffer.from(csv, 'utf8'),
    reading: { sheet: input.sheet ?? null, roles: input.roles ?? null },
    settings: thresholdsOf(input.thresholds ?? {}),
    stream,
    settled: { activities, roles },
  };
}

function thresholdsOf(told: Partial<Thresholds>): AuditSettings {
  for (const [name, value] of Object.entries(told))
    if (typeof value === 'number' && value < 0)
      throw faultError('BAD_USER_INPUT', `${name} is ${value}; a number from 0 on was expected.`);
  return {
    ...DEFAULT_AUDIT_SETTINGS,
    maxResponsible: told.maxResponsible ?? DEFAULT_AUDIT_SETTINGS.maxResponsible,
    maxConsulted: told.maxConsulted ?? DEFAULT_AUDIT_SETTINGS.maxConsulted,
    maxInformed: told.maxInformed ?? DEFAULT_AUDIT_SETTINGS.maxInformed,
    accountableImpliesResponsible: told.accountableImpliesResponsible ?? false,
  };
}

function settled(list: string, names: readonly SettledInput[] | null | undefined): readonly SettledMatch[] {
  return boundedList(list, names ?? [], LONGEST_LIST).map(({ name, to }) => ({ name, to: to ?? null }));
}
