import type { SpanExporter } from '@opentelemetry/sdk-trace-base';

/** What an exporter says when it is done; 0: all was taken. */
type Done = Parameters<SpanExporter['export']>[1];

/** The same exporter; that nobody takes what it sends is told once, and again only where somebody did in between. */
export function tellingExporter(
  inner: SpanExporter,
  host: string,
  keepError: (error: unknown) => unknown,
): SpanExporter {
  let isTaken = true;
  return {
    export(spans, done) {
      const told: Done = (result) => {
        if (isTaken && result.code !== 0) keepError(new Error(lost(host, result.error)));
        isTaken = result.code === 0;
        done(result);
      };
      inner.export(spans, told);
    },
    shutdown: () => inner.shutdown(),
  };
}

function lost(host: string, error: Error | undefined): string {
  const why = error?.message ? ` (${error.message.replace(/\s+/g, ' ').slice(0, 200)})` : '';
  return `Traces do not reach ${host}${why}. They are let go of until it takes them; see OTEL_EXPORTER_OTLP_ENDPOINT.`;
}
