import { chosenScheme, type AuditBySchemeInput } from '../../application/index.js';
import { readAuditInput, type AuditInput } from './audit-input.js';
import { faultError } from './fault-code.js';

/** An audit by a scheme as it comes in: what is left out is missing. */
export interface SchemeInput extends Pick<AuditInput, 'csv' | 'xlsx' | 'sheet' | 'roles'> {
  readonly scheme?: string | null;
  readonly ownScheme?: string | null;
}

/** What is to be audited by which scheme; throws BAD_USER_INPUT where it is not one file and one scheme. */
export function readSchemeInput({
  scheme = null,
  ownScheme = null,
  ...file
}: SchemeInput): AuditBySchemeInput {
  const { bytes, reading } = readAuditInput(file);
  const chosen = chosenScheme(scheme, ownScheme, 'ownScheme');
  if ('complaint' in chosen) throw faultError('BAD_USER_INPUT', chosen.complaint);
  return { bytes, reading, scheme: chosen.scheme };
}
