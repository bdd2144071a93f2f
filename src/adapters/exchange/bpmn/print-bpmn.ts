import type { Plan } from '../../../domain/index.js';
import { attributes } from '../escape-xml.js';
import { layProcess } from '../process/lay-process.js';
import { stepWords } from '../step-words.js';
import { layLanes } from '../process/lay-lanes.js';
import { placeNodes } from './place-nodes.js';
import { printDiagram } from './print-diagram.js';
import { printProcess } from './print-process.js';
import { routeWays } from './route-ways.js';

/** The namespace of what only this program says in a model. */
export const HEADWATER = 'https://headwater.example/exchange/1';

/**
 * A plan as BPMN 2.0 with a diagram: roles as lanes, waits as timer events, what is done outside as a pool of its own.
 * The same plan gives the same bytes.
 */
export function printBpmn(plan: Plan): string {
  const graph = layProcess(plan.stream);
  const words = stepWords(plan);
  const lanes = layLanes(plan, graph, words);
  const placed = placeNodes(graph, lanes);
  const drawn = { graph, lanes, placed, routes: routeWays(graph, placed) };
  const head = attributes({
    'xmlns:bpmn': 'http://www.omg.org/spec/BPMN/20100524/MODEL',
    'xmlns:bpmndi': 'http://www.omg.org/spec/BPMN/20100524/DI',
    'xmlns:dc': 'http://www.omg.org/spec/DD/20100524/DC',
    'xmlns:di': 'http://www.omg.org/spec/DD/20100524/DI',
    'xmlns:headwater': HEADWATER,
    id: 'definitions',
    name: plan.stream.name,
    targetNamespace: HEADWATER,
    exporter: 'Headwater',
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<bpmn:definitions${head}>`,
    ...printProcess(plan, drawn, words),
    ...printDiagram(drawn),
    '</bpmn:definitions>',
    '',
  ].join('\n');
}
