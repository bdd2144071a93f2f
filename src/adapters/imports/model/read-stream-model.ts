import type { StreamTable } from '../../../application/index.js';
import type { TableUnreadable } from '../../../domain/index.js';
import { readArchimate } from '../archimate/read-archimate.js';
import { readBpmn } from '../bpmn/read-bpmn.js';
import { readXml } from '../xml/read-xml.js';

/** Reads value streams from a model of another tool, BPMN 2.0 or ArchiMate; never throws for what is in the file. */
export function readStreamModel(bytes: Uint8Array): StreamTable | TableUnreadable {
  const root = readXml(bytes);
  if ('refusal' in root) return { kind: 'TableUnreadable', code: 'DAMAGED', message: root.refusal };
  if (root.name === 'definitions') return readBpmn(root);
  if (root.name === 'model') return readArchimate(root);
  const message = `This is XML of another kind (<${root.name}>). BPMN 2.0 (<definitions>) and ArchiMate model exchange files (<model>) can be read.`;
  return { kind: 'TableUnreadable', code: 'NOT_A_TABLE', message };
}
