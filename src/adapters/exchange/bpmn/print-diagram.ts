import type { ProcessGraph, ProcessNode } from '../process/process-graph.js';
import type { DrawnProcess } from './drawn-process.js';
import type { Box } from './place-nodes.js';
import { routeMessage, type Point } from './route-ways.js';

/** Where every pool, lane, node and way of a process is drawn. */
export function printDiagram({ graph, lanes, placed, routes }: DrawnProcess): string[] {
  const { outside } = placed;
  return [
    '  <bpmndi:BPMNDiagram id="diagram">',
    '    <bpmndi:BPMNPlane id="plane" bpmnElement="collaboration">',
    ...shape('pool', placed.pool, ' isHorizontal="true"'),
    ...lanes.flatMap(({ id }, index) =>
      shape(id, placed.lanes[index] ?? placed.pool, ' isHorizontal="true"'),
    ),
    ...(outside ? shape('pool-outside', outside.pool, ' isHorizontal="true"') : []),
    ...graph.nodes.flatMap((node, index) => nodeShape(node, placed.nodes[index] ?? placed.pool)),
    ...[...(outside?.tasks ?? [])].flatMap(([index, box]) =>
      shape(`outside-${graph.nodes[index]?.id ?? ''}`, box),
    ),
    ...graph.ways.flatMap((_, index) => wayEdge(graph, index, routes[index] ?? [])),
    ...[...(outside?.tasks ?? [])].flatMap(([index, box]) => {
      const id = `message-${graph.nodes[index]?.id ?? ''}`;
      return edge(id, routeMessage(box, placed.nodes[index] ?? box));
    }),
    '    </bpmndi:BPMNPlane>',
    '  </bpmndi:BPMNDiagram>',
  ];
}

function nodeShape(node: ProcessNode, box: Box): string[] {
  const labelled = node.name !== '' && box.width < 100;
  return shape(node.id, box, '', labelled ? labelOver(node.name, box) : null);
}

function shape(element: string, box: Box, more = '', label: Box | null = null): string[] {
  return [
    `      <bpmndi:BPMNShape id="${element}-shape" bpmnElement="${element}"${more}>`,
    `        ${bounds(box)}`,
    ...labelLines(label),
    '      </bpmndi:BPMNShape>',
  ];
}

/** The name of an event or a gate stands over it, within the cell of its column. */
export function labelOver(name: string, box: Box): Box {
  const lines = Math.min(2, Math.ceil(name.length / 18));
  const height = 14 * lines;
  return { x: box.x + box.width / 2 - 55, y: box.y - height - 4, width: 110, height };
}

function wayEdge(graph: ProcessGraph, index: number, points: readonly Point[]): string[] {
  const way = graph.ways[index];
  if (!way) return [];
  const label = way.told && way.share ? labelOn(points) : null;
  return edge(way.id, points, label);
}

/** The share of a way stands over its last piece, or over the long one. */
function labelOn(points: readonly Point[]): Box | null {
  const at = points.length === 6 ? points[2] : points.length === 4 ? points[2] : points[0];
  return at ? { x: at.x + 3, y: at.y - 15, width: 44, height: 14 } : null;
}

function edge(element: string, points: readonly Point[], label: Box | null = null): string[] {
  return [
    `      <bpmndi:BPMNEdge id="${element}-edge" bpmnElement="${element}">`,
    ...points.map(({ x, y }) => `        <di:waypoint x="${x}" y="${y}" />`),
    ...labelLines(label),
    '      </bpmndi:BPMNEdge>',
  ];
}

function labelLines(label: Box | null): string[] {
  return label === null
    ? []
    : ['        <bpmndi:BPMNLabel>', `          ${bounds(label)}`, '        </bpmndi:BPMNLabel>'];
}

function bounds({ x, y, width, height }: Box): string {
  return `<dc:Bounds x="${x}" y="${y}" width="${width}" height="${height}" />`;
}
