import type { Plan } from '../../domain/index.js';

export const MODEL_FORMATS = ['ARCHIMATE', 'BPMN', 'MERMAID', 'MERMAID_CHART', 'BACKSTAGE'] as const;

/** Languages of other tools: ArchiMate model exchange, BPMN 2.0, Mermaid of the stream and of the organisation, Backstage catalogue of the organisation. */
export type ModelFormat = (typeof MODEL_FORMATS)[number];

export const MODEL_FRAMES = ['role', 'force'] as const;

/** What a frame around steps stands for, in a format that leaves the choice (MERMAID); the roles where nothing is said. */
export type ModelFrames = (typeof MODEL_FRAMES)[number];

/** Prints a plan for another tool; the same plan gives the same bytes. */
export type PrintModel = (plan: Plan, format: ModelFormat, frames?: ModelFrames) => string;
