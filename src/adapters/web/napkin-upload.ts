import { fileUpload, type FileUpload } from './file-upload.js';
import { pathOf, sendJson, type HttpHandler } from './http-handler.js';

/** A file that is answered with what it says as a napkin. */
export interface NapkinUpload extends Omit<FileUpload, 'answer'> {
  readonly path: string;
  /** Reads the file; what is behind the question mark of the address is told with it. */
  readonly read: (body: Buffer, asked: URLSearchParams) => Promise<UploadAnswer> | UploadAnswer;
}

export type UploadAnswer =
  | { readonly kind: 'TableUnreadable'; readonly code: string; readonly message: string }
  | {
      readonly kind: string;
      readonly napkin: string;
      readonly steps: number;
      readonly problems: readonly object[];
    };

/** Answers POST of a file of up to so many bytes with {napkin, steps, problems}, and stores nothing. */
export function napkinUpload({ path, read, ...upload }: NapkinUpload, mostBytes: number): HttpHandler {
  const answer: FileUpload['answer'] = async (body, asked, response) => {
    const found = await read(body, asked);
    if ('code' in found) return { status: 422, code: found.code, message: found.message };
    const { napkin, steps, problems } = found;
    sendJson(response, 200, { napkin, steps, problems });
    return null;
  };
  const handle = fileUpload({ ...upload, answer }, mostBytes);
  return (request, response, next) => (pathOf(request) === path ? handle(request, response, next) : next());
}
