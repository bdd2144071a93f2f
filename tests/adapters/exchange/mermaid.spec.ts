import { describe, expect, it } from '@jest/globals';
import { printModel } from '../../../src/adapters/exchange/index.js';
import { planNapkin } from '../../support/planned-napkin.js';

const plan = planNapkin(`stream Ask & "do"
customer: Homeowner
owner: Lee
sales:
"Ask <b>\`me\`</b> #1" @Ann 5m {talking}
lost 20%
wait 2d
fulfilment:
meanwhile
  end it 1h {drawing}
  Sign (outside) lead 1d
end
`);

describe('a plan as Mermaid', () => {
  it('frames the steps by the roles that do them', () => {
    const text = printModel(plan, 'MERMAID');
    expect(text).toMatch(/^flowchart LR\n {2}subgraph frame1\["/);
    expect(text).toContain('|"20 %"|');
    expect(text.split('subgraph').length - 1).toBe(text.split('\n  end\n').length - 1);
  });

  it('frames them by the forces where that is asked for', () => {
    const text = printModel(plan, 'MERMAID', 'force');
    expect(text).toContain('["Sales and marketing"]');
    expect(text).toContain('["Process and fulfilment"]');
  });

  it.each(['role', 'force'] as const)(
    'leaves beginnings, ends and what is lost out of every frame: by %s',
    (groups) => {
      const frames = printModel(plan, 'MERMAID', groups).match(/ {2}subgraph[^]*?\n {2}end\n/g) ?? [];
      expect(frames.join('')).not.toMatch(/\(\["/);
      for (const end of ['(["Homeowner"])', '(["Done"])', '(["Lost 20 %"])'])
        expect(printModel(plan, 'MERMAID', groups)).toContain(end);
    },
  );

  it('lets no sign of a name become a sign of the diagram', () => {
    const text = printModel(plan, 'MERMAID');
    expect(text).toContain('["Ask #lt;b#gt;#96;me#96;#lt;/b#gt; #35;1"]');
    for (const line of text.split('\n')) expect((line.match(/"/g) ?? []).length % 2).toBe(0);
  });

  it('shows the organisation from the stream down to its roles', () => {
    const text = printModel(plan, 'MERMAID_CHART');
    expect(text).toContain('stream["Ask #amp; #quot;do#quot;<br/>owner: Lee"]');
    expect(text).toMatch(/team1 --> role1/);
  });
});
