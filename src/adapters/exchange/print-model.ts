import type { ModelFormat, ModelFrames } from '../../application/index.js';
import type { Plan } from '../../domain/index.js';
import { printArchimate } from './archimate/print-archimate.js';
import { printBackstage } from './backstage/print-backstage.js';
import { printBpmn } from './bpmn/print-bpmn.js';
import { printMermaidChart } from './mermaid/print-mermaid-chart.js';
import { printMermaidMap } from './mermaid/print-mermaid-map.js';

/** Prints a plan in one of the formats of other tools; the same plan gives the same bytes. */
export function printModel(plan: Plan, format: ModelFormat, frames: ModelFrames = 'role'): string {
  switch (format) {
    case 'ARCHIMATE':
      return printArchimate(plan);
    case 'BPMN':
      return printBpmn(plan);
    case 'MERMAID':
      return printMermaidMap(plan, frames);
    case 'MERMAID_CHART':
      return printMermaidChart(plan);
    case 'BACKSTAGE':
      return printBackstage(plan);
  }
}
