import type { ServerResponse } from 'node:http';

/** An answer that is written but not sent. */
export interface HeldAnswer {
  /** Resolves with the whole body once it is written. */
  readonly body: Promise<string>;
  /** From now on what is written is sent; nothing of what was held is. */
  release(): void;
}

/** Holds back whatever is written as an answer, until it is released. */
export function holdAnswer(response: ServerResponse): HeldAnswer {
  const { write, end } = response;
  const chunks: Buffer[] = [];
  const keep = (chunk: unknown): void => {
    if (typeof chunk === 'string') chunks.push(Buffer.from(chunk, 'utf8'));
    else if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk));
  };
  const body = new Promise<string>((resolve) => {
    response.write = (chunk: unknown): boolean => {
      keep(chunk);
      return true;
    };
    response.end = (chunk?: unknown): ServerResponse => {
      keep(chunk);
      resolve(Buffer.concat(chunks).toString('utf8'));
      return response;
    };
  });
  return {
    body,
    release() {
      Object.assign(response, { write, end });
    },
  };
}
