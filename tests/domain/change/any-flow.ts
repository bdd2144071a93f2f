import { readNapkin } from '../../../src/domain/napkin/index.js';
import { acceptDraft, type ValueStream } from '../../../src/domain/stream/index.js';
import type { Chance } from '../../../bench/make-stream.js';

/** A random small stream: steps with and without times, waits, stocks, losses, returns, nested blocks, stops and `after` lines. */
export function anyFlow(chance: Chance): ValueStream {
  return acceptDraft(draftOf(anyFlowText(chance))).stream;
}

function draftOf(text: string) {
  const [draft] = readNapkin(text).drafts;
  if (!draft) throw new Error('The napkin of the case holds no stream.');
  return draft;
}

/** The napkin of such a stream. */
export function anyFlowText(chance: Chance): string {
  const maker = new FlowMaker(chance);
  const demand = chance() < 0.8 ? [`demand: ${1 + Math.floor(chance() * 40)}/week`] : [];
  return ['stream Any flow', ...demand, 'sales:', ...maker.lines(0, 3 + Math.floor(chance() * 7))].join('\n');
}

const PEOPLE = ['@Ada', '@Ben', '@Cleo', '@Ada @Ben', '@?', ''];

class FlowMaker {
  private readonly names: string[] = [];

  constructor(private readonly chance: Chance) {}

  lines(depth: number, many: number): string[] {
    return Array.from({ length: many }, () => this.piece(depth)).flat();
  }

  private piece(depth: number): string[] {
    const pick = this.chance();
    if (pick < 0.16 && depth < 3) return this.block(depth);
    if (pick < 0.2 && depth === 0 && this.names.length > 2)
      return [`after ${this.known()}, ${this.known()}`, this.step(), this.step()];
    const lines = [this.step()];
    if (this.chance() < 0.4) lines.push(this.buffer());
    if (this.chance() < 0.15) lines.push(`lost ${this.percent(30)}%`);
    if (this.chance() < 0.2) lines.push(`back to "${this.known()}" ${this.percent(35)}%`);
    if (this.chance() < 0.06) lines.push(`back to "${this.known()}" ${this.percent(35)}% 20m`);
    return lines;
  }

  private block(depth: number): string[] {
    const parallel = this.chance() < 0.6;
    const branches = 2 + Math.floor(this.chance() * 2);
    const lines = [parallel ? 'meanwhile' : 'either'];
    for (let branch = 0; branch < branches; branch += 1) {
      const share = parallel ? '' : `${Math.floor(100 / branches)}%: `;
      const first = this.step();
      const rest = this.lines(depth + 1, Math.floor(this.chance() * 3));
      lines.push(`${share}${first}`, ...rest.map((line) => (isFlow(line) ? `then ${line}` : line)));
      if (this.chance() < 0.08) lines.push('stop');
    }
    return [...lines, 'end'];
  }

  private step(): string {
    const name = `Step ${this.names.length + 1}`;
    this.names.push(name);
    const work = this.chance() < 0.85 ? `${1 + Math.floor(this.chance() * 300)}m` : '';
    const lead = this.chance() < 0.25 ? `lead ${6 + Math.floor(this.chance() * 40)}h` : '';
    const people = PEOPLE[Math.floor(this.chance() * PEOPLE.length)] ?? '';
    const more = [this.chance() < 0.1 ? 'x2' : '', this.chance() < 0.05 ? '(outside)' : ''];
    const some = this.chance() < 0.1 ? `sometimes ${this.percent(100)}%: ` : '';
    return `${some}"${name}" ${[people, work, lead, ...more].filter(Boolean).join(' ')}`.trim();
  }

  private buffer(): string {
    return this.chance() < 0.75
      ? `wait ${Math.floor(this.chance() * 60)}h`
      : `stock ${Math.floor(this.chance() * 9)}`;
  }

  private known(): string {
    return this.names[Math.floor(this.chance() * this.names.length)] ?? 'Step 1';
  }

  private percent(most: number): number {
    return 1 + Math.floor(this.chance() * (most - 1));
  }
}

function isFlow(line: string): boolean {
  return !/^(?:lost|back|stop|then|end|\d+%:)/.test(line);
}
