import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A part of the work as a collector is told of it. */
export interface ToldSpan {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
  readonly links: readonly { readonly traceId: string; readonly spanId: string }[];
  readonly status: { readonly code: number; readonly message?: string };
  readonly told: Readonly<Record<string, unknown>>;
  readonly service: unknown;
}

/** Takes OTLP over HTTP as JSON, as a collector of OpenTelemetry does. */
export interface Collector {
  /** Its address, without a path. */
  readonly url: string;
  readonly spans: readonly ToldSpan[];
  /** Everything that it was sent, as it came. */
  readonly raw: () => string;
  /** Addresses that it was asked for. */
  readonly asked: readonly string[];
  stop(): Promise<void>;
}

/** How a collector answers; the usual one takes everything. */
export type Answering = (response: ServerResponse) => void;

/** Starts one. */
export async function startCollector(
  answer: Answering = (response) =>
    void response.writeHead(200, { 'content-type': 'application/json' }).end('{}'),
): Promise<Collector> {
  const spans: ToldSpan[] = [];
  const asked: string[] = [];
  let raw = '';
  const take = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    asked.push(request.url ?? '');
    let text = '';
    for await (const chunk of request as AsyncIterable<Buffer>) text += chunk.toString();
    raw += `${JSON.stringify(request.headers)}\n${text}\n`;
    spans.push(...spansIn(text));
    answer(response);
  };
  const server = createServer((request, response) => void take(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const stop = async (): Promise<void> => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  };
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    ...{ spans, asked, stop },
    raw: () => raw,
  };
}

interface Attribute {
  readonly key: string;
  readonly value: Readonly<Record<string, unknown>>;
}

interface Sent {
  readonly resourceSpans: readonly {
    readonly resource: { readonly attributes: readonly Attribute[] };
    readonly scopeSpans: readonly {
      readonly spans: readonly (Omit<ToldSpan, 'told' | 'service'> & {
        readonly attributes: readonly Attribute[];
      })[];
    }[];
  }[];
}

function spansIn(text: string): readonly ToldSpan[] {
  return (JSON.parse(text) as Sent).resourceSpans.flatMap(({ resource, scopeSpans }) =>
    scopeSpans.flatMap((scope) =>
      scope.spans.map(({ attributes, ...span }) => ({
        ...span,
        told: valuesOf(attributes),
        service: valuesOf(resource.attributes)['service.name'],
      })),
    ),
  );
}

function valuesOf(attributes: readonly Attribute[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(attributes.map(({ key, value }) => [key, Object.values(value)[0]]));
}
