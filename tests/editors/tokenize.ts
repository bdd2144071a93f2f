import { readFileSync } from 'node:fs';

/** A rule of a TextMate grammar, as far as this grammar uses them. */
export interface Rule {
  readonly name?: string;
  readonly contentName?: string;
  readonly match?: string;
  readonly begin?: string;
  readonly end?: string;
  readonly captures?: Readonly<Record<string, { readonly name: string }>>;
  readonly beginCaptures?: Readonly<Record<string, { readonly name: string }>>;
  readonly include?: string;
  readonly patterns?: readonly Rule[];
}

export interface Grammar {
  readonly scopeName: string;
  readonly fileTypes: readonly string[];
  readonly patterns: readonly Rule[];
  readonly repository: Readonly<Record<string, Rule>>;
}

export const grammar = JSON.parse(
  readFileSync(new URL('../../editors/napkin.tmLanguage.json', import.meta.url), 'utf8'),
) as Grammar;

/** The innermost scope of every character of a line, as an editor finds it; empty where it has none. */
export function scopesOf(line: string): string[] {
  const scopes = Array.from({ length: line.length }, () => '');
  const open: Rule[] = [];
  let at = 0;
  while (at <= line.length) {
    const inside = open.at(-1);
    const closing = inside?.end === undefined ? null : found(inside.end, line, at);
    const next = firstOf(inside === undefined ? grammar.patterns : (inside.patterns ?? []), line, at);
    const hit = closing !== null && (next === null || closing.index <= next.hit.index) ? closing : next?.hit;
    if (hit === undefined) break;
    const to = hit.index + hit[0].length;
    paint(scopes, at, hit.index, inside?.contentName ?? inside?.name);
    if (hit === closing) {
      paint(scopes, hit.index, to, inside?.name);
      open.pop();
    } else if (next !== null) {
      paint(scopes, hit.index, to, next.rule.name);
      paintGroups(scopes, hit, next.rule.captures ?? next.rule.beginCaptures ?? {});
      if (next.rule.begin !== undefined) open.push(next.rule);
    }
    at = to > at || open.length > 0 ? to : to + 1;
    if (to === line.length && hit[0] === '') break;
  }
  return scopes;
}

function firstOf(rules: readonly Rule[], line: string, at: number) {
  let first: { readonly rule: Rule; readonly hit: RegExpExecArray } | null = null;
  for (const each of rules) {
    const rule = each.include === undefined ? each : (grammar.repository[each.include.slice(1)] ?? each);
    const hit = found(rule.match ?? rule.begin ?? '(?!)', line, at);
    if (hit !== null && (first === null || hit.index < first.hit.index)) first = { rule, hit };
  }
  return first;
}

function found(pattern: string, line: string, at: number): RegExpExecArray | null {
  const expression = new RegExp(pattern, 'dg');
  expression.lastIndex = at;
  return expression.exec(line);
}

function paintGroups(
  scopes: string[],
  hit: RegExpExecArray,
  captures: Readonly<Record<string, { readonly name: string }>>,
): void {
  for (const [group, { name }] of Object.entries(captures)) {
    const [from, to] = hit.indices?.[Number(group)] ?? [0, 0];
    paint(scopes, from, to, name);
  }
}

function paint(scopes: string[], from: number, to: number, name: string | undefined): void {
  if (name === undefined) return;
  for (let at = from; at < to && at < scopes.length; at++) scopes[at] = name;
}
