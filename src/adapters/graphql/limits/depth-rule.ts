import type { SelectionSetNode, ValidationContext, ValidationRule } from 'graphql';
import { faultError } from '../fault-code.js';
import { isIntrospection } from './is-introspection.js';
import { INTROSPECTION_DEPTH } from './request-limits.js';

/** Refuses operations whose fields are nested deeper than the limit; what is asked of the schema itself has a limit of its own. */
export function depthRule(limit: number): ValidationRule {
  return (context) => ({
    OperationDefinition(operation) {
      const { depth, introspection } = measureDepth(context, operation.selectionSet);
      if (depth > limit) context.reportError(tooDeep('The fields of this operation are', depth, limit));
      if (introspection > INTROSPECTION_DEPTH) {
        context.reportError(
          tooDeep('The questions about the schema are', introspection, INTROSPECTION_DEPTH),
        );
      }
    },
  });
}

interface Depth {
  readonly depth: number;
  readonly introspection: number;
}

const FLAT: Depth = { depth: 0, introspection: 0 };

function measureDepth(context: ValidationContext, root: SelectionSetNode): Depth {
  const known = new Map<string, Depth>();
  const ofFragment = (name: string): Depth => {
    const before = known.get(name);
    if (before) return before;
    known.set(name, FLAT); // a fragment that spreads itself is refused by another rule
    const fragment = context.getFragment(name);
    const depth = fragment ? ofSelections(fragment.selectionSet) : FLAT;
    known.set(name, depth);
    return depth;
  };
  const ofSelections = (set: SelectionSetNode | undefined): Depth => {
    let depth = 0;
    let introspection = 0;
    for (const selection of set?.selections ?? []) {
      let inner: Depth;
      if (selection.kind === 'FragmentSpread') inner = ofFragment(selection.name.value);
      else if (selection.kind === 'InlineFragment') inner = ofSelections(selection.selectionSet);
      else inner = ofField(selection.name.value, ofSelections(selection.selectionSet));
      depth = Math.max(depth, inner.depth);
      introspection = Math.max(introspection, inner.introspection);
    }
    return { depth, introspection };
  };
  return ofSelections(root);
}

function ofField(name: string, below: Depth): Depth {
  if (!isIntrospection(name)) return { depth: below.depth + 1, introspection: below.introspection };
  return { depth: 0, introspection: Math.max(below.depth + 1, below.introspection) };
}

function tooDeep(what: string, depth: number, limit: number) {
  return faultError(
    'TOO_DEEP',
    `${what} nested ${depth} deep; this server takes ${limit}. Ask in several requests.`,
  );
}
