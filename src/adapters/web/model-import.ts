import type { UseCases } from '../../application/index.js';
import type { HttpHandler } from './http-handler.js';
import { napkinUpload } from './napkin-upload.js';

/** What the import of models needs of the use cases. */
export type ModelImportSource = Pick<UseCases, 'napkinFromModel'>;

/**
 * Answers POST /napkins/from-model with {napkin, steps, problems} for a BPMN or ArchiMate model, up to so many bytes, and
 * stores nothing.
 */
export function modelImport(source: ModelImportSource, mostBytes: number): HttpHandler {
  return napkinUpload(
    {
      path: '/napkins/from-model',
      types: /^(?:application\/xml|text\/xml|application\/bpmn\+xml|application\/octet-stream)\s*(?:;|$)/i,
      wrongMethod: 'A model is sent here with POST, as BPMN 2.0 or as an ArchiMate model exchange file.',
      wrongType:
        'The Content-Type must be application/xml; BPMN 2.0 and ArchiMate model exchange files are read.',
      tooLarge: (most) =>
        `The model is larger than ${most} bytes. Send the process or the value stream by itself, without its diagrams.`,
      read: (body) => source.napkinFromModel(body),
    },
    mostBytes,
  );
}
