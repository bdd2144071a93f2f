import type { ValidationRule } from 'graphql';
import { faultError } from '../fault-code.js';

/** Refuses documents with more aliases than the limit. */
export function aliasRule(limit: number): ValidationRule {
  return (context) => {
    let count = 0;
    return {
      Field(node) {
        if (node.alias) count += 1;
      },
      Document: {
        leave() {
          if (count <= limit) return;
          const message = `This document has ${count} aliases; this server takes ${limit}. Ask in several requests.`;
          context.reportError(faultError('TOO_MANY_ALIASES', message));
        },
      },
    };
  };
}

/** Refuses documents with more directives than the limit. */
export function directiveRule(limit: number): ValidationRule {
  return (context) => {
    let count = 0;
    return {
      Directive() {
        count += 1;
      },
      Document: {
        leave() {
          if (count <= limit) return;
          const message = `This document has ${count} directives; this server takes ${limit}. Ask in several requests.`;
          context.reportError(faultError('TOO_MANY_DIRECTIVES', message));
        },
      },
    };
  };
}
