import { stringify } from 'yaml';
import { readNapkin } from '../src/domain/index.js';

/** What a reader of YAML has to read to know the same: each map of the napkin, without places and without what nobody told. */
export function asYaml(napkin: string): string {
  return stringify(told(readNapkin(napkin).drafts), { lineWidth: 0 });
}

function told(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(told);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([name, inner]) => name !== 'at' && says(inner));
  return Object.fromEntries(entries.map(([name, inner]) => [name, told(inner)]));
}

function says(value: unknown): boolean {
  return value !== null && value !== false && !(Array.isArray(value) && value.length === 0);
}
