import type { ValidationRule } from 'graphql';
import { aliasRule, directiveRule } from './count-rules.js';
import { depthRule } from './depth-rule.js';
import { introspectionRule } from './introspection-rule.js';
import type { RequestLimits } from './request-limits.js';

/** What a document may not be, whatever it came over. */
export function documentRules(limits: RequestLimits): readonly ValidationRule[] {
  return [
    depthRule(limits.depth),
    aliasRule(limits.aliases),
    directiveRule(limits.directives),
    introspectionRule,
  ];
}
