import { InvalidArgumentError, type Command } from 'commander';
import { CONVENTION_NAMES, isConventionName, nearestName, type ConventionName } from '../../domain/index.js';

/** The measures that were asked for by name. */
export interface ConventionOptions {
  readonly convention?: readonly ConventionName[];
}

/** Adds the option that asks for measures by conventions of others; it may be given several times. */
export function withConventions(command: Command): Command {
  return command.option(
    '--convention <name>',
    'also tell a measure as others reckon it, such as ladder-touch-time, or all (several times if you like; docs/measures.md explains each)',
    addConvention,
  );
}

function addConvention(typed: string, before: readonly ConventionName[] = []): readonly ConventionName[] {
  const name = typed
    .trim()
    .toUpperCase()
    .replaceAll(/[\s-]+/g, '_');
  if (name === 'ALL') return CONVENTION_NAMES;
  if (isConventionName(name)) return [...before, name];
  const words = name.split('_');
  const alike = CONVENTION_NAMES.filter((one) => words.every((word) => one.split('_').includes(word)));
  const nearest = nearestName(name, CONVENTION_NAMES);
  const near = alike.length > 0 ? alike : nearest === null ? [] : [nearest];
  const meant = near.length === 0 ? '' : ` Did you mean ${near.map(asTyped).join(' or ')}?`;
  throw new InvalidArgumentError(
    `No measure is called so.${meant} All of them: ${CONVENTION_NAMES.map(asTyped).join(', ')}, or all.`,
  );
}

/** A name as people type it on a command line. */
export function asTyped(name: string): string {
  return name.toLowerCase().replaceAll('_', '-');
}
