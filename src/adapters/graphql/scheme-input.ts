import type { AuditBySchemeInput } from '../../application/index.js';
import { readScheme, SCHEMES, type LetterScheme } from '../../domain/index.js';
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
  if ((scheme === null) === (ownScheme === null))
    throw faultError('BAD_USER_INPUT', 'Name a scheme, or send ownScheme, one of the two.');
  const known = scheme === null ? undefined : SCHEMES[scheme.toLowerCase()];
  return { bytes, reading, scheme: known ?? own(ownScheme ?? '') };
}

function own(text: string): LetterScheme {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    throw faultError('BAD_USER_INPUT', 'ownScheme is no JSON.');
  }
  const read = readScheme(content);
  if ('scheme' in read) return read.scheme;
  throw faultError('BAD_USER_INPUT', `ownScheme: ${read.complaints.join(' ')}`);
}
