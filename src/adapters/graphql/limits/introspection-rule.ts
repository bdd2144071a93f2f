import type { SelectionSetNode, ValidationRule } from 'graphql';
import { faultError } from '../fault-code.js';
import { INTROSPECTION_FIELDS_OF_A_TYPE, MOST_SCHEMA_QUESTIONS } from './request-limits.js';

/** What a list about the schema counts as, where it is not the list of all types. */
const USUAL_LIST = 10;
/** What the arguments of a field count as: most fields have none. */
const USUAL_ARGUMENTS = 3;

/**
 * Refuses documents that ask about the schema more often than MOST_SCHEMA_QUESTIONS, or whose answer about it could have
 * more fields than so many for each of its types: lists within lists make a long answer out of a short question.
 */
export const introspectionRule: ValidationRule = (context) => {
  let questions = 0;
  let fields = 0;
  const allTypes = Object.keys(context.getSchema().getTypeMap()).length;
  const limit = allTypes * INTROSPECTION_FIELDS_OF_A_TYPE;
  const sizes = new Map<string, number>();

  const sizeOfFragment = (name: string): number => {
    const known = sizes.get(name);
    if (known !== undefined) return known;
    sizes.set(name, 0); // a fragment that spreads itself is refused by another rule
    const size = sizeOf(context.getFragment(name)?.selectionSet);
    sizes.set(name, size);
    return size;
  };
  const sizeOf = (set: SelectionSetNode | undefined): number => {
    let size = 0;
    for (const selection of set?.selections ?? []) {
      if (selection.kind === 'FragmentSpread') size += sizeOfFragment(selection.name.value);
      else if (selection.kind === 'InlineFragment') size += sizeOf(selection.selectionSet);
      else size += 1 + entriesOf(selection.name.value, allTypes) * sizeOf(selection.selectionSet);
    }
    return size;
  };
  return {
    Field(node) {
      if (node.name.value !== '__schema' && node.name.value !== '__type') return;
      questions += 1;
      fields += sizeOf(node.selectionSet);
    },
    Document: {
      leave() {
        if (questions > MOST_SCHEMA_QUESTIONS) {
          const message = `This document asks about the schema ${questions} times; this server takes ${MOST_SCHEMA_QUESTIONS}. Ask in several requests.`;
          context.reportError(faultError('TOO_COSTLY', message));
        } else if (fields > limit) {
          const message = `The answer about the schema could have ${fields} fields; this server gives ${limit}. Ask for less, or in several requests.`;
          context.reportError(faultError('TOO_COSTLY', message));
        }
      },
    },
  };
};

const LISTS: ReadonlySet<string> = new Set([
  'directives',
  'fields',
  'inputFields',
  'enumValues',
  'interfaces',
  'possibleTypes',
]);

function entriesOf(field: string, allTypes: number): number {
  if (field === 'types') return allTypes;
  if (field === 'args') return USUAL_ARGUMENTS;
  return LISTS.has(field) ? USUAL_LIST : 1;
}
