import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import {
  defaultResource,
  detectResources,
  envDetector,
  resourceFromAttributes,
  type Resource,
} from '@opentelemetry/resources';
import { BasicTracerProvider, BatchSpanProcessor } from '@opentelemetry/sdk-trace-base';
import type { Tracing } from '../../application/index.js';
import { nestedTracing } from './nested-tracing.js';
import { tellingExporter } from './telling-exporter.js';

/** Where traces go, and as what. */
export interface TraceSettings {
  /** The address that takes them, such as http://localhost:4318/v1/traces; no other is ever asked. */
  readonly endpoint: string;
  /** What the server is called among others; null: as the environment says, or headwater. */
  readonly service: string | null;
}

/** What tells how long the work of a server takes. */
export interface Traces {
  readonly tracing: Tracing;
  /** The trace of what is under way here; null where nothing is. */
  readonly traceId: () => string | null;
  /** Sends what has not been sent yet, and waits for that no longer than some seconds. */
  stop(): Promise<void>;
}

/** Milliseconds that one sending may take, further tries included: less than the last one is waited for. */
const PATIENCE = 2_500;
/** Milliseconds that a server that stops waits for the last sending. */
const LAST_PATIENCE = 3_000;
/** Characters of a value; what is told is names and codes, so none should come near it. */
const LONGEST_VALUE = 200;

/**
 * Tells an OpenTelemetry collector how long the work takes, by OTLP over HTTP as JSON, behind the work and never in its way:
 * where nobody takes it, it is let go of, and keepError is told once.
 */
export function openTraces(settings: TraceSettings, keepError: (error: unknown) => unknown): Traces {
  const exporter = new OTLPTraceExporter({ url: settings.endpoint, timeoutMillis: PATIENCE });
  const { host } = new URL(settings.endpoint);
  const provider = new BasicTracerProvider({
    resource: resourceOf(settings),
    spanLimits: { attributeValueLengthLimit: LONGEST_VALUE },
    spanProcessors: [
      new BatchSpanProcessor(tellingExporter(exporter, host, keepError), {
        exportTimeoutMillis: 2 * PATIENCE,
      }),
    ],
  });
  const { tracing, traceId } = nestedTracing(provider.getTracer('headwater'));
  const stop = async (): Promise<void> => {
    const sent = provider.shutdown().catch(() => undefined);
    await Promise.race([sent, pause(LAST_PATIENCE, undefined, { ref: false })]);
  };
  return { tracing, traceId, stop };
}

function resourceOf({ service }: TraceSettings): Resource {
  return defaultResource()
    .merge(resourceFromAttributes({ 'service.name': 'headwater', 'service.instance.id': randomUUID() }))
    .merge(detectResources({ detectors: [envDetector] }))
    .merge(resourceFromAttributes(service === null ? {} : { 'service.name': service }));
}
