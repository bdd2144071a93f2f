import { sayOverride, type Plan } from '../../domain/index.js';
import { count, labelled, section, type Page } from './page.js';

/** What stands by override alone: who has what, who set it, why and till when, and what the gate says against it. */
export function printOverrides({ overrides }: Plan, page: Page): string[] {
  const { paint } = page;
  const lines = overrides.flatMap((settled) => {
    const { holder, letter, step, by, until } = settled.override;
    const what = `${holder} as ${letter} for "${step.name}", by ${by} until ${until}`;
    return [
      ...labelled(page, '  ! ', what, 4, { label: paint.red, text: paint.bold }),
      ...labelled(page, '    ', `"${settled.override.why}"`, 4),
      ...settled.against.flatMap(({ code, message }) => labelled(page, '    ', `${code}  ${message}`, 6)),
      ...(settled.against.length === 0 ? labelled(page, '    ', sayOverride(settled), 4) : []),
    ];
  });
  return section(page, 'OVERRIDES', `${count(overrides.length, 'override')}, which nothing justifies`, lines);
}
