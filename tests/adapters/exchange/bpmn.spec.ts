import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import BpmnModdle from 'bpmn-moddle';
import fc from 'fast-check';
import { printModel } from '../../../src/adapters/exchange/index.js';
import { planNapkin } from '../../support/planned-napkin.js';
import { smallNapkin } from './small-napkin.js';

const seeds = ['custom-cabinets', 'letter-stage-service', 'software-company'].map(
  (name) => [name, readFileSync(`seeds/${name}.napkin`, 'utf8')] as const,
);

const ALL_SIGNS = `stream A & B <"c">
customer: M & Co
sales:
"Say <yes> & \\"no\\"" @"Ann & Bo" 10m {talking}
back to "Say <yes> & \\"no\\"" 10%
lost 5%
wait 3d "for > a while"
meanwhile
  Left 1h {left work}
  Right 1h {right work}
  then stock 40
end
Sign (outside) lead 2d
fulfilment:
either
  80%: Pay early 1h
  20%: stop
end
sometimes 30%: Polish 5m
back to Left 10% 20m
`;

interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface Shape {
  readonly $type: string;
  readonly bpmnElement: {
    readonly $type: string;
    readonly id: string;
    readonly flowNodeRef?: readonly { id: string }[];
  };
  readonly bounds?: Bounds;
  readonly waypoint?: readonly { readonly x: number; readonly y: number }[];
}

async function drawn(text: string): Promise<readonly Shape[]> {
  const xml = printModel(planNapkin(text), 'BPMN');
  const { rootElement, warnings } = await new BpmnModdle().fromXML(xml);
  expect(warnings).toEqual([]);
  const [diagram] = (rootElement as { diagrams: { plane: { planeElement: Shape[] } }[] }).diagrams;
  return diagram?.plane.planeElement ?? [];
}

function overlap(a: Bounds, b: Bounds): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

function within(inner: Bounds, outer: Bounds): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}

function faultsOf(shapes: readonly Shape[]): string[] {
  const frames = new Set(['bpmn:Lane', 'bpmn:Participant']);
  const nodes = shapes.filter(({ bounds, bpmnElement }) => bounds && !frames.has(bpmnElement.$type));
  const boxOf = new Map(shapes.map(({ bpmnElement, bounds }) => [bpmnElement.id, bounds]));
  const faults: string[] = [];
  nodes.forEach((a, at) => {
    for (const b of nodes.slice(at + 1)) {
      if (a.bounds && b.bounds && overlap(a.bounds, b.bounds))
        faults.push(`${a.bpmnElement.id} covers ${b.bpmnElement.id}`);
    }
  });
  for (const { bpmnElement, bounds } of shapes) {
    for (const { id } of bpmnElement.flowNodeRef ?? []) {
      const inside = boxOf.get(id);
      if (!inside || !bounds || !within(inside, bounds)) faults.push(`${id} is outside its lane`);
    }
  }
  for (const { waypoint, bpmnElement } of shapes) {
    (waypoint ?? []).forEach((point, at) => {
      const next = waypoint?.[at + 1];
      if (!next) return;
      if (point.x !== next.x && point.y !== next.y) faults.push(`${bpmnElement.id} runs aslant`);
      const piece = {
        x: Math.min(point.x, next.x) + 0.5,
        y: Math.min(point.y, next.y) - 0.5,
        width: Math.abs(point.x - next.x) - 1,
        height: Math.abs(point.y - next.y) + 1,
      };
      for (const node of nodes) {
        const box = node.bounds;
        if (box && piece.width > 0 && overlap(piece, shrunk(box)))
          faults.push(`${bpmnElement.id} crosses ${node.bpmnElement.id}`);
      }
    });
  }
  return faults;
}

function shrunk({ x, y, width, height }: Bounds): Bounds {
  return { x: x + 1, y: y + 1, width: width - 2, height: height - 2 };
}

describe('a plan as BPMN', () => {
  it.each(seeds)('is read by a library that we did not write, and well drawn: %s', async (_, text) => {
    expect(faultsOf(await drawn(text))).toEqual([]);
  });

  it('holds every sign that XML would stumble over, and every kind of place', async () => {
    const shapes = await drawn(ALL_SIGNS);
    const kinds = new Set(shapes.map(({ bpmnElement }) => bpmnElement.$type));
    expect(faultsOf(shapes)).toEqual([]);
    for (const kind of [
      'bpmn:Task',
      'bpmn:ParallelGateway',
      'bpmn:ExclusiveGateway',
      'bpmn:IntermediateCatchEvent',
      'bpmn:IntermediateThrowEvent',
      'bpmn:MessageFlow',
      'bpmn:Lane',
    ]) {
      expect(kinds).toContain(kind);
    }
  });

  it('gives the same bytes for the same plan', () => {
    expect(printModel(planNapkin(ALL_SIGNS), 'BPMN')).toBe(printModel(planNapkin(ALL_SIGNS), 'BPMN'));
  });

  it('tells working days as days', () => {
    expect(printModel(planNapkin(ALL_SIGNS), 'BPMN')).toContain('<bpmn:timeDuration>P3D</bpmn:timeDuration>');
  });

  it('draws any stream without overlaps, slanting lines or ways through tasks', async () => {
    await fc.assert(
      fc.asyncProperty(smallNapkin, async (text) => expect(faultsOf(await drawn(text))).toEqual([])),
      { numRuns: 15 },
    );
  });

  it('draws ten thousand steps', () => {
    const steps = Array.from(
      { length: 10_000 },
      (_, at) => `Step ${at} of many @A${at % 9} {skill ${'abcdefghi'[at % 9]}}`,
    );
    const stream = `stream Long\nsales:\n${steps.join('\n')}`;
    expect(printModel(planNapkin(stream), 'BPMN').length).toBeGreaterThan(5_000_000);
  });
});
